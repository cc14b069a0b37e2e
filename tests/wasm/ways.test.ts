/** Where several rules fit, and the notations: what the package offers of them. */
import { expect, test } from "vitest";
import type { Step } from "../../web/engine/api";
import { chainwise, valueOf } from "./engine";

const all = (steps: Step[]): Step[] => steps.flatMap((step) => [step, ...all(step.steps)]);

test.each(["1/x", "sin(x)/x", "sqrt(1+x^2)", "sin(x)^2", "x^sin(x)", "(x+1)/(x-1)"])(
  "%s -> each alternative can be taken, gives the same function, and offers the way back",
  (source) => {
    const usual = valueOf(chainwise.differentiate(source, "x"));
    const first = all(usual.steps).find((step) => step.alternatives);
    expect(first?.alternatives?.length).toBeGreaterThan(0);
    for (const rule of first!.alternatives!) {
      const other = valueOf(chainwise.differentiate(source, "x", { prefer: [rule] }));
      const step = all(other.steps).find((step) => step.rule === rule);
      const back = step!.alternatives!;
      expect(back).not.toContain(rule);
      const again = valueOf(chainwise.differentiate(source, "x", { prefer: [back[0]!] }));
      expect(all(again.steps).map((step) => step.rule)).not.toContain(rule);
      const verdict = valueOf(chainwise.equivalent(usual.derivative.text, other.derivative.text)).verdict;
      expect(verdict).not.toBe("different");
      expect(valueOf(chainwise.evaluate(other.derivative.text, { x: 1.3 }))).toBeCloseTo(
        valueOf(chainwise.evaluate(usual.derivative.text, { x: 1.3 })),
        10,
      );
    }
  },
);

test("a preference that is no rule -> unknown-name; one that is no list -> wrong-type", () => {
  expect(chainwise.differentiate("1/x", "x", { prefer: ["magic"] })).toMatchObject({ error: { code: "unknown-name" } });
  expect(chainwise.differentiate("1/x", "x", { prefer: "quotient" as never })).toMatchObject({
    error: { code: "wrong-type" },
  });
});

test.each([
  ["leibniz", "\\frac{d}{d x}"],
  ["partial", "\\frac{\\partial}{\\partial x}"],
  ["lagrange", "'"],
] as const)("%s -> %s in the steps, and the same text", (notation, sign) => {
  const options = { notation, formats: ["text", "latex"] as ("text" | "latex")[] };
  const { steps } = valueOf(chainwise.differentiate("x^2 + sin(x)", "x", options));
  expect(steps[0]!.before.latex).toContain(sign);
  expect(steps[0]!.before.text).toBe("diff(x^2 + sin(x), x)");
});

test("MathML says what its parts mean", () => {
  const { mathml } = valueOf(chainwise.parse("sqrt(x)^2 + log(2, x)")).definitions[0]!.formula;
  expect(mathml).toContain('intent="square-root');
});
