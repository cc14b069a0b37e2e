import type { Locator, Page } from "@playwright/test";
import { expect, test } from "../support/test";

const field = (page: Page) => page.getByLabel("Your function", { exact: true });
const verdict = (page: Page) => page.locator("chainwise-proof .verdict");
/** The reader's own derivation; the running example has one as well. A figure off the screen stands still. */
async function answer(page: Page): Promise<Locator> {
  const found = page.locator("chainwise-derivation:not([fixed]) .answer");
  await found.evaluate((element) => element.scrollIntoView());
  return found;
}

test.beforeEach(async ({ open }) => open("#/lessons/chain-rule"));

test("chain rule: opens with log(2+cos(x)), derived and proved", async ({ page }) => {
  await expect(field(page)).toHaveValue("log(2+cos(x))");
  await expect(await answer(page)).toContainText("sin");
  await expect(verdict(page)).toHaveAttribute("data-agree", "yes");
});

test("chain rule: x^3 → 3x^2, steps and proof follow", async ({ page }) => {
  await field(page).fill("x^3");
  await expect(await answer(page)).toContainText("3");
  await expect(await answer(page)).not.toContainText("sin");
  await expect(verdict(page)).toHaveAttribute("data-agree", "yes");
});

/** What people type by mistake, and a word of the sentence that helps. */
const mistakes: [name: string, text: string][] = [
  ["a missing parenthesis", "log(2+cos(x)"],
  ["a doubled star", "2**x"],
  ["an unknown function", "foo(x)"],
  ["10,000 opening parentheses", "(".repeat(10_000)],
  ["an empty line", ""],
];
for (const [name, text] of mistakes) {
  test(`chain rule: ${name} → a sentence that helps, and the next valid input works`, async ({ page }) => {
    await expect(verdict(page)).toHaveAttribute("data-agree", "yes");
    await field(page).fill(text);
    const problem = page.locator("chainwise-function .problem");
    await expect(problem).toHaveText(/^[A-Z].{10,}[.?]$/s);
    await expect(field(page)).toHaveAttribute("aria-invalid", "true");
    await field(page).fill("exp(2x)");
    await expect(problem).toHaveCount(0);
    await expect(await answer(page)).toContainText("2");
    await expect(verdict(page)).toHaveAttribute("data-agree", "yes");
  });
}

test("chain rule: 1/0 → said to be undefined, and the page goes on", async ({ page }) => {
  await field(page).fill("1/0");
  await expect(page.locator("chainwise-function [role=status]")).not.toBeEmpty();
  await field(page).fill("x^2");
  await expect(verdict(page)).toHaveAttribute("data-agree", "yes");
});
