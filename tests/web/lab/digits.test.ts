import { expect, test } from "vitest";
import { digitsApart, factorTex } from "../../../web/lab/digits";

test.each<[number, number, number]>([
  [0.0055, 0.0053, 4],
  [0.005534, 0.005531, 6],
  [0.0055, 0.0055, 4],
  [1, 1 + 1e-15, 9],
])("digitsApart: %s and %s → %s", (a, b, digits) => expect(digitsApart(a, b, 4)).toBe(digits));

test.each<[number, string]>([
  [0.00193, "0.00193"],
  [-0.0232, "(-0.0232)"],
  [0.146, "0.146"],
  [12, "12.000"],
  [0, "0.000"],
  [0.0000193, "1.93 \\cdot 10^{-5}"],
])("factorTex: %s → %s", (value, text) => expect(factorTex(value, true)).toBe(text));
