import { beforeAll, expect, test } from "vitest";
import type { Chainwise } from "../../../web/engine/api";
import { readRule, rulePoints } from "../../../web/lab/data/rule";
import { good, testEngine } from "../support/engine";

let engine: Chainwise;
beforeAll(async () => {
  engine = await testEngine();
});

/** The same rules in JavaScript. */
const rules: [string, "classes" | "numbers" | "curve", (a: number, b: number) => number][] = [
  ["y > sin(3x)", "classes", (x, y) => Number(y > Math.sin(3 * x))],
  ["x1^2 + x_2^2 < 0.5", "classes", (a, b) => Number(a * a + b * b < 0.5)],
  ["0.2 ≤ x", "classes", (x) => Number(x > 0.2)],
  ["y=x^3", "curve", (x) => x ** 3],
  ["exp(x)", "curve", (x) => Math.exp(x)],
  ["y = 0.3", "curve", () => 0.3],
  ["y = x1*x2 - 1", "numbers", (a, b) => a * b - 1],
];

test.each(rules)("%s", (text, kind, expected) => {
  const rule = good(readRule(engine, text));
  const points = good(rulePoints(engine, rule, { count: 60, noise: 0, seed: 2 }));
  expect(points.kind).toBe(kind);
  expect(points.rows.length).toBe(60);
  for (const row of points.rows) {
    const goal = kind === "curve" ? expected(row[0] ?? NaN, NaN) : expected(row[0] ?? NaN, row[1] ?? NaN);
    expect(row.at(-1)).toBeCloseTo(goal, 12);
    for (const place of row.slice(0, -1)) expect(Math.abs(place)).toBeLessThanOrEqual(1);
  }
});

test("noise moves points of classes and the numbers of curves, by its deviation", () => {
  const spread = (values: number[]): number => Math.sqrt(values.reduce((sum, it) => sum + it * it, 0) / values.length);
  const curve = good(rulePoints(engine, good(readRule(engine, "y = 0")), { count: 1000, noise: 0.3, seed: 4 }));
  expect(spread(curve.rows.map(([, y = 0]) => y))).toBeCloseTo(0.3, 1);
  const rule = good(readRule(engine, "x > 0"));
  const [still, moved] = [0, 0.3].map((noise) => good(rulePoints(engine, rule, { count: 1000, noise, seed: 4 })).rows);
  const shifts = (moved ?? []).flatMap(([a = 0, b = 0], i) => [a - (still?.[i]?.[0] ?? 0), b - (still?.[i]?.[1] ?? 0)]);
  expect(spread(shifts)).toBeCloseTo(0.3, 1);
  expect(moved?.map(([, , own]) => own)).toEqual(still?.map(([, , own]) => own));
});

test("where a side has no value there is no point", () => {
  const { rows } = good(rulePoints(engine, good(readRule(engine, "y = sqrt(x)")), { count: 80, noise: 0, seed: 1 }));
  expect(rows.length).toBeLessThan(80);
  for (const [x = NaN] of rows) expect(x).toBeGreaterThanOrEqual(0);
});

test.each([
  ["y > sin(3x", "missing-close", 7],
  ["sin( < y", "", undefined],
  ["", "empty", 0],
  ["y >", "empty", 3],
  ["y > x > 0", "two-signs", 6],
  ["x = y", "left", 0],
  ["y = x + y", "y-twice", 8],
  ["y = 2x + x1", "stranger", 5],
  ["y > a + x", "stranger", 4],
  ["x1 > y", "stranger", 0],
  ["3 > 2", "no-names", 0],
])("%j → %s", (text, code, position) => {
  const rule = readRule(engine, text);
  if (rule.ok) throw new Error("it was read");
  if (code) expect(rule.error.code).toBe(code);
  if (position !== undefined) expect(rule.error.position).toBe(position);
  expect(rule.error.message.length).toBeGreaterThan(10);
});

test.each([
  ["y = log(x - 3)", "nowhere"],
  ["y = 1e300 x", "too-far"],
])("%s between -1 and 1 → %s", (text, code) => {
  const rule = good(readRule(engine, text));
  expect(rulePoints(engine, rule, { count: 50, noise: 0, seed: 1 })).toMatchObject({ error: { code } });
});
