import { describe, expect, test } from "vitest";
import { neatTex, numberTex, numberText, plainNumber, shortText } from "../../../web/kit/number-text";

describe("numberText", () => {
  test.each<[number, string]>([
    [-0.33123, "−0.331"],
    [0, "0.000"],
    [-0.00004, "−4 · 10⁻⁵"],
    [-0.0004, "−4 · 10⁻⁴"],
    [0.000999, "9.99 · 10⁻⁴"],
    [0.001, "0.001"],
    [1e-12, "1 · 10⁻¹²"],
    [2.5e8, "2.5 · 10⁸"],
    [Number.NaN, "undefined"],
    [-Infinity, "−∞"],
  ])("%s → %s", (value, text) => expect(numberText(value)).toBe(text));
});

test("numberText: what rounds to 0 has no sign, and with more digits less is a power of ten", () => {
  expect(numberText(-0.004, 2)).toBe("0.00");
  expect(numberText(0.00016, 5)).toBe("0.00016");
  expect(numberText(0.05, 1)).toBe("0.1");
});

test.each<[number, string]>([
  [1, "1"],
  [-0.5, "−0.5"],
  [100, "100"],
  [2.54, "2.54"],
])("shortText: %s → %s", (value, text) => expect(shortText(value)).toBe(text));

test.each<[number, string]>([
  [1, "1"],
  [-0.25, "-0.25"],
  [1200, "1200"],
  [0, "0"],
  [-0.00042, "-0.00042"],
  [1e-9, "1e-9"],
])("plainNumber: %s → %s", (value, text) => expect(plainNumber(value)).toBe(text));

test.each<[number, string]>([
  [2, "2"],
  [-1, "(-1)"],
  [0.5, "0.5"],
  [0.5403, "0.540"],
  [100, "100"],
  [Number.NaN, "\\text{undefined}"],
])("neatTex: %s → %s", (value, text) => expect(neatTex(value, 3, true)).toBe(text));

test("numberTex: a negative factor gets parentheses", () => {
  expect([numberTex(-2, 1), numberTex(-2, 1, true), numberTex(3e-9, 1)]).toEqual([
    "-2.0",
    "(-2.0)",
    "3 \\cdot 10^{-9}",
  ]);
});
