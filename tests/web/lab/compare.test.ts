/** Two runs at the same count of batches, and going on from a moment with another optimiser. */
import { beforeAll, describe, expect, test } from "vitest";
import type { Chainwise } from "../../../web/engine/api";
import { TrainingSession } from "../../../web/engine/training-session";
import { branchFrom } from "../../../web/lab/compare/branch";
import { sameCount } from "../../../web/lab/compare/comparison";
import { setupFrom } from "../../../web/lab/setup";
import { differing, table, type LabSettings } from "../../../web/lab/state";
import { Race } from "../../../web/lab/why/race-model";
import { good, testEngine } from "../support/engine";

let engine: Chainwise;
beforeAll(async () => {
  engine = await testEngine();
});

const initial = Object.fromEntries(Object.entries(table).map(([key, field]) => [key, field.initial])) as LabSettings;
const view = { columns: 2, rows: 2 };

function trained(batches: number) {
  const setup = setupFrom(initial);
  const session = good(TrainingSession.open(engine, setup));
  session.advance({ batches });
  const frame = good(session.frame(view));
  const { data, points } = session;
  return { asked: { engine, setup, data, points, frame, place: { layer: 0, unit: 0, example: 0 } }, session };
}

describe("compare", () => {
  test("the latest count that both have noted; settings that differ, but for where one looks", () => {
    const a = { batches: [0, 2, 4, 6, 7], losses: [9, 8, 7, 6, 5] };
    const b = { batches: [0, 4, 8], losses: [9, 3, 1] };
    expect(sameCount(a, b)).toEqual({ batches: 4, losses: [7, 3] });
    expect(sameCount(a, { batches: [1], losses: [1] })).toBeUndefined();
    expect(differing(initial, { ...initial, rate: 1, point: 7 })).toEqual(["rate"]);
  });

  test("another optimiser from a moment → the same weights and count; it is what a race from there has shown", () => {
    const { asked } = trained(60);
    const branch = { ...initial, optimizer: "adam", rate: 0.02 } as const;
    const checkpoint = good(branchFrom(asked, branch));
    const session = good(TrainingSession.open(engine, setupFrom(branch), checkpoint));
    const start = good(session.frame(view));
    expect(start.parameters).toEqual(asked.frame.parameters);
    expect([start.batches, start.loss]).toEqual([60, asked.frame.loss]);

    const race = new Race(asked, [{ name: "adam", rates: [0.3, 0.02] }], 2);
    while (race.work(1000));
    const lanes = [0.3, 0.02].map((rate) => {
      const other = good(
        TrainingSession.open(engine, setupFrom({ ...branch, rate }), good(branchFrom(asked, { ...branch, rate }))),
      );
      other.advance({ batches: 40 });
      return good(other.frame(view)).loss;
    });
    expect(race.runs[0]?.losses.at(-1)).toBe(Math.min(...lanes));
  });

  test("batches of another size are counted anew, with the same weights", () => {
    const { asked } = trained(30);
    const branch = { ...initial, batch: 50 };
    const session = good(TrainingSession.open(engine, setupFrom(branch), good(branchFrom(asked, branch))));
    const start = good(session.frame(view));
    expect(start.batches).toBe(0);
    expect(start.parameters).toEqual(asked.frame.parameters);
  });
});
