import { readFileSync } from "node:fs";
import { linkBits } from "../../support/link-bits";
import { expect, test } from "../support/test";

const goldens = JSON.parse(readFileSync("tests/data/link_bits.json", "utf8")) as Record<string, string>;

test("a link of the laboratory, 50 epochs → the same parameters as everywhere", async ({ page, open }) => {
  for (const [link, bits] of Object.entries(goldens)) {
    await open(link);
    expect(await page.evaluate(linkBits)).toBe(bits);
  }
});
