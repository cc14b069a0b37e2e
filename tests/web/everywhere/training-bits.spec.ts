import { readFileSync } from "node:fs";
import { trainingBits } from "../../support/training-bits";
import { expect, test } from "../support/test";

const goldens = JSON.parse(readFileSync("tests/data/training_bits.json", "utf8")) as Record<string, string>;

test("1,000 batches of each optimizer → the same bits as everywhere", async ({ page, open }) => {
  await open("#/lessons/small-network");
  await page.waitForFunction(() => document.querySelector("chainwise-check")?.engine);
  for (const [optimizer, bits] of Object.entries(goldens)) {
    const script = `(${trainingBits.toString()})(document.querySelector("chainwise-check").engine, "${optimizer}")`;
    expect(await page.evaluate(script), optimizer).toBe(bits);
  }
});
