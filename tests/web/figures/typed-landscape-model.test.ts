import { expect, test } from "vitest";
import { levelSegments } from "../../../web/kit/level-line";
import { missing, presets, TypedLandscape, type LandscapeSetting } from "../../../web/figures/typed-landscape-model";
import { testEngine } from "../support/engine";

const make = async (J: string, setting: Partial<LandscapeSetting> = {}) =>
  new TypedLandscape(await testEngine(), { J, ja: 2, jb: 1.5, jlr: 0.1, jsteps: 0, reach: 3, ...setting });

function whole(land: TypedLandscape) {
  const rows = land.heights();
  for (;;) {
    const { done, value } = rows.next();
    if (done) return value;
  }
}

/** The presets again, with their slopes by hand. */
const kByHand = {
  bowl: [(a: number, b: number) => a * a + b * b, (a: number, b: number) => [2 * a, 2 * b]],
  ravine: [(a: number, b: number) => (a * a) / 10 + 4 * b * b, (a: number, b: number) => [a / 5, 8 * b]],
  saddle: [(a: number, b: number) => a * a - b * b, (a: number, b: number) => [2 * a, -2 * b]],
  plateau: [
    (a: number, b: number) => 1 - Math.exp(-a * a - b * b),
    (a: number, b: number) => [2 * a * Math.exp(-a * a - b * b), 2 * b * Math.exp(-a * a - b * b)],
  ],
  minima: [
    (a: number, b: number) => (a * a - 1) ** 2 + b * b + a / 4,
    (a: number, b: number) => [4 * a * (a * a - 1) + 0.25, 2 * b],
  ],
} as const;

for (const [id, [cost, slopes]] of Object.entries(kByHand)) {
  test(`${id}: the heights and ten steps are those of the formula`, async () => {
    const preset = presets[id];
    if (!preset) throw new Error("no such preset");
    const land = await make(preset.J, preset);
    const { values } = whole(land);
    const side = Math.sqrt(values.length);
    for (const [column, row] of [
      [0, 0],
      [7, 40],
      [side - 1, 3],
    ] as const) {
      const [a, b] = [column, row].map((i) => -preset.reach + (2 * preset.reach * i) / (side - 1)) as [number, number];
      expect(values[row * side + column]).toBeCloseTo(cost(a, b), 9);
    }
    let [a, b] = [preset.ja, preset.jb];
    for (let step = 0; step < 10; step++) {
      const [da = NaN, db = NaN] = slopes(a, b);
      [a, b] = [a - preset.jlr * da, b - preset.jlr * db];
    }
    const place = land.path.place(10);
    expect(place.values[0]).toBeCloseTo(a, 9);
    expect(place.values[1]).toBeCloseTo(b, 9);
    expect(place.cost).toBeCloseTo(cost(a, b), 9);
  });
}

test("what became of the walk", async () => {
  const outcome = async (J: string, setting: Partial<LandscapeSetting>, steps: number) =>
    (await make(J, setting)).outcome(steps);
  expect(await outcome("a^2 + b^2", {}, 0)).toBe("none");
  expect(await outcome("a^2 + b^2", {}, 3)).toBe("running");
  expect(await outcome("a^2 + b^2", {}, 60)).toBe("flat");
  expect(await outcome("a^2/10 + 4b^2", { jlr: 0.2 }, 5)).toBe("leaps");
  expect(await outcome("a^2/10 + 4b^2", { jlr: 0.26 }, 5)).toBe("diverges");
  expect(await outcome("a^4 + b^4", { jlr: 1 }, 20)).toBe("diverges"); // past all numbers
  expect(await outcome("a - b^2", { jb: 0.5 }, 30)).toBe("outside");
  expect(await outcome("log(a) + b^2", { ja: 0.1 }, 30)).toBe("lost"); // the first step leads left of 0
});

test("log(a): the left half has no value and leaves a gap, and no level line runs along it", async () => {
  const heights = whole(await make("log(a) + b^2"));
  expect(missing(heights)).toBeCloseTo(31 / 61, 9); // a = 0 among them
  expect(Number.isFinite(heights.low) && Number.isFinite(heights.high)).toBe(true);
  for (const x of levelSegments(heights.values, 61, 61, 1).filter((_, i) => i % 2 === 0)) {
    expect(x).toBeGreaterThanOrEqual(31);
  }
});

test("a pole does not make the rest look flat", async () => {
  const { low, high } = whole(await make("1/(a^2 + b^2 + 0.0001)"));
  expect(low).toBeLessThan(0.1);
  expect(high).toBeLessThan(50); // it is 10000 in the middle
});

test("other names are refused, a cost of one name is none, the last good one stays", async () => {
  const land = await make("a^2 + c*b");
  expect(land.strangers).toEqual(["c"]);
  expect(land.source).toBe("a^2 + b^2");
  expect(land.type("b^2")).toBe(true);
  expect(land.path.place(0).gradients).toEqual([0, 3]);
  expect(land.type("b^2 +")).toBe(false);
  expect(land.source).toBe("b^2");
  expect(land.gradient(0)).toEqual([
    { name: "a", formula: "0", numbers: "0" },
    { name: "b", formula: "2 b", numbers: "2 \\cdot 1.5" },
  ]);
});
