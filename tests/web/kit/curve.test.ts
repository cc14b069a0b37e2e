import { describe, expect, test } from "vitest";
import { scaleLinear } from "d3-scale";
import { curvePath, gaps, valueRange, type Samples } from "../../../web/kit/curve";

const sample = (f: (x: number) => number, from: number, to: number, count = 201): Samples => {
  const x = Array.from({ length: count }, (_, i) => from + ((to - from) * i) / (count - 1));
  return { x, y: x.map(f) };
};
const pieces = (path: string): number => (path.match(/M/g) ?? []).length;
const draw = (samples: Samples, breaks: number[] = []): string =>
  curvePath(samples, scaleLinear([-5, 5], [0, 500]), scaleLinear(valueRange([samples]), [200, 0]), breaks);

describe("valueRange", () => {
  test("holds the whole of a tame curve", () => {
    const [low, high] = valueRange([sample(Math.sin, -5, 5)]);
    expect(low).toBeLessThan(-1);
    expect(low).toBeGreaterThan(-1.5);
    expect(high).toBeGreaterThan(1);
  });
  test("a pole does not spoil it", () => {
    const [low, high] = valueRange([sample((x) => 1 / x, -5, 5, 200)]);
    expect(high - low).toBeLessThan(60);
  });
  test("a constant, an empty and an undefined curve have one too", () => {
    for (const samples of [sample(() => 3, -1, 1), { x: [], y: [] }, sample(() => Number.NaN, -1, 1)]) {
      const [low, high] = valueRange([samples]);
      expect(high).toBeGreaterThan(low);
    }
  });
});

describe("curvePath", () => {
  test("one piece for sin", () => expect(pieces(draw(sample(Math.sin, -5, 5)))).toBe(1));
  test("no value, no line", () =>
    expect(pieces(draw(sample((x) => (Math.abs(x) < 1 ? Number.NaN : x), -5, 5)))).toBe(2));
  test("1/x is not joined across its pole", () => expect(pieces(draw(sample((x) => 1 / x, -5, 5, 200)))).toBe(2));
  test("a known break parts the curve", () => expect(pieces(draw(sample(Math.sign, -5, 5, 200), [0]))).toBe(2));
  test("numbers stay small, whatever the values", () => {
    for (const number of draw(sample((x) => Math.exp(40 * x), -5, 5)).match(/-?[\d.]+/g) ?? []) {
      expect(Math.abs(Number(number))).toBeLessThan(5000);
    }
  });
});

test("gaps: log has none on the right, and one on the left of 0", () => {
  expect(gaps(sample(Math.log, 1, 5))).toEqual([]);
  const [gap] = gaps(sample((x) => (x > 0 ? Math.log(x) : Number.NaN), -5, 5));
  expect(gap?.[0]).toBe(-5);
  expect(gap?.[1]).toBeCloseTo(0.05, 5);
});
