import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { trainingBits } from "../support/training-bits";
import { openChainwise } from "./browser.ts";

const goldens = JSON.parse(readFileSync("tests/data/training_bits.json", "utf8")) as Record<string, string>;

test("1,000 batches of each optimizer → the same bits as everywhere", async () => {
  const browser = await openChainwise("#/lessons/small-network");
  const engine = "document.querySelector('chainwise-check')?.engine";
  await browser.until(engine);
  for (const [optimizer, bits] of Object.entries(goldens)) {
    const hash = await browser.run<string>(`return (${trainingBits.toString()})(${engine}, arguments[0])`, optimizer);
    expect(hash, optimizer).toBe(bits);
  }
  expect(await browser.close()).toEqual([]);
});
