/** What the training animation does when things go wrong, and what it leaves undone when nobody looks. */
import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./support/test";

const training = (page: Page): Locator => page.locator("chainwise-training");
const number = async (page: Page, name: string): Promise<number> =>
  Number(await training(page).locator(`[data-number=${name}]`).getAttribute("data-value"));
const press = (page: Page, name: string) => training(page).getByRole("button", { name, exact: true }).click();

async function begin(page: Page, open: (link?: string) => Promise<void>, query = ""): Promise<void> {
  await open(`#/lessons/small-network${query}`);
  await training(page).scrollIntoViewIfNeeded();
  await expect(training(page).locator("[data-number=loss]")).not.toHaveText(/^\s*$/);
}

test("a worker that is killed: another goes on from where it was", async ({ page, open }) => {
  await page.addInitScript(`
    window.workers = [];
    const Original = Worker;
    window.Worker = class extends Original { constructor(...all) { super(...all); window.workers.push(this); } };
  `);
  await begin(page, open);
  await press(page, "Play");
  await expect.poll(() => number(page, "epoch")).toBeGreaterThan(20);
  const before = await number(page, "epoch");
  await page.evaluate("window.workers.at(-1).terminate()");
  await expect.poll(() => page.evaluate("window.workers.length")).toBe(2);
  await expect.poll(() => number(page, "epoch")).toBeGreaterThan(before + 20);
});

test("no workers here: the page trains by itself", async ({ page, open }) => {
  await page.addInitScript(`window.Worker = class { constructor() { throw new Error("not here"); } };`);
  await begin(page, open);
  await press(page, "Play");
  await expect.poll(() => number(page, "epoch")).toBeGreaterThan(30);
});

test("a learning rate that is far too large: a sentence, and training goes on with a smaller one", async ({
  page,
  open,
}) => {
  await begin(page, open, "?rate=100");
  await press(page, "Play");
  await page.waitForTimeout(500);
  await training(page).getByLabel("Learning rate η").selectOption("0.3");
  if (await training(page).getByRole("button", { name: "Play", exact: true }).isVisible()) await press(page, "Play");
  const before = await number(page, "epoch");
  await expect.poll(() => number(page, "epoch")).toBeGreaterThan(before + 5);
  expect(Number.isFinite(await number(page, "loss"))).toBe(true);
});

test("off the screen nothing trains; back on it, training goes on", async ({ page, open }) => {
  await begin(page, open);
  await press(page, "Play");
  await expect.poll(() => number(page, "epoch")).toBeGreaterThan(5);
  await page.evaluate("scrollTo(0, 0)");
  await page.waitForTimeout(300);
  const model = "document.querySelector('chainwise-training').epochs";
  const before = await page.evaluate<number>(model);
  await page.waitForTimeout(400);
  expect(await page.evaluate<number>(model)).toBe(before);
  await training(page).scrollIntoViewIfNeeded();
  await expect.poll(() => page.evaluate<number>(model)).toBeGreaterThan(before + 5);
});

test("other data, layers and seed start a new run; the link follows", async ({ page, open }) => {
  await begin(page, open);
  await press(page, "Play");
  await expect.poll(() => number(page, "epoch")).toBeGreaterThan(5);
  await press(page, "Pause");
  await training(page).getByLabel("Inner layers").selectOption("8-8");
  await expect.poll(() => number(page, "epoch")).toBe(0);
  await training(page).getByRole("combobox", { name: "Data" }).selectOption("moons");
  await training(page).getByLabel("Seed").fill("7");
  await training(page).getByLabel("Seed").press("Enter");
  await expect.poll(() => page.url()).toMatch(/data=moons&layers=8-8&seed=7/);
  await expect(training(page).getByRole("img", { name: /layers of 2, 8, 8, 1 nodes/ })).toBeVisible();
});
