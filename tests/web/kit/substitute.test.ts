import { describe, expect, test } from "vitest";
import { substituteTex } from "../../../web/kit/substitute";

const numbers = new Map([
  ["w_{1}", "0.8"],
  ["x", "1.5"],
  ["b_{1}", "-0.3"],
  ["z_1", "1.3"],
  ["\\hat{y}", "0.2"],
  ["y", "1"],
]);

describe("substituteTex", () => {
  const cases: [tex: string, result: string][] = [
    ["w_{1}\\,x+b_{1}", "0.8 \\cdot 1.5+(-0.3)"],
    ["w_1 x", "0.8 \\cdot 1.5"],
    ["b_{1}", "-0.3"],
    ["\\sigma(z_{1})", "\\sigma(1.3)"],
    ["\\sigma(b_1)", "\\sigma(-0.3)"],
    ["\\frac{1}{2} \\cdot (\\hat{y}-y)^{2}", "\\frac{1}{2} \\cdot (0.2-1)^{2}"],
    ["2x", "2 \\cdot 1.5"],
    ["\\frac{1}{2} x", "\\frac{1}{2} \\cdot 1.5"],
    ["\\frac{x}{2} x^{2}", "\\frac{1.5}{2} \\cdot 1.5^{2}"],
    ["x^{2}\\,x", "1.5^{2} \\cdot 1.5"],
    ["\\sqrt[3]{x}\\,x", "\\sqrt[3]{1.5} \\cdot 1.5"],
    ["\\sin^{2} x\\,\\cos x", "\\sin^{2} 1.5 \\cdot \\cos 1.5"],
    ["\\log_{2} x", "\\log_{2} 1.5"],
    ["\\operatorname{relu}(x)", "\\operatorname{relu}(1.5)"],
    ["x\\,\\operatorname{sign}(x)", "1.5 \\cdot \\operatorname{sign}(1.5)"],
    ["b_1^{2}-x", "(-0.3)^{2}-1.5"],
    ["x\\,(1-x)", "1.5 \\cdot (1-1.5)"],
    ["\\exp(x)", "\\exp(1.5)"],
    ["q_{1}", "q_{1}"],
    ["", ""],
  ];
  test.each(cases)("%s → %s", (tex, result) => expect(substituteTex(tex, numbers)).toBe(result));

  test("each number can be dressed after its name", () => {
    expect(substituteTex("w_1 x", numbers, (name, number) => `[${name}|${number}]`)).toBe("[w_1|0.8] \\cdot [x|1.5]");
  });
});
