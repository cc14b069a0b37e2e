/** What stands around the lessons: keys, glossary, progress. */
import type { Page } from "@playwright/test";
import { expect, test } from "./support/test";

/** A right answer, typed into the first quick check. */
async function solveFirst(page: Page): Promise<void> {
  const answer = page.locator("#check-0 input");
  await answer.fill("-0.02");
  await answer.press("Enter");
  await expect(page.locator("#check-0 .verdict")).toHaveAttribute("data-right", "yes");
}

test("by keyboard: the list of keys, the glossary, a term in the text", async ({ page, open }) => {
  await open("#/lessons/small-network");
  await expect(page.locator("chainwise-graph .graph-card").first()).toBeVisible();
  await page.keyboard.press("?");
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("heading", { name: "Keys" })).toBeVisible();
  await expect(dialog.getByRole("row", { name: "holds its light" })).toBeVisible();
  await page.keyboard.press("Escape");

  await page.keyboard.press("g");
  await expect(dialog.getByRole("searchbox")).toBeFocused();
  await page.keyboard.type("η");
  await expect(dialog.locator("dt")).toContainText(["learning rate"]);
  await page.keyboard.press("Escape"); // empties the search field, as browsers do
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);

  const term = page.getByRole("button", { name: "pre-activation" });
  await term.press("Enter");
  await expect(dialog).toContainText("plus its bias, before it is bent");
  await page.keyboard.press("Escape");
  await expect(term).toBeFocused();
});

test("a light is held in all views, by click and by Enter, until it is let go", async ({ page, open }) => {
  await open("#/lessons/small-network");
  const weight = page.locator('.graph-card[data-node="w1"]');
  await weight.click();
  await page.locator("h1").hover();
  await expect(weight).toHaveClass(/lit/);
  await expect(page.locator(".prose .pointer.lit").first()).toContainText("w");
  await page.locator("h1").click();
  await expect(page.locator(".lit")).toHaveCount(0);

  const symbol = page.locator('.prose .pointer[tabindex="0"]', { hasText: "w1" }).first();
  await symbol.press("Enter");
  await page.locator(".skip-link").focus();
  await expect(weight).toHaveClass(/lit/);
  await page.keyboard.press("Escape");
  await expect(page.locator(".lit")).toHaveCount(0);
});

test("progress: a solved check is seen on the front page, and can be erased", async ({ page, open }) => {
  await open("#/lessons/chain-rule");
  await page.keyboard.press("Shift");
  await solveFirst(page);
  await page.getByRole("link", { name: "Chainwise" }).click();
  await expect(page.locator(".course li").nth(1)).toContainText("1 of 3 checks solved");
  await expect(page.getByRole("link", { name: "Go on with lesson 2" })).toBeVisible();
  await page.keyboard.press("m");
  await page.getByRole("button", { name: "Erase my progress" }).click();
  await page.getByRole("button", { name: "Yes, erase" }).click();
  await page.keyboard.press("Escape");
  await expect(page.locator(".course .state")).toHaveCount(0);
});
