import { beforeAll, describe, expect, test } from "vitest";
import type { Chainwise } from "../../../web/engine/api";
import { BatchSizesModel, curveOver, kMostEpochs } from "../../../web/figures/batch-sizes-model";
import { SymmetryModel } from "../../../web/figures/symmetry-model";
import { testEngine } from "../support/engine";

let engine: Chainwise;
beforeAll(async () => {
  engine = await testEngine();
});

describe("three starts", () => {
  test("zeros never move, equal nodes stay equal, random ones learn", () => {
    const model = new SymmetryModel(engine, 4);
    const before = model.starts.map(({ loss }) => loss);
    model.step(60);
    const [zeros, equal, random] = model.starts;
    expect([zeros?.spread, zeros?.moved]).toEqual([0, 0]);
    expect(equal?.spread).toBe(0);
    expect(equal?.moved).toBeGreaterThan(0.1);
    expect(random?.spread).toBeGreaterThan(0.1);
    expect(random?.loss).toBeLessThan((equal?.loss ?? 0) / 2);
    model.reset();
    expect(model.starts.map(({ loss }) => loss)).toEqual(before);
    model.dispose();
  });
});

describe("three sizes of batches", () => {
  test("an epoch is 100, 10 and 1 updates; J of all examples is recorded after each", () => {
    const model = new BatchSizesModel(engine, 0.3);
    const start = model.runs[0]?.loss;
    expect(model.runs.map(({ loss }) => loss)).toEqual([start, start, start]);
    model.step();
    expect(model.runs.map(({ updates }) => updates)).toEqual([100, 10, 1]);
    for (const run of model.runs) {
      expect(run.curve.losses.at(-1)).toBe(run.loss);
      expect(curveOver(run, "epochs").x.at(-1)).toBe(1);
      expect(Math.max(...curveOver(run, "updates").x)).toBe(Math.min(run.updates, kMostEpochs));
    }
    model.dispose();
  });

  test("after all epochs: the smaller the batch, the lower J, and the more updates that made it larger", () => {
    const model = new BatchSizesModel(engine, 0.3);
    for (let i = 0; i < kMostEpochs + 3; i++) model.step();
    expect(model.epochs).toBe(kMostEpochs);
    const [one, ten, all] = model.runs;
    expect(one?.loss).toBeLessThan(ten?.loss ?? 0);
    expect(ten?.loss).toBeLessThan(all?.loss ?? 0);
    expect(one?.rises).toBeGreaterThan(ten?.rises ?? 0);
    expect(all?.rises).toBe(0);
    model.dispose();
  });
});
