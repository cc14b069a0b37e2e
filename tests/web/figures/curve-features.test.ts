import { describe, expect, test } from "vitest";
import { curveFeatures } from "../../../web/figures/curve-features";

const features = (f: (x: number) => number, height = 4) => {
  const x = Array.from({ length: 521 }, (_, i) => -6.5 + (13 * i) / 520);
  const resample = (from: number, to: number, count: number) =>
    Array.from({ length: count }, (_, i) => f(from + ((to - from) * i) / (count - 1)));
  return curveFeatures({ x, y: x.map(f) }, resample, height);
};

describe("curveFeatures", () => {
  test("sin has none", () => expect(features(Math.sin)).toEqual({ gaps: [], holes: [], breaks: [] }));

  test("log: a gap up to 0", () => {
    const { gaps } = features((x) => (x > 0 ? Math.log(x) : Number.NaN));
    expect(gaps).toHaveLength(1);
    expect(gaps[0]?.[0]).toBe(-6.5);
    expect(gaps[0]?.[1]).toBeCloseTo(0, 6);
  });

  test("sqrt(x^2-4): a gap between -2 and 2", () => {
    const { gaps } = features((x) => Math.sqrt(x * x - 4));
    expect(gaps.map(([a, b]) => [Math.round(a * 1e6) / 1e6, Math.round(b * 1e6) / 1e6])).toEqual([[-2, 2]]);
  });

  test("sin(x)/x: one point is missing", () => {
    expect(features((x) => (x === 0 ? Number.NaN : Math.sin(x) / x))).toEqual({ gaps: [], holes: [0], breaks: [] });
  });

  test("sign jumps at 0, a steep tanh does not", () => {
    expect(features((x) => (x < 0.1234 ? -1 : 1)).breaks[0]).toBeCloseTo(0.1234, 6);
    expect(features((x) => Math.tanh(100 * x)).breaks).toEqual([]);
  });

  test("tan runs to infinity at odd multiples of pi/2", () => {
    const { breaks } = features(Math.tan, 20);
    expect(breaks).toHaveLength(4);
    expect(breaks[2]).toBeCloseTo(Math.PI / 2, 5);
  });
});
