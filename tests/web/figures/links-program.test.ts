import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import type { Chainwise } from "../../../web/engine/api";
import { linksProgram } from "../../../web/figures/links-program";
import { good, testEngine } from "../support/engine";

let engine: Chainwise;
beforeAll(async () => {
  engine = await testEngine();
});

test.each([
  ["log(2+cos(x))", "v1 = cos(x)\nv2 = 2 + v1\nh = log(v2)"],
  ["a - b + c", "h = a - b + c"],
  ["-x^2", "v1 = x^2\nh = -v1"],
  ["log(x, 2) + max(x, y)", "v1 = log(x, 2)\nv2 = max(x, y)\nh = v1 + v2"],
  ["v1*sin(v1)", "v2 = sin(v1)\nh = v1 * v2"],
  ["u = x + 1\nJ = u*u", "u = x + 1\nJ = u * u"],
])("%s, link by link", (source, links) => {
  expect(linksProgram(engine, source, "h")).toBe(links);
});

test("what has no operation has no links; nor has what cannot be read", () => {
  expect(linksProgram(engine, "x", "h")).toBeUndefined();
  expect(linksProgram(engine, "sin(", "h")).toBeUndefined();
});

test("the links have the value and the slopes of the formula that they were taken from", () => {
  const { formula } = fc.letrec<{ formula: string }>((tie) => ({
    formula: fc.oneof(
      { depthSize: "small", withCrossShrink: true },
      fc.constantFrom("x", "y", "2", "0.5", "pi"),
      fc
        .tuple(tie("formula"), fc.constantFrom("+", "-", "*"), tie("formula"))
        .map(([a, sign, b]) => `(${a} ${sign} ${b})`),
      fc.tuple(tie("formula"), tie("formula")).map(([a, b]) => `(${a})/(3 + cos(${b}))`),
      fc
        .tuple(fc.constantFrom("sin", "tanh", "sigmoid", "softplus", "atan", "-"), tie("formula"))
        .map(([name, a]) => `${name}(${a})`),
      tie("formula").map((a) => `(${a})^2`),
    ),
  }));
  fc.assert(
    fc.property(formula, (source) => {
      const links = linksProgram(engine, source, "h");
      if (links === undefined) return;
      const at = { x: 0.7, y: -1.3 };
      const whole = good(engine.backpropagate(source, at));
      const apart = good(engine.backpropagate(links, at));
      for (const name of Object.keys(whole.gradients))
        if (name in at) expect(apart.gradients[name]).toBeCloseTo(whole.gradients[name] ?? NaN, 9);
      expect(good(engine.evaluate(links, at))).toBeCloseTo(good(engine.evaluate(source, at)), 9);
    }),
    { numRuns: 300, seed: 7 },
  );
});
