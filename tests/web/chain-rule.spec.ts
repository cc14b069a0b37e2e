import type { Page } from "@playwright/test";
import { expect, test } from "./support/test";

const own = (page: Page) => page.locator("chainwise-derivation:not([fixed])");
const handle = (page: Page) => page.getByRole("slider", { name: "x, the point on the curve" });
const sentence = (page: Page) => page.locator("chainwise-plot .sentence");

test("x = 1: the tangent, the proof, the chain and the prose say the same number", async ({ page, open }) => {
  await open("#/lessons/chain-rule?x=1");
  await expect(sentence(page)).toHaveText("At x = 1 the value is 0.932 and the slope is −0.331.");
  await expect(page.locator("chainwise-plot text.direct")).toHaveText("slope −0.331");
  await expect(page.locator("chainwise-proof td").first()).toHaveText(/^−0\.331248364/);
  await expect(page.locator("chainwise-number-lines .product").last()).toContainText("0.331");
  await expect(page.locator(".mistakes .truth .number")).toHaveText("−0.331");
});

test("arrow keys move the point on every figure, and the link follows", async ({ page, open }) => {
  await open("#/lessons/chain-rule?x=1");
  await handle(page).focus();
  await page.keyboard.press("ArrowRight");
  await expect(handle(page)).toHaveAttribute("aria-valuenow", "1.1");
  await expect(sentence(page)).toContainText("At x = 1.1 ");
  await expect(page.locator("kit-scrub")).toHaveText("1.1");
  await expect(page).toHaveURL(/[?&]x=1\.1(&|$)/);
  await page.keyboard.press("Shift+ArrowLeft");
  await expect(handle(page)).toHaveAttribute("aria-valuenow", "1.09");
});

test("the point follows the mouse", async ({ page, open }) => {
  await open("#/lessons/chain-rule");
  const picture = page.locator("chainwise-plot kit-plot > svg").first();
  await picture.scrollIntoViewIfNeeded();
  const box = (await picture.boundingBox())!;
  await page.mouse.move(box.x + box.width / 2, box.y + 60);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.8, box.y + 60, { steps: 4 });
  await page.mouse.up();
  expect(Number(await handle(page).getAttribute("aria-valuenow"))).toBeGreaterThan(2.5);
  await expect(page).toHaveURL(/[?&]x=/);
});

test("1/2x: how it was read stands under the preview, and goes when it could mean one thing only", async ({
  page,
  open,
}) => {
  await open("#/lessons/chain-rule");
  const note = page.locator("chainwise-function .note");
  await page.getByLabel("Your function").fill("1/2x");
  await expect(note).toHaveText("Read as (1/2)*x. To divide by all of it, write 1/(2*x).");
  await page.getByLabel("Your function").fill("(1/2)x");
  await expect(note).toHaveCount(0);
});

test("two ways from x to the output: a name that is held fixed makes a partial derivative", async ({ page, open }) => {
  await open("#/lessons/chain-rule");
  await page.getByLabel("Your function").fill("u = x^2\nx*u");
  await expect(own(page).locator(".step").nth(1)).toContainText("∂h");
  await expect(own(page).locator(".step").nth(0)).not.toContainText("∂h");
});

test("three depths: the answer alone, the main steps, every step; one step unfolds in place", async ({
  page,
  open,
}) => {
  await open("#/lessons/chain-rule");
  const steps = own(page).locator(".step");
  await expect(steps).toHaveCount(7);
  await own(page).getByText("Answer", { exact: true }).click();
  await expect(steps).toHaveCount(0);
  await expect(own(page).locator(".answer")).toContainText("sin");
  await own(page).getByText("Every step", { exact: true }).click();
  await expect(steps.filter({ hasText: "does not change" })).toHaveCount(1);
  await own(page).getByText("Main steps", { exact: true }).click();
  await own(page)
    .getByRole("button", { name: /how\?\s+line 4/ })
    .click();
  await expect(steps.filter({ hasText: "does not change" })).toHaveCount(1);
});

test("a quotient: the product rule stands beside the quotient rule, and ends in an equal answer; on paper unasked", async ({
  page,
  open,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await open("#/lessons/chain-rule?x=2&expression=(x%5E2%2B1)%2F(x-1)");
  const button = page.getByRole("button", { name: "Another way: product with a power" });
  await button.focus();
  await page.keyboard.press("Enter");
  await expect(button).toHaveAttribute("aria-expanded", "true");
  const ways = page.locator(".ways-beside > .way");
  await expect(ways.nth(1)).toContainText("dividing is multiplying by the power");
  await expect(ways.nth(1).locator(".agreement")).toContainText("Both answers are equal");
  await expect(ways.nth(1).locator(".agreement")).toContainText("both are −1");
  const [left, right] = await Promise.all([0, 1].map((i) => ways.nth(i).boundingBox()));
  expect(right?.y).toBe(left?.y);
  await page.keyboard.press("Enter");
  await expect(ways).toHaveCount(0);
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  await expect(page.getByLabel("Another way: product with a power").locator(".agreement")).toContainText(
    "Both answers are equal",
  );
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  await expect(ways).toHaveCount(0);
});

test("the numbers stand beside the steps when asked for", async ({ page, open }) => {
  await open("#/lessons/chain-rule?x=1");
  await own(page).getByRole("checkbox").check();
  await expect(own(page).locator(".numbers").first()).toContainText("0.394");
  await expect(page).toHaveURL(/numbers=on/);
});

test("several names: the variable is chosen, the others have sliders", async ({ page, open }) => {
  await open("#/lessons/chain-rule?expression=log(w*x%2Bb)");
  const field = page.locator("chainwise-function");
  await expect(field.getByRole("slider", { name: "w", exact: true })).toBeVisible();
  await field.getByRole("combobox", { name: "Derive by" }).selectOption("w");
  await expect(field.getByRole("slider", { name: "x", exact: true })).toBeVisible();
  await expect(page.locator("chainwise-proof caption")).toContainText("at w =");
  await field.getByRole("textbox", { name: "Value of b" }).fill("2");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/at=b%3D2/);
});

test("where log x has no value the picture has a gap, says so, and shows no slope", async ({ page, open }) => {
  await open("#/lessons/chain-rule?expression=log(x)&x=-1");
  await expect(page.locator("chainwise-plot .features").first()).toHaveText("No value from x = −6.5 to 0.");
  await expect(sentence(page)).toHaveText("At x = −1 the value is undefined and the slope is undefined.");
  await expect(page.locator("chainwise-plot text.direct")).toHaveCount(0);
  const left = await page.locator("chainwise-plot path.curve").last().getAttribute("d");
  expect(left?.match(/M/g)).toHaveLength(1);
});

test("the last function that made sense stays while a mistake is being typed", async ({ page, open }) => {
  await open("#/lessons/chain-rule");
  const field = page.getByLabel("Your function", { exact: true });
  await field.fill("x^3");
  await field.fill("x^3+");
  await expect(page.locator("chainwise-function .place mark")).toHaveText("+");
  await expect(own(page).locator(".answer")).toContainText("3");
  await expect(page).toHaveURL(/expression=x%5E3(&|$)/);
});

test("pointing at a part lights it on every line", async ({ page, open }) => {
  await open("#/lessons/chain-rule");
  const example = page.locator("chainwise-derivation[fixed]");
  await example.scrollIntoViewIfNeeded();
  await example.hover();
  const part = example.locator(".right .katex-html [data-node]").filter({ hasText: /^cos/ }).first();
  await part.hover();
  await expect(example.locator(".light")).not.toHaveCount(0);
  expect(await example.locator(".light").count()).toBeGreaterThan(1);
});

test("formulas are spoken: each has MathML", async ({ page, open }) => {
  await open("#/lessons/chain-rule");
  await expect
    .poll(() =>
      page.evaluate(
        () =>
          [...document.querySelectorAll(".katex")].filter(
            (formula) => !formula.closest("[aria-hidden='true']") && !formula.querySelector("math"),
          ).length,
      ),
    )
    .toBe(0);
});

test("at a kink the sentence names both slopes, and no tangent is drawn across it", async ({ page, open }) => {
  await open("#/lessons/chain-rule?expression=abs(x)&x=0");
  await expect(sentence(page)).toContainText("kink: its slope is −1 on the left and 1 on the right");
  await expect(page.locator("chainwise-plot text.direct")).toHaveText(["slope −1", "slope 1"]);
});

/** Formulas that would keep a browser busy for minutes, were all of their steps typeset. */
const monsters: [name: string, text: string][] = [
  ["nested 1000 deep", "sin(".repeat(1000) + "x" + ")".repeat(1000)],
  ["fractions 60 deep", "1/(1+".repeat(60) + "x" + ")".repeat(60)],
  ["a sum of 500 terms", Array.from({ length: 500 }, (_, k) => `sin(${k + 1}x)^2`).join("+")],
];
for (const [name, text] of monsters) {
  test(`${name}: the page stays in shape and answers to the next function`, async ({ page, open }) => {
    await open("#/lessons/chain-rule?detail=all&numbers=on");
    const field = page.getByLabel("Your function", { exact: true });
    await field.fill(text);
    await expect(page.locator("chainwise-function .state")).toContainText("This is long");
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1280);
    await field.fill("x^2");
    await expect(page.locator("chainwise-function .state")).not.toContainText("This is long");
    await expect(own(page).locator(".answer")).toContainText("2");
  });
}
