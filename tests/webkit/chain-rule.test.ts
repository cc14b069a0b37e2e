import { afterEach, expect, test } from "vitest";
import { openChainwise, type Browser } from "./browser.ts";

let browser: Browser;
afterEach(async () => {
  expect(await browser.close()).toEqual([]);
});

/** Types over the function, as a person's input would arrive. */
const type = (text: string) =>
  browser.run(
    `const field = document.querySelector("chainwise-function textarea");
     field.value = arguments[0];
     field.dispatchEvent(new Event("input", { bubbles: true }));`,
    text,
  );
const answer = `document.querySelector("chainwise-derivation:not([fixed]) .answer")`;
const agrees = `document.querySelector("chainwise-proof .verdict")?.dataset.agree === "yes"`;

test("chain rule: derives what is typed, mends after a mistake", async () => {
  browser = await openChainwise("#/lessons/chain-rule");
  await browser.until(agrees);
  expect(await browser.run(`return document.querySelector("chainwise-function textarea").value`)).toBe("log(2+cos(x))");
  await type("log(2+cos(x)");
  await browser.until(`document.querySelector("chainwise-function .problem")?.textContent.length > 10`);
  await type("x^3");
  await browser.run(`${answer}.scrollIntoView()`);
  await browser.until(`${answer}.textContent.includes("3") && !${answer}.textContent.includes("sin")`);
  await browser.until(agrees);
});
