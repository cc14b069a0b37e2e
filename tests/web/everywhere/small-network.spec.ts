import type { Locator, Page } from "@playwright/test";
import type { ChainwiseTraining } from "../../../web/figures/training";
import { expect, test } from "../support/test";

const parameters = ["w1", "b1", "w2", "b2"] as const;

const exact = async (locator: Locator, attribute = "data-value"): Promise<number> =>
  Number(await locator.getAttribute(attribute));
const slider = (page: Page, name: string): Locator => page.locator(`.lines-panel kit-slider[data-name=${name}]`);
const line = (page: Page, name: string): Locator => page.locator(`.five-lines [data-name=${name}]`);
const card = (page: Page, name: string): Locator => page.locator(`.graph-card[data-node=${name}]`);
const graph = (page: Page): Locator => page.locator("chainwise-graph");
const product = (page: Page, name: string): Locator => page.locator(`.gradient-card[data-name=${name}]`);
const proof = (page: Page, name: string): Locator => page.locator(`chainwise-gradient-proof tr[data-name=${name}] td`);
const training = (page: Page): Locator => page.locator("chainwise-training");
const number = (page: Page, name: string): Locator => training(page).locator(`[data-number=${name}]`);
const play = (page: Page, name: "Play" | "Pause"): Locator => training(page).getByRole("button", { name, exact: true });

test.describe("a very small network", () => {
  test.beforeEach(async ({ open, page }) => {
    await open("#/lessons/small-network");
    await expect(line(page, "J")).toBeVisible();
  });

  test("each of the four derivatives: product, factors, proof and step show the same number", async ({ page }) => {
    for (const name of parameters) {
      const shown = await exact(product(page, name));
      expect(shown).not.toBe(0);
      const factors = await product(page, name)
        .locator(".link")
        .evaluateAll((links) => links.map((link) => Number((link as HTMLElement).dataset["value"])));
      expect(factors).toHaveLength(name.endsWith("1") ? 5 : 3);
      expect(Math.abs(factors.reduce((all, factor) => all * factor, 1) - shown)).toBeLessThan(1e-12);
      expect(Math.abs((await exact(proof(page, name).nth(0))) - shown)).toBeLessThan(1e-12);
      expect(Math.abs((await exact(proof(page, name).nth(1))) - shown)).toBeLessThan(1e-12);
      expect(Math.abs((await exact(proof(page, name).nth(2))) - shown)).toBeLessThan(1e-6);
      const step = page.locator(`chainwise-descent-step tr[data-name=${name}] .gradient`);
      expect(await exact(step)).toBe(shown);
    }
  });

  test("a slider by keyboard: the lines, the products and the link follow", async ({ page }) => {
    const before = await exact(product(page, "w1"));
    const rail = slider(page, "w1").getByRole("slider");
    await rail.focus();
    await rail.press("ArrowRight");
    await expect(slider(page, "w1").getByRole("textbox")).toHaveValue("0.85");
    await product(page, "w1").scrollIntoViewIfNeeded();
    await expect(product(page, "w1")).not.toHaveAttribute("data-value", String(before));
    await expect.poll(() => page.url()).toContain("w1=0.85");
  });

  test("a value typed over, out of range or nonsense → brought back into the range, or kept", async ({ page }) => {
    const field = slider(page, "x").getByRole("textbox");
    const type = async (text: string): Promise<void> => {
      await field.selectText();
      await field.pressSequentially(text);
      await field.press("Enter");
    };
    await type("99");
    await expect(field).toHaveValue("3");
    await type("banana");
    await expect(field).toHaveValue("3");
  });

  test("the walk: what is not computed is empty; forward, back again, through to the update", async ({ page }) => {
    await graph(page).scrollIntoViewIfNeeded();
    const step = graph(page).getByRole("button", { name: "One step", exact: true });
    const back = graph(page).getByRole("button", { name: "One step back" });
    await expect(graph(page).getByText("step 0 of 18")).toBeVisible();
    await expect(card(page, "z1").locator(".value")).toBeEmpty();
    await expect(card(page, "J").locator(".gradient")).toBeEmpty();
    await step.click();
    await expect(card(page, "z1").locator(".value")).toHaveText("1.300");
    await back.click();
    await expect(card(page, "z1").locator(".value")).toBeEmpty();
    const boxes = await page.locator(".graph-card").evaluateAll((all) => all.map((c) => c.getAttribute("style")));
    for (let i = 0; i < 13; i++) await step.click();
    await expect(graph(page).getByText("step 13 of 18")).toBeVisible();
    // All gradients but that of b1, whose turn has not come.
    expect(await exact(card(page, "w1"), "data-gradient")).toBe(await exact(product(page, "w1")));
    for (let i = 0; i < 5; i++) await step.click();
    await expect(step).toBeDisabled();
    await expect(card(page, "w2").locator(".value")).toHaveText("→ −1.094");
    expect(await page.locator(".graph-card").evaluateAll((all) => all.map((c) => c.getAttribute("style")))).toEqual(
      boxes,
    );
  });

  test("pointing at a factor lights its edge in the graph, and the reverse", async ({ page }) => {
    const factor = product(page, "w1").locator(".link").nth(3);
    const edge = page.locator(`.graph-local[data-edge="${await factor.getAttribute("data-edge")}"]`);
    await factor.focus();
    await expect(edge).toHaveClass(/\blit\b/);
    await factor.blur();
    await expect(edge).not.toHaveClass(/\blit\b/);
    await edge.focus();
    await expect(factor).toHaveClass(/\blit\b/);
  });

  test("one step of descent: the sliders move by -η g, the cost falls to what was said, and undo goes back", async ({
    page,
  }) => {
    const step = page.locator("chainwise-descent-step");
    const said = await exact(step.locator("[data-cost=after]"));
    const next = await exact(step.locator("tr[data-name=w2] td").nth(2));
    const before = await exact(step.locator("[data-cost=before]"));
    await step.getByRole("button", { name: "Take this step" }).click();
    await expect(step.locator("[data-cost=before]")).toHaveAttribute("data-value", String(said));
    expect(said).toBeLessThan(before);
    expect(await exact(line(page, "J"))).toBe(said);
    expect(await exact(step.locator("tr[data-name=w2] td").nth(0))).toBe(next);
    await step.getByRole("button", { name: "Undo" }).click();
    await expect(step.locator("[data-cost=before]")).toHaveAttribute("data-value", String(before));
  });

  test("the network trains, pauses, and starts again with the same losses", async ({ page }) => {
    await training(page).scrollIntoViewIfNeeded();
    await expect(number(page, "epoch")).toHaveText("0.0");
    const first = await exact(number(page, "loss"));
    const losses = async (): Promise<number[]> => {
      const all: number[] = [];
      for (let i = 1; i <= 3; i++) {
        await training(page).getByRole("button", { name: "One batch" }).click();
        await expect.poll(() => exact(number(page, "epoch"))).toBeCloseTo(i / 20, 9);
        all.push(await exact(number(page, "loss")));
      }
      return all;
    };
    const once = await losses();
    await play(page, "Play").click();
    await expect.poll(() => exact(number(page, "loss"))).toBeLessThan(first / 3);
    expect(await training(page).evaluate((figure) => (figure as ChainwiseTraining).place)).toBe("worker");
    await play(page, "Pause").click();
    await training(page).getByRole("button", { name: "Start again" }).click();
    await expect(number(page, "loss")).toHaveAttribute("data-value", String(first));
    expect(await losses()).toEqual(once);
  });
});

test("a link carries the network, the step and the training; a damaged part is said", async ({ page, open }) => {
  await open("#/lessons/small-network?x=0.5&w1=banana&step=6&data=xor&rate=0.3");
  await expect(page.getByRole("status").filter({ hasText: "w1" })).toBeVisible();
  await expect(slider(page, "x").getByRole("textbox")).toHaveValue("0.5");
  await expect(slider(page, "w1").getByRole("textbox")).toHaveValue("0.8");
  await expect(graph(page).getByText("step 6 of 18")).toBeVisible();
  await training(page).scrollIntoViewIfNeeded();
  await expect(training(page).getByRole("combobox", { name: "Data" })).toHaveValue("xor");
  await expect(training(page).getByLabel("Learning rate η")).toHaveValue("0.3");
});
