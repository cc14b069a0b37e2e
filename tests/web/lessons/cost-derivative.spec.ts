import { expect, test } from "../support/test";

test("nudge, formula, bars and by hand say the same derivative; what is off is named", async ({ page, open }) => {
  await open("#/lessons/cost-derivative");
  const nudged = Number(await page.locator(".nudges tr[data-name=w1] td[data-value]").getAttribute("data-value"));
  await page.getByRole("radio", { name: "w1" }).first().click();
  await expect.poll(() => page.url()).toContain("by=w1");
  await page.locator(".shared").scrollIntoViewIfNeeded();
  const whole = page.locator("chainwise-factor-bars .whole");
  await whole.scrollIntoViewIfNeeded();
  const exact = Number(await whole.getAttribute("data-value"));
  expect(Math.abs(nudged - exact)).toBeLessThan(1e-3);
  const factors = await page
    .locator("chainwise-factor-bars li:not(.whole)")
    .evaluateAll((bars) => bars.map((bar) => Number((bar as HTMLElement).dataset["value"])));
  expect(factors).toHaveLength(5);
  expect(Math.abs(factors.reduce((all, factor) => all * factor, 1) - exact)).toBeLessThan(1e-12);

  const hand = page.locator("chainwise-by-hand");
  await hand.scrollIntoViewIfNeeded();
  const fields = hand.getByRole("textbox");
  await expect(fields).toHaveCount(10);
  // z1 = 0.8 * 1.5 + 0.1; then a slip in a1.
  await fields.nth(0).fill("1.3");
  await fields.nth(1).fill("0.5");
  await hand.getByRole("button", { name: "Check" }).click();
  await expect(hand.getByRole("status")).toContainText("line 2");
  await fields.nth(1).fill("");
  for (let line = 1; line < 10; line++) await hand.getByRole("button", { name: "Show me the next one" }).click();
  await fields.nth(9).press("Enter");
  await expect(hand.getByRole("status")).toContainText("All of it is right");
});

test("how many decimals: with fewer the drift grows, and the line that lost most is named", async ({ page, open }) => {
  await open("#/lessons/cost-derivative?by=w1");
  const hand = page.locator("chainwise-hand-rounding");
  await hand.scrollIntoViewIfNeeded();
  const result = hand.locator("tr.result td");
  await expect(result.nth(1)).toHaveText("0.05");
  await expect(hand.locator(".drift")).toContainText("off by 22.38 %");
  await expect(hand.locator('[data-worst="true"]')).toHaveCount(1);
  await hand.getByRole("slider", { name: "decimals that you write down" }).press("End");
  await expect(result.nth(1)).toHaveText("0.040856");
  await expect(page).toHaveURL(/decimals=6/);
  await hand.getByRole("slider", { name: "decimals that you write down" }).press("Home");
  await expect(hand.locator(".drift")).toContainText("All of it is lost");
});

test("a damaged link opens the lesson with a notice", async ({ page, open }) => {
  await open("#/lessons/cost-derivative?by=q&x=0.5");
  await expect(page.getByRole("status").filter({ hasText: "by" })).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});
