import { beforeAll, describe, expect, test } from "vitest";
import type { Chainwise } from "../../../web/engine/api";
import { TrainingSession } from "../../../web/engine/training-session";
import { setupFrom, type TrainingSettings } from "../../../web/figures/training-settings";
import { good, testEngine } from "../support/engine";

let engine: Chainwise;
beforeAll(async () => {
  engine = await testEngine();
});

const usual: TrainingSettings = { data: "circles", layers: "4-2", seed: 1, rate: 1 };
const view = { columns: 10, rows: 8, thumbnails: 4 };
const open = (change: Partial<TrainingSettings> = {}) =>
  good(TrainingSession.open(engine, setupFrom({ ...usual, ...change })));
const frameOf = (session: TrainingSession) => good(session.frame(view));

describe("TrainingSession", () => {
  test("before the first update: epoch 0, one loss, pictures of the asked sizes", () => {
    const frame = frameOf(open());
    expect(frame).toMatchObject({ batches: 0, epochs: 0, diverged: false, learningRate: 1 });
    expect(frame.history).toEqual({ batches: [0], losses: [frame.loss] });
    expect(frame.surface).toHaveLength(80);
    expect(frame.thumbnails.map((units) => units.map(({ length }) => length))).toEqual([
      [16, 16, 16, 16],
      [16, 16],
    ]);
    expect(frame.parameters.weights.map(({ length }) => length)).toEqual([8, 8, 2]);
  });

  test("circles, 2-4-2-1: 300 epochs → the loss falls below a tenth, nearly all points are right", () => {
    const session = open();
    const before = frameOf(session).loss;
    session.advance({ batches: 300 * session.batchesPerEpoch });
    const frame = frameOf(session);
    expect(frame.epochs).toBe(300);
    expect(frame.loss).toBeLessThan(before / 10);
    expect(frame.correct).toBeGreaterThan(190);
  });

  test("reset → the same first losses and the same parameters", () => {
    const session = open();
    session.advance({ batches: 100 });
    const first = frameOf(session);
    session.reset();
    expect(frameOf(session).batches).toBe(0);
    session.advance({ batches: 100 });
    const again = frameOf(session);
    expect(again.history).toEqual(first.history);
    expect(again.parameters).toEqual(first.parameters);
  });

  test("sliced by batches or by time → the same losses", () => {
    const whole = open();
    whole.advance({ batches: 2000 });
    const sliced = open();
    while (frameOf(sliced).batches < 2000) {
      sliced.advance({ batches: Math.min(37, 2000 - frameOf(sliced).batches), milliseconds: 1000 });
    }
    expect(frameOf(sliced).history).toEqual(frameOf(whole).history);
  });

  test("a checkpoint goes on in a new session to the same end", () => {
    const whole = open();
    whole.advance({ batches: 333 });
    const begun = open();
    begun.advance({ batches: 111 });
    const { checkpoint } = frameOf(begun);
    begun.dispose();
    const continued = good(TrainingSession.open(engine, setupFrom(usual), checkpoint));
    expect(frameOf(continued).batches).toBe(111);
    continued.advance({ batches: 222 });
    expect(frameOf(continued).parameters).toEqual(frameOf(whole).parameters);
    expect(frameOf(continued).history).toEqual(frameOf(whole).history);
  });

  test("another learning rate → the same place, the run goes on", () => {
    const session = open();
    session.advance({ batches: 50 });
    const before = frameOf(session);
    expect(session.setLearningRate(0.1)).toBeUndefined();
    const after = frameOf(session);
    expect(after.parameters).toEqual(before.parameters);
    expect(after).toMatchObject({ batches: 50, learningRate: 0.1 });
    session.advance({ batches: 1 });
    expect(frameOf(session).parameters).not.toEqual(before.parameters);
  });

  test("a learning rate that is no number → refused, the old one stays", () => {
    const session = open();
    expect(session.setLearningRate(Number.NaN)?.message).toMatch(/\.$/);
    expect(frameOf(session).learningRate).toBe(1);
  });

  test("steps that are far too long → said why, the last good state stands, a smaller rate goes on", () => {
    const setup = setupFrom({ ...usual, rate: 100 });
    const network = { ...setup.network, layers: [{ units: 1, activation: "linear" }], loss: "squared" };
    const session = good(TrainingSession.open(engine, { ...setup, network }));
    session.advance({ batches: 1000 });
    const frame = frameOf(session);
    expect(frame.diverged).toBe(true);
    expect(frame.reason).toMatch(/^(loss|parameter)-/);
    expect(Number.isFinite(frame.loss)).toBe(true);
    expect([...frame.surface].every(Number.isFinite)).toBe(true);
    session.setLearningRate(0.01);
    session.advance({ batches: 200 });
    expect(frameOf(session).diverged).toBe(false);
    expect(frameOf(session).loss).toBeLessThan(frame.loss);
  });

  test("the first update is the step that `gradients` predicts", () => {
    const session = open({ rate: 0.5 });
    const { parameters } = frameOf(session);
    const setup = setupFrom({ ...usual, rate: 0.5 });
    // The whole set as one batch, so that the order of the examples does not matter.
    const { batchSize: _, shuffleSeed: __, ...whole } = setup.network;
    const one = good(TrainingSession.open(engine, { ...setup, network: whole }));
    const network = good(engine.network({ ...whole, parameters }));
    const { weights } = good(network.gradients(one.data.inputs, one.data.targets));
    one.advance({ batches: 1 });
    frameOf(one).parameters.weights.forEach((layer, l) =>
      layer.forEach((weight, i) => {
        const expected = (parameters.weights[l]?.[i] ?? NaN) - 0.5 * (weights[l]?.[i] ?? NaN);
        expect(Math.abs(weight - expected)).toBeLessThan(1e-12);
      }),
    );
  });

  test("examples set apart → their loss is noted beside the other, and goes with a checkpoint", () => {
    const setup = setupFrom(usual);
    const data = { name: "circles", count: 200, noise: 0.08, seed: 1, testFraction: 0.25 };
    const session = good(TrainingSession.open(engine, { ...setup, data }));
    expect(session.data.test?.targets).toHaveLength(50);
    session.advance({ batches: 1000 });
    const frame = frameOf(session);
    expect(frame.history.testLosses).toHaveLength(frame.history.losses.length);
    expect(frame.history.testLosses?.at(-1)).toBe(frame.testLoss);
    const network = good(engine.network({ ...setup.network, parameters: frame.parameters }));
    const apart = session.data.test ?? { inputs: Float64Array.of(), targets: Float64Array.of() };
    expect(good(network.gradients(apart.inputs, apart.targets)).loss).toBeCloseTo(frame.testLoss ?? NaN, 12);
    const continued = good(TrainingSession.open(engine, { ...setup, data }, frame.checkpoint));
    expect(frameOf(continued)).toMatchObject({ loss: frame.loss, testLoss: frame.testLoss, history: frame.history });
  });

  test("points given one by one, other weights in the middle of a run → it goes on with them", () => {
    const data = { inputs: Float64Array.of(-1, 0, 1, 0), targets: Float64Array.of(0, 1), inputSize: 2, targetSize: 1 };
    const network = { ...setupFrom(usual).network, batchSize: 2 };
    const session = good(TrainingSession.open(engine, { network, data }));
    session.advance({ batches: 10 });
    const before = frameOf(session);
    const { weights, biases } = before.parameters;
    expect(session.setParameters({ weights: weights.map((layer) => layer.map(() => 0)), biases })).toBeUndefined();
    const frame = frameOf(session);
    expect(frame.batches).toBe(10);
    expect([...frame.surface].every((answer) => answer === frame.surface[0])).toBe(true);
    expect(frame.loss).not.toBe(before.loss);
    expect(session.setParameters({ weights: [], biases: [] })?.message).toMatch(/\.$/);
    expect(frameOf(session).parameters).toEqual(frame.parameters);
  });
});
