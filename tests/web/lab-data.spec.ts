import type { Page } from "@playwright/test";
import { expect, test } from "./support/test";

const number = (page: Page, name: string) => page.locator(`lab-page [data-number=${name}]`);
const exact = async (page: Page, name: string): Promise<number> =>
  Number(await number(page, name).getAttribute("data-value"));
const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });

test("points set by hand, moved, removed, also by keys; the link brings the same network again", async ({
  page,
  open,
}) => {
  await open("#/lab?data=own&test=0&layers=tanh3");
  await page.mouse.move(300, 300); // somebody is there: the tools are fetched
  const plane = page.getByRole("application");
  await expect(number(page, "right")).toHaveText(/of 2$/);
  await button(page, "Add C").click();
  const box = await plane.boundingBox();
  if (!box) throw new Error("the plane has no place");
  const at = (across: number, down: number) => [box.x + box.width * across, box.y + box.height * down] as const;
  await page.mouse.click(...at(0.25, 0.25));
  await expect(number(page, "right")).toHaveText(/of 3$/);
  await expect(button(page, "the output for class C")).toBeVisible();
  await page.mouse.move(...at(0.25, 0.25));
  await page.mouse.down();
  await page.mouse.move(...at(0.75, 0.75), { steps: 4 });
  await page.mouse.up();
  await plane.focus();
  await plane.press("Delete"); // what is nearest to the middle
  await expect(number(page, "right")).toHaveText(/of 2$/);
  for (const key of ["ArrowRight", "Enter", "m", "ArrowUp", "Enter"]) await plane.press(key);
  await expect(number(page, "right")).toHaveText(/of 3$/);
  await button(page, "One epoch").click();
  await expect(number(page, "epoch")).toHaveText("1.0");
  const loss = await exact(page, "loss");
  // To the pixel.
  await expect.poll(() => page.url()).toMatch(/own=c\*B0\.5_0\.5\*C0\.(6|599|601)_-0\.(6|599|601)\*C0\.06_0\.06&/);
  await page.reload();
  await button(page, "One epoch").click();
  await expect.poll(() => exact(page, "loss")).toBe(loss);
});

test("a table: what is wrong and where; taken once it is right; a large file is not read; nothing is lost", async ({
  page,
  open,
}) => {
  await open("#/lab");
  await expect(number(page, "right")).toHaveText(/of 200$/);
  await page.mouse.move(300, 300);
  await page.getByText("From a table (CSV)").click();
  const field = page.getByLabel("Paste the table here");
  const trouble = page.locator("lab-table").getByRole("alert");
  await field.fill("x;y\n0,5;1\n1;two");
  await expect(trouble).toContainText("Row 3, column 2");
  await page.locator("lab-table input[type=file]").setInputFiles({
    name: "large.csv",
    mimeType: "text/csv",
    buffer: Buffer.alloc(1_300_000, "1,2\n"),
  });
  await expect(trouble).toContainText("1.3 MB");
  await expect(number(page, "right")).toHaveText(/of 200$/);
  await field.fill("x;y\n0,5;1\n1;2\n-1;0\n-0,5;0,5\n0;1");
  await page.getByRole("checkbox", { name: "Bring each column" }).uncheck();
  await button(page, "Take these points").click();
  await expect(number(page, "right")).toHaveCount(0);
  await expect(page.getByRole("img", { name: "as a curve" })).toBeVisible();
  await expect.poll(() => page.url()).toContain("own=x*0.5_1*1_2*-1_0*-0.5_0.5*0_1");
});

test("a rule and features: read by the engine, said where it is wrong; a damaged link opens a valid page", async ({
  page,
  open,
}) => {
  await open("#/lab?data=rule&rule=x1^2%2Bx2^2<0.5&features=x1x1.banana&own=c*&layers=");
  await expect(page.getByText("could not be read")).toBeVisible();
  await expect(number(page, "right")).toHaveText(/of 200$/);
  await page.mouse.move(300, 300);
  const rule = page.getByRole("textbox", { name: "Rule" });
  await rule.fill("y > sin(3x");
  await expect(page.locator("#lab-rule-state")).toContainText("never closed");
  await rule.fill("x^2 + y^2 < 0.4");
  await expect.poll(() => page.url()).toContain("0.4");
  const features = page.getByRole("group", { name: "The network is given" });
  for (const name of ["x1^2", "x2^2"]) await features.getByRole("checkbox", { name, exact: true }).check();
  for (const name of ["x1", "x2"]) await features.getByRole("checkbox", { name, exact: true }).uncheck();
  await expect(button(page, "the output")).toHaveCount(1);
  // Two squares and a bias are a circle: no inner layer is needed.
  await page.getByRole("combobox", { name: "Optimiser" }).selectOption("adam");
  await button(page, "Play").click();
  await expect.poll(() => exact(page, "loss")).toBeLessThan(0.25);
});
