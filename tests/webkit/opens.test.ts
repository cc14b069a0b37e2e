import { afterEach, expect, test } from "vitest";
import { openChainwise, type Browser } from "./browser.ts";

let browser: Browser;
afterEach(async () => {
  expect(await browser.close()).toEqual([]);
});

test("front page: leads into the course", async () => {
  browser = await openChainwise();
  await browser.until("document.querySelector('a[href*=\"#/lessons/chain-rule\"]')");
});
