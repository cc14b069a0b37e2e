/** Slow motion tells what the very next update does: its examples, their gradients, each weight to the last bit. */
import { beforeAll, expect, test } from "vitest";
import type { Chainwise } from "../../../web/engine/api";
import { TrainingSession } from "../../../web/engine/training-session";
import { setupFrom } from "../../../web/lab/setup";
import { SlowWalk, parameterOf, valueOf } from "../../../web/lab/slow/walk";
import { table, type LabSettings } from "../../../web/lab/state";
import { good, testEngine } from "../support/engine";

let engine: Chainwise;
beforeAll(async () => {
  engine = await testEngine();
});

const initial = Object.fromEntries(Object.entries(table).map(([key, field]) => [key, field.initial])) as LabSettings;

/** Between them: penalties, an optimiser that remembers, a last batch that is smaller, one name for all. */
const runs: [string, Partial<LabSettings>, number][] = [
  ["2-4-2-1", {}, 33],
  ["three classes, Adam, penalties", { data: "three-gaussians", layers: "relu3", optimizer: "adam", l2: 0.01 }, 7],
  ["the last batch of an epoch is smaller", { count: 50, test: 0, batch: 16, loss: "half-squared" }, 7],
  ["1-1-1, whole batch", { data: "line", layers: "tanh1", loss: "huber", count: 20, batch: 1000 }, 3],
];

test.each(runs)("%s: the batch's own gradients, and the parameters of the next update", (_, change, updates) => {
  const setup = setupFrom({ ...initial, rate: 0.05, ...change });
  const session = good(TrainingSession.open(engine, setup));
  session.advance({ batches: updates });
  const { data } = session;
  const frame = good(session.frame({ columns: 2, rows: 2 }));
  const walk = good(SlowWalk.begin({ engine, setup, data, frame }));
  session.advance({ batches: 1 });
  const next = good(session.frame({ columns: 2, rows: 2 })).parameters;
  session.dispose();
  const { names, examples, each } = walk;
  expect(walk.count).toBe(examples.length * each + names.length);
  expect(new Set(examples).size).toBe(examples.length);
  const states = examples.map((_, example) => walk.at((example + 1) * each));
  names.forEach((name, index) => {
    const { step } = walk.at(walk.updateAt + index + 1);
    const id = parameterOf(name);
    if (!step || !id) throw new Error(`${name} is not moved`);
    expect(step.after).toBe(valueOf(next, id));
    // The mean of what flowed back in the walk is the gradient that the network takes.
    const flowed = states.map(({ trace }) => trace.pass.gradients[name] ?? NaN);
    const mean = flowed.reduce((sum, value) => sum + value, 0) / flowed.length;
    expect(Math.abs(mean - step.gradient)).toBeLessThan(1e-12 * Math.max(1, Math.abs(mean)));
  });
  states.forEach(({ trace, known, example }) => {
    expect(trace.steps.length).toBe(each);
    expect(trace.request.at["y"] ?? trace.request.at["y1"]).toBe(
      data.targets[(examples[example] ?? 0) * data.targetSize],
    );
    expect(known.gradients.size).toBeGreaterThan(names.length);
  });
});

test("a step too long is not made, and said", () => {
  const setup = setupFrom({ ...initial, data: "hill", layers: "relu8", loss: "squared", start: "normal", rate: 900 });
  const session = good(TrainingSession.open(engine, setup));
  const frame = good(session.frame({ columns: 2, rows: 2 }));
  const walk = good(SlowWalk.begin({ engine, setup, data: session.data, frame }));
  session.dispose();
  expect(walk.after).toBeUndefined();
  expect(walk.count).toBe(walk.updateAt);
});
