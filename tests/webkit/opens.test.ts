import { afterEach, expect, test } from "vitest";
import { course } from "../../web/lessons/course";
import { openChainwise, type Browser } from "./browser.ts";

let browser: Browser;
afterEach(async () => {
  expect(await browser.close()).toEqual([]);
});

test("front page: leads into the course", async () => {
  browser = await openChainwise();
  await browser.until("document.querySelector('a[href*=\"#/lessons/chain-rule\"]')");
});

test("every page, read to its end: each of its figures is drawn", async () => {
  browser = await openChainwise();
  for (const { id, path } of course) {
    await browser.run("location.hash = arguments[0]", path);
    await browser.until(`document.querySelector("lesson-${id} h1, ${id}-page h1")`);
    // One screen further each time it is asked, as a reader goes.
    await browser.run("window.y = 0");
    await browser.until("(scrollTo(0, y += 400), y >= document.documentElement.scrollHeight)");
    await browser.until(
      `(scrollTo(0, y = (y + 700) % document.documentElement.scrollHeight),
        ![...document.querySelectorAll("main *")].some(
          ({ localName, childElementCount }) => localName.startsWith("chainwise-") && childElementCount === 0))`,
    );
  }
}, 120_000);
