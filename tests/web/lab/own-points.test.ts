import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import type { Chainwise } from "../../../web/engine/api";
import { make } from "../../../web/lab/data/make";
import { datasetOf, withMoved, withoutPoint, withPoint } from "../../../web/lab/data/own-edits";
import {
  asInLink,
  classesOf,
  emptyPoints,
  kMostInLink,
  ownField,
  pointsFrom,
  readPoints,
  taskOfPoints,
  type OwnPoints,
} from "../../../web/lab/data/own-points";
import { taskOf } from "../../../web/lab/data/sets";
import { readSaved, writeSaved } from "../../../web/lab/export/saved";
import { setupFrom } from "../../../web/lab/setup";
import { preset } from "../../../web/lab/presets";
import { good, testEngine } from "../support/engine";

let engine: Chainwise;
beforeAll(async () => {
  engine = await testEngine();
});

const number = fc.double({ min: -1e6, max: 1e6, noNaN: true });
const row: Record<OwnPoints["kind"], fc.Arbitrary<number[]>> = {
  classes: fc.tuple(number, number, fc.nat(5)),
  numbers: fc.tuple(number, number, number),
  curve: fc.tuple(number, number),
};
const anyPoints = fc
  .constantFrom("classes" as const, "numbers" as const, "curve" as const)
  .chain((kind) =>
    fc.record({ kind: fc.constant(kind), rows: fc.array(row[kind], { minLength: 1, maxLength: kMostInLink }) }),
  );

test("points → link → the same points, and through a file", () => {
  fc.assert(
    fc.property(anyPoints, (drawn) => {
      const points = asInLink(drawn as OwnPoints);
      expect(ownField.parse(ownField.print(points))).toEqual(points);
      expect(readPoints(JSON.parse(JSON.stringify(points)))).toEqual(JSON.parse(JSON.stringify(points)));
    }),
    { numRuns: 200, seed: 7 },
  );
});

test.each([
  "",
  "many",
  "c",
  "z*A1_2",
  "c*1_2",
  "c*G1_2",
  "n*1_2",
  "x*1_2_3",
  "x*1_NaN",
  "x*1_1e9",
  "c*A1_",
  "c*A1_2*",
  "constructor*1_2",
])("link %j is damaged", (text) => expect(ownField.parse(text)).toBeUndefined());

test("more points than a link has room for → the link says so, a file keeps them", () => {
  let points = emptyPoints("classes");
  for (let i = 0; i <= kMostInLink; i++) points = withPoint(points, [i / 100, -0.5, i % 3]);
  expect(ownField.print(points)).toBe("many");
  const parameters = { weights: [Float64Array.of(1, 2, 3, 4, 5, 6)], biases: [Float64Array.of(2, 0, 0)] };
  const saved = { query: "data=own&own=many&test=0&layers=", parameters, points };
  expect(readSaved(writeSaved(saved))).toEqual({ ...saved, query: "data=own&test=0&layers=" });
  const damaged = writeSaved(saved).replace("[-0.5,-0.5,0]", '[-0.5,"x",0]');
  expect(readSaved(damaged)).toEqual({ fault: "points" });
});

test("added, moved, removed", () => {
  const added = withPoint(emptyPoints("classes"), [0.12345, -0.00049, 2]);
  expect(added.rows.at(-1)).toEqual([0.123, 0, 2]);
  expect(classesOf(added)).toBe(3);
  expect(taskOfPoints(added)).toEqual({ inputs: 2, answer: "class", outputs: 3 });
  expect(withMoved(added, 0, [1, 1]).rows[0]).toEqual([1, 1, 0]);
  expect(taskOfPoints(withoutPoint(added, 2))).toEqual({ inputs: 2, answer: "side", outputs: 1 });
});

test.each(["circles", "three-gaussians", "sine", "hill"] as const)(
  "%s as points of one's own → the same set",
  (name) => {
    const data = good(engine.dataset({ name, count: 40, seed: 3, testFraction: 0.25 }));
    const points = pointsFrom(taskOf(name), data);
    expect(points.rows.length).toBe(40);
    const back = datasetOf(
      points,
      Array.from({ length: 30 }, (_, i) => i),
    );
    expect(back.inputSize).toBe(data.inputSize);
    expect(back.targetSize).toBe(data.targetSize);
    data.inputs.forEach((value, i) => expect(back.inputs[i]).toBeCloseTo(value, 2));
    data.targets.forEach((value, i) => expect(back.targets[i]).toBeCloseTo(value, 2));
  },
);

describe("points of one's own to learn from", () => {
  const own = { kind: "curve" as const, rows: Array.from({ length: 10 }, (_, i) => [i / 10, i]) };

  test("30 % of 10 → 3 are set apart, the same ones each time, others with another seed", () => {
    const settings = { ...preset("first", 5), data: "own" as const, own, test: 30 };
    const [a, b, c] = [settings, settings, { ...settings, seed: 6 }].map((it) => {
      const { data } = good(make(engine, it));
      return "inputs" in data ? { kept: [...data.targets], apart: [...(data.test?.targets ?? [])] } : undefined;
    });
    expect(a?.apart.length).toBe(3);
    expect([...(a?.kept ?? []), ...(a?.apart ?? [])].sort((x, y) => x - y)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(b).toEqual(a);
    expect(c).not.toEqual(a);
  });

  test("one point left, half of them set apart → it is learned from", () => {
    const settings = { ...preset("first", 1), data: "own" as const, own: { ...own, rows: [[0.5, 0.5]] }, test: 50 };
    const made = good(make(engine, settings));
    expect(made.learned).toBe(1);
    expect(setupFrom(settings, made).network.batchSize).toBe(1);
  });
});
