import { describe, expect, test } from "vitest";
import { levelSegments } from "../../../web/kit/level-line";

describe("levelSegments", () => {
  test("[0 1; 0 1] at 1/2 → one upright piece through the middle", () => {
    expect(levelSegments([0, 1, 0, 1], 2, 2, 0.5)).toEqual([0.5, 0, 0.5, 1]);
  });
  test("all on one side → nothing", () => expect(levelSegments([0, 0, 0, 0], 2, 2, 0.5)).toEqual([]));
  test("NaN somewhere → no piece with NaN in it would be drawn where all is unknown", () => {
    expect(levelSegments([NaN, NaN, NaN, NaN], 2, 2, 0.5)).toEqual([]);
  });
  test("a round hill → a closed line: every end is shared by two pieces, all at the radius", () => {
    const edge = 41;
    const hill = Array.from({ length: edge * edge }, (_, i) => {
      const [x, y] = [(i % edge) - 20, Math.floor(i / edge) - 20];
      return 1 - Math.hypot(x, y) / 15.3;
    });
    const segments = levelSegments(hill, edge, edge, 0);
    const ends = new Map<string, number>();
    for (let i = 0; i < segments.length; i += 2) {
      const [x = 0, y = 0] = segments.slice(i, i + 2);
      expect(Math.hypot(x - 20, y - 20)).toBeCloseTo(15.3, 1);
      const key = `${x.toFixed(9)},${y.toFixed(9)}`;
      ends.set(key, (ends.get(key) ?? 0) + 1);
    }
    expect(new Set(ends.values())).toEqual(new Set([2]));
  });
});
