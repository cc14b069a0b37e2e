import type { Locator, Page } from "@playwright/test";
import { expect, test } from "../support/test";

const exact = async (locator: Locator, attribute = "data-value"): Promise<number> =>
  Number(await locator.getAttribute(attribute));
const ways = (page: Page): Locator => page.locator("chainwise-ways");
const graph = (page: Page): Locator => page.locator("chainwise-graph");
const card = (page: Page, name: string): Locator => page.locator(`.graph-card[data-node=${name}]`);

/** Brings a part to the screen, so that its figure is fetched. */
async function come(page: Page, figure: string): Promise<Locator> {
  const place = page.locator(figure);
  await place.scrollIntoViewIfNeeded();
  await expect(place.locator(":scope > *").first()).toBeVisible();
  return place;
}

test("with the pointer: a nudge forks; ledger, tree, matrices and code say the derivative that the graph says", async ({
  page,
  open,
}) => {
  await open("#/lessons/backpropagation");
  await expect(ways(page).locator("button.way")).toHaveCount(2);
  await page.locator(".ways-panel [data-choice=w2]").click();
  await expect(ways(page).getByRole("button", { name: "w2, z1, a1, z4, yhat2, J" })).toBeVisible();

  const ledger = await come(page, "chainwise-path-ledger");
  const derivative = await exact(ledger.locator("[data-name=w2]"));
  expect(derivative).toBeCloseTo(0.000877135, 8);
  await expect(ledger.locator(".ledger-total")).toHaveAttribute("data-total", "16");
  await ledger.getByRole("button", { name: "Front parts used again" }).click();
  await expect(ledger.locator(".ledger-total")).toHaveAttribute("data-total", "10");

  const growth = await come(page, "chainwise-path-growth");
  await growth.locator("kit-slider[data-name=layers]").getByRole("textbox").fill("5");
  await growth.locator("kit-slider[data-name=layers]").getByRole("textbox").press("Enter");
  await expect(growth.locator("[data-paths]")).toHaveAttribute("data-paths", "32");

  const tree = await come(page, "chainwise-gradient-tree");
  await page.locator(".tree-panel [data-choice=w2]").click();
  await tree.getByRole("button", { name: "Unfold all" }).click();
  expect(await exact(tree.locator("li[data-node=w2]"))).toBe(derivative);
  await expect(tree.locator("li[data-node=yhat1]")).toBeVisible();

  const matrices = await come(page, "chainwise-matrices");
  await matrices.getByRole("button", { name: "Matrices of numbers" }).click();
  const entry = matrices.locator("[data-equation=weights-1] .made").nth(1);
  expect(await exact(entry)).toBe(derivative);
  await entry.hover();
  await expect(matrices.locator("[data-equation=weights-1] .entry.lit")).toHaveCount(3);
  await expect(matrices.locator("[data-equation=weights-1] .scalar .result")).toHaveText("= 0.0009");

  const line = (await come(page, "chainwise-listing")).locator(".line", { hasText: "d_w2 = d_z1*x2" });
  await line.hover();
  await expect(page.locator("chainwise-node-table tr[data-node=w2]")).toHaveClass(/lit/);
  await page.locator("chainwise-node-table tr[data-node=z3]").hover();
  await expect(page.locator(".listing .line.lit")).toHaveCount(2);
});

test("with the keyboard: the walk, forward mode, and the XOR network", async ({ page, open }) => {
  await open("#/lessons/backpropagation?step=17");
  await come(page, "chainwise-graph");
  // Two shares of a1: the second one is added.
  await expect(card(page, "a1")).toHaveAttribute("data-gradient", /./);
  const first = await exact(card(page, "a1"), "data-gradient");
  const step = graph(page).getByRole("button", { name: "One step", exact: true });
  await step.focus();
  for (let i = 0; i < 10 && !(await graph(page).locator(".sentence").textContent())?.includes("second way"); i++) {
    await page.keyboard.press("Enter");
  }
  await expect(graph(page).locator(".sentence")).toContainText("A second way leads from");
  expect(await exact(card(page, "a1"), "data-gradient")).not.toBe(first);

  await page.getByRole("button", { name: "Forward mode", exact: true }).focus();
  await page.keyboard.press("Enter");
  await expect(graph(page).getByText("step 0 of")).toBeVisible();
  await step.focus();
  for (let i = 0; i < 10; i++) await page.keyboard.press("Enter");
  await expect(card(page, "w1")).toHaveAttribute("data-gradient", "1");

  await page.locator(".graph-panel [data-choice=xor]").focus();
  await page.keyboard.press("Enter");
  await expect(card(page, "w8")).toHaveCount(0);
  await expect(page).toHaveURL(/net=xor/);
  const slips = page.locator(".slips");
  await slips.scrollIntoViewIfNeeded();
  await expect(slips.locator("[data-slip=transposed]")).toContainText("does not fit");
});

test("a damaged link → the rest of it holds, and what was lost is said", async ({ page, open }) => {
  await open("#/lessons/backpropagation?net=xor&at=w1%3D99,w77%3D1&step=banana&nudge=-0.5");
  await expect(page.getByRole("status").filter({ hasText: "step" }).first()).toBeVisible();
  await expect(page.locator(".ways-panel [data-choice=xor]")).toHaveAttribute("aria-pressed", "true");
  await expect(page.locator("kit-slider[data-name=nudge]").getByRole("textbox")).toHaveValue("-0.5");
});
