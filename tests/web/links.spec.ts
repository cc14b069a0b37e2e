import { expect, test } from "./support/test";

test("a damaged link opens a working page with a notice", async ({ page, open }) => {
  await open("#/lessons/chain-rule?x=banana&expression=%00");
  await expect(page.getByRole("status").filter({ hasText: "could not be read" })).toBeVisible();
  await page.getByLabel("Your function", { exact: true }).fill("x^2");
  await expect(page.locator("chainwise-proof .verdict")).toHaveAttribute("data-agree", "yes");
});

test("what is typed comes back from the link", async ({ page, open }) => {
  await open("#/lessons/chain-rule");
  await page.getByLabel("Your function", { exact: true }).fill("sin(x^2)");
  await expect(page).toHaveURL(/expression=sin/);
  await page.reload();
  await expect(page.getByLabel("Your function", { exact: true })).toHaveValue("sin(x^2)");
});

test("an unknown address leads back to the front page", async ({ page, open }) => {
  await open("#/lessons/no-such-lesson");
  await page.getByRole("main").getByRole("link").first().click();
  await expect(page.locator('a[href*="#/lessons/chain-rule"]').first()).toBeVisible();
});

test("embedded: one lesson without the frame, and its height told to the parent", async ({ page, address }) => {
  await page.goto(address);
  const height = page.evaluate(
    (source) =>
      new Promise<unknown>((resolve) => {
        addEventListener("message", (event) => resolve(event.data));
        document.body.innerHTML = "";
        const frame = document.createElement("iframe");
        frame.src = source;
        document.body.append(frame);
      }),
    `${address}?embed=1#/lessons/chain-rule`,
  );
  expect(JSON.stringify(await height)).toMatch(/"height":\d{3,}/);
  const inside = page.frameLocator("iframe");
  await expect(inside.getByLabel("Your function", { exact: true })).toBeVisible();
  await expect(inside.locator(".site-header")).toHaveCount(0);
});
