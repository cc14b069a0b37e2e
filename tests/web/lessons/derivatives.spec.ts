import { expect, test } from "../support/test";

test("the secant comes to rest at the tangent; a row of the table goes into the figures", async ({ page, open }) => {
  await open("#/lessons/derivatives?expression=x%5E3%2F6&x=2");
  const quotient = page.locator("chainwise-secant .quotient");
  const slope = async (): Promise<number> => Number(await quotient.getAttribute("data-slope"));
  const slider = page.getByRole("slider", { name: /distance/ });
  // (3.5³ - 2³)/6/1.5
  await expect.poll(slope).toBeCloseTo(3.8750000000000004, 9);
  await slider.press("Home");
  await expect.poll(slope).toBeCloseTo(2.0001, 4);
  await expect.poll(() => page.url()).toContain("h=0.0001");
  const table = page.locator("chainwise-derivative-table");
  await page.locator(".curves").scrollIntoViewIfNeeded();
  await table.scrollIntoViewIfNeeded();
  await table.getByRole("radio", { name: "Roots and sizes" }).click();
  await table.getByRole("button", { name: "Show sqrt" }).click();
  await expect(page.getByLabel("Your function")).toHaveValue("sqrt(x)");
  await expect.poll(slope).toBeCloseTo(1 / (2 * Math.sqrt(2)), 4);
});

test("each rule shows its steps; the kink says its convention", async ({ page, open }) => {
  await open("#/lessons/derivatives");
  await page.getByRole("radio", { name: "Product" }).click();
  await expect(page.locator("chainwise-derivation").getByText("product", { exact: false }).first()).toBeVisible();
  await page.locator("chainwise-plot").last().scrollIntoViewIfNeeded();
  await expect(page.getByText(/By convention the derivative there is set to 0/)).toBeVisible();
});
