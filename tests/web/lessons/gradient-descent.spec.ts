import { expect, test } from "../support/test";

test("one weight: with the slope, a step falls; the map: arrow keys move the start, steps go down", async ({
  page,
  open,
}) => {
  await open("#/lessons/gradient-descent");
  const curve = page.locator("chainwise-descent-curve");
  await curve.getByText("With the slope").click();
  await curve.getByRole("button", { name: "One step", exact: true }).click();
  await expect(curve.getByText(/Step 1: the cost fell/)).toBeVisible();
  await page.locator(".later").scrollIntoViewIfNeeded();
  const map = page.locator("chainwise-contour-descent");
  await map.scrollIntoViewIfNeeded();
  const here = map.locator(".here");
  const cost = async (): Promise<number> => Number(await here.getAttribute("data-cost"));
  const before = await cost();
  await map.getByRole("slider", { name: /Start of the descent/ }).press("ArrowLeft");
  await expect.poll(() => page.url()).toContain("p=1.9");
  expect(await cost()).not.toBe(before);
  const start = await cost();
  for (let step = 0; step < 5; step++) await map.getByRole("button", { name: "One step", exact: true }).click();
  expect(await cost()).toBeLessThan(start);
});

test("the learning rate: what really happens from one end of the rail to the other", async ({ page, open }) => {
  await open("#/lessons/gradient-descent?rate=0.001");
  await page.locator(".later").scrollIntoViewIfNeeded();
  const finder = page.locator("chainwise-rate-finder");
  const verdict = finder.locator(".verdict");
  await expect(verdict).toHaveAttribute("data-verdict", "too-slow");
  await finder.getByRole("slider").press("End");
  await expect(verdict).toHaveAttribute("data-verdict", "diverges");
  await expect(finder.getByRole("img", { name: /too slow: .*good: .*oscillates: .*diverges: / })).toBeVisible();
});

test("a cost of one's own: a preset, a walk by the keyboard, one that diverges, a gap, a name too many", async ({
  page,
  open,
}) => {
  await open("#/lessons/gradient-descent");
  const land = page.locator("chainwise-typed-landscape");
  await land.scrollIntoViewIfNeeded();
  await land.getByRole("button", { name: "Ravine" }).click();
  const outcome = land.locator(".outcome");
  const start = land.getByRole("slider", { name: /Start of the descent/ });
  await start.press("ArrowRight");
  await expect.poll(() => page.url()).toContain("ja=-2.44");
  const step = land.getByRole("button", { name: "One step", exact: true });
  for (let i = 0; i < 3; i++) await step.press("Enter");
  await expect(outcome).toHaveAttribute("data-outcome", "leaps");
  await expect(land.locator(".here")).toContainText("b = −0.22");
  await land.getByRole("slider", { name: "learning rate eta" }).press("End");
  await expect(outcome).toContainText("diverges");
  const field = land.getByLabel("Your cost J of a and b");
  await field.fill("log(a) + b^2");
  await expect(land.locator(".gaps")).toContainText("51 %");
  await field.fill("log(a) + c");
  await expect(land.getByText(/Only a and b move here\. c would need a value/)).toBeVisible();
  await expect(page).toHaveURL(/J=log/);
});
