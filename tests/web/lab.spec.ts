import type { Locator, Page } from "@playwright/test";
import type { ChainwiseNode } from "../../web/lab/node-panel";
import { expect, test } from "./support/test";

const number = (page: Page, name: string): Locator => page.locator(`lab-page [data-number=${name}]`);
const exact = async (locator: Locator, attribute = "data-value"): Promise<number> =>
  Number(await locator.getAttribute(attribute));
const button = (page: Page, name: string | RegExp): Locator => page.getByRole("button", { name, exact: true });

test.beforeEach(async ({ page, open }) => {
  await open("#/lab");
  await expect(number(page, "epoch")).toHaveText("0.0");
});

test("a network learns; a node tells where its numbers come from; the next update does what was said", async ({
  page,
}) => {
  const before = await exact(number(page, "loss"));
  await button(page, "Play").click();
  await expect.poll(() => exact(number(page, "loss"))).toBeLessThan(before / 4);
  await button(page, "Pause").click();
  await button(page, "node 2 of layer 1").click();
  await button(page, "Ask about w1").click();
  const row = page.locator("tr[data-parameter=w1]");
  const slope = await exact(row.locator(".gradient"));
  for (const way of ["symbolic", "reverse"])
    expect(Math.abs((await exact(page.locator(`[data-way=${way}]`))) - slope)).toBeLessThan(1e-11);
  // The panel says w_new; one batch later it is there.
  const after = await exact(page.locator("chainwise-node .line[data-value]").last());
  await button(page, "One batch").click();
  await expect
    .poll(async () => Math.abs(Number(await row.getByRole("textbox").inputValue()) - after))
    .toBeLessThan(2e-5);
});

test("going back in time and on again comes to the same end; start again gives the same 100 losses", async ({
  page,
}) => {
  /** The losses before each of the first 100 updates and after them, and the weights and biases there. */
  const run = async (from: number) => {
    for (let epoch = from + 1; epoch <= 5; epoch++) {
      await button(page, "One epoch").click();
      await expect(number(page, "epoch")).toHaveText(`${epoch}.0`);
    }
    return page.locator("chainwise-node").evaluate((node) => {
      const { history, parameters } = (node as ChainwiseNode).asked?.frame ?? {};
      return { losses: history?.losses, numbers: parameters && Object.values(parameters).flat().map(String) };
    });
  };
  const once = await run(0);
  expect(once.losses).toHaveLength(101);
  await page.getByRole("slider", { name: "A moment of the run, in epochs" }).fill("2");
  await expect(number(page, "epoch")).toHaveText("2.0");
  await expect(number(page, "loss")).toHaveAttribute("data-value", String(once.losses?.[40]));
  expect(await run(2)).toEqual(once);
  await button(page, "Start again").click();
  await expect(number(page, "epoch")).toHaveText("0.0");
  expect(await run(0)).toEqual(once);
});

test("building by keyboard: a node more, a layer more, a weight typed; the link carries the network", async ({
  page,
}) => {
  await button(page, "One node more in layer 1").press("Enter");
  await expect(page.getByRole("spinbutton", { name: "Nodes in layer 1" })).toHaveValue("5");
  await button(page, "Add a layer").press("Enter");
  await expect(button(page, "node 2 of layer 3")).toBeVisible();
  await expect.poll(() => page.url()).toContain("layers=tanh5.tanh2.tanh2");
  const weight = page.locator("tr[data-parameter=b]").getByRole("textbox");
  const before = await exact(number(page, "loss"));
  await weight.fill("banana");
  await weight.press("Enter");
  await expect(page.getByRole("alert").filter({ hasText: "banana" })).toBeVisible();
  await weight.fill("2.5");
  await weight.press("Enter");
  await expect.poll(() => exact(number(page, "loss"))).not.toBe(before);
  await expect(weight).toHaveValue("2.5");
});

test("a learning rate of 1000 → said, the last good state stands; a smaller one goes on", async ({ page }) => {
  await page.getByRole("combobox", { name: "Begin with" }).selectOption("explodes");
  await button(page, "Play").click();
  await expect(page.getByRole("alert").filter({ hasText: "smaller learning rate" })).toBeVisible();
  await page.getByRole("spinbutton", { name: "Learning rate η" }).fill("0.01");
  await page.getByRole("spinbutton", { name: "Learning rate η" }).press("Enter");
  const before = await exact(number(page, "loss"));
  await button(page, "Play").click();
  await expect.poll(() => exact(number(page, "loss"))).toBeLessThan(before);
});

test("taken home as a file, opened again: the same network; a damaged file is said", async ({ page }) => {
  await button(page, "One epoch").click();
  await expect(number(page, "epoch")).toHaveText("1.0");
  const loss = await exact(number(page, "loss"));
  await page.locator(".home").scrollIntoViewIfNeeded();
  await page.getByRole("combobox", { name: "As", exact: true }).selectOption("json");
  const saving = page.waitForEvent("download");
  await button(page, "Save").click();
  const path = await (await saving).path();
  await button(page, "New start").click();
  await expect(number(page, "epoch")).toHaveText("0.0");
  await page.locator("input[type=file]").setInputFiles(path);
  await expect.poll(async () => Math.abs((await exact(number(page, "loss"))) - loss)).toBeLessThan(1e-12);
  await page.locator("input[type=file]").setInputFiles({
    name: "x.json",
    mimeType: "application/json",
    buffer: Buffer.from('{"chainwise": 1}'),
  });
  await expect(page.getByRole("alert").filter({ hasText: "damaged" })).toBeVisible();
});
