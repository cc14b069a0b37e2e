import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { linkBits } from "../support/link-bits";
import { openChainwise } from "./browser.ts";

const goldens = JSON.parse(readFileSync("tests/data/link_bits.json", "utf8")) as Record<string, string>;

test("a link of the laboratory, 50 epochs → the same parameters as everywhere", async () => {
  for (const [link, bits] of Object.entries(goldens)) {
    const browser = await openChainwise(link);
    await browser.run(`${linkBits}.then((bits) => { window.bits = bits; })`);
    // Each with a wait of its own: this browser paints without a graphics card here.
    for (const epoch of [1, 20, 40])
      await browser.until(`document.querySelector("[data-number=epoch]")?.dataset.value >= ${epoch}`);
    await browser.until("window.bits");
    expect(await browser.run("return window.bits")).toBe(bits);
    expect(await browser.close()).toEqual([]);
  }
});
