import { expect, test } from "../support/test";

test("by pointer: the race runs at another rate, and its next update is written out", async ({ page, open }) => {
  await open("#/lessons/optimisers");
  await page.locator("#mistakes").scrollIntoViewIfNeeded();
  await page.locator("[data-rate='2']").click();
  const race = page.locator("chainwise-optimiser-race");
  await expect(race.locator(".where")).toContainText("150");
  await expect(race.locator(".result")).toContainText("Momentum");
  await race.getByRole("button", { name: "Start again" }).click();
  await race.getByRole("button", { name: "One step", exact: true }).click();
  await page.locator("#update").scrollIntoViewIfNeeded();
  const update = page.locator("chainwise-update-lines");
  await update.locator("[data-choice=momentum]").click();
  await expect(update.locator(".lines > li")).toHaveCount(2);
  await expect(update.locator(".proof")).toHaveAttribute("data-same", "yes");
  const promised = await update.locator("[data-name=w_new] .value").getAttribute("data-value");
  await update.getByRole("button", { name: "Next step" }).click();
  await expect(race.locator("[data-optimiser=momentum] td").first()).toHaveAttribute("data-value", promised ?? "");
});

test("by keyboard: the start moves, a deeper network vanishes, the batches are compared", async ({ page, open }) => {
  await open("#/lessons/optimisers");
  await page.locator("#race").scrollIntoViewIfNeeded();
  const start = page.getByRole("slider", { name: "Start of the race" });
  await start.focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowDown");
  await expect(start).toHaveAttribute("aria-valuetext", "w = −0.9, b = 2.9");

  await page.locator("#batches").scrollIntoViewIfNeeded();
  const batches = page.locator("chainwise-batch-sizes");
  await batches.getByRole("button", { name: "One epoch" }).press("Enter");
  await expect(batches.locator("[data-size='1'] [data-number=updates]")).toHaveText("100");
  await batches.getByRole("button", { name: "updates" }).press("Enter");
  await expect(batches.getByRole("button", { name: "updates" })).toHaveAttribute("aria-pressed", "true");

  await page.locator("#zeros").scrollIntoViewIfNeeded();
  const starts = page.locator("chainwise-symmetry");
  await starts.getByRole("button", { name: "One epoch" }).press("Enter");
  await expect(starts.locator("[data-start=equal] .finding")).toHaveAttribute("data-spread", "0");
  await expect(starts.locator("[data-start=equal] .finding")).toContainText("exactly the same");

  await page.locator("#depth").scrollIntoViewIfNeeded();
  const health = page.locator("chainwise-gradient-health");
  const depth = health.getByRole("slider", { name: "L, hidden layers" });
  await depth.press("End");
  await expect(health.locator("tbody tr")).toHaveCount(21);
  await expect(health.locator(".verdict")).toHaveAttribute("data-verdict", "vanishes");
  await health.getByRole("button", { name: "tanh" }).press("Enter");
  await expect(health.locator(".verdict")).toHaveAttribute("data-verdict", "steady");
});

test("a damaged link opens the page with what could be read", async ({ page, open }) => {
  await open("#/lessons/optimisers?depth=3&activation=banana&steps=1e9&rate=-4&start=he");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.locator("kit-notice")).toBeVisible();
  await page.locator("#depth").scrollIntoViewIfNeeded();
  const health = page.locator("chainwise-gradient-health");
  await expect(health.locator("tbody tr")).toHaveCount(4);
  await expect(health.locator("[data-choice=he]")).toHaveAttribute("aria-pressed", "true");
  await expect(health.locator("[data-choice=sigmoid]")).toHaveAttribute("aria-pressed", "true");
});
