import { afterEach, expect, test } from "vitest";
import { openChainwise, type Browser } from "./browser.ts";

let browser: Browser;
afterEach(async () => {
  expect(await browser.close()).toEqual([]);
});

test("a very small network: product, proof and step show the same ∂J/∂w1", async () => {
  browser = await openChainwise("#/lessons/small-network");
  await browser.until("document.querySelector('.gradient-card[data-name=w1]')");
  const [card, symbolic, step] = await browser.run<string[]>(`
    const read = (selector) => document.querySelector(selector).dataset.value;
    return [read(".gradient-card[data-name=w1]"), read("chainwise-gradient-proof tr[data-name=w1] td"),
      read("chainwise-descent-step tr[data-name=w1] .gradient")];
  `);
  expect(Math.abs(Number(card) - Number(symbolic))).toBeLessThan(1e-12);
  expect(step).toBe(card);
});

test("a slightly larger network trains in a worker, from file://", async () => {
  browser = await openChainwise("#/lessons/small-network");
  // Everything above has its height once the engine is there.
  await browser.until("document.querySelector('.gradient-card[data-name=w1]')");
  await browser.run("document.querySelector('.training-panel').scrollIntoView()");
  await browser.until("document.querySelector('[data-number=loss]')?.dataset.value");
  const first = await browser.run<string>("return document.querySelector('[data-number=loss]').dataset.value");
  await browser.run("document.querySelector('chainwise-training kit-player .primary').click()");
  await browser.until(`Number(document.querySelector('[data-number=loss]').dataset.value) < ${first} / 3`);
  expect(await browser.run("return document.querySelector('chainwise-training').place")).toBe("worker");
});
