/** The cost of a stored moment, example by example, is the run's own; penalties are those that the update pulls at. */
import { expect, test } from "vitest";
import { TrainingSession } from "../../../web/engine/training-session";
import { costAt, nearestMoment } from "../../../web/lab/ask/moment-model";
import { setupFrom } from "../../../web/lab/setup";
import { table, type LabSettings } from "../../../web/lab/state";
import { calculationAt } from "../../../web/lab/why/place-model";
import { good, testEngine } from "../support/engine";

const initial = Object.fromEntries(Object.entries(table).map(([key, field]) => [key, field.initial])) as LabSettings;

test("mean, largest examples, set apart, penalties; each example's own calculation ends at its part", async () => {
  const engine = await testEngine();
  const setup = setupFrom({ ...initial, features: "x1.x1x2.sinx2", l1: 0.01, l2: 0.2 });
  const session = good(TrainingSession.open(engine, setup));
  const frames = [0, 10, 20].map((batches) => {
    session.advance({ batches });
    return good(session.frame({ columns: 2, rows: 2 }));
  });
  const frame = nearestMoment(frames, 12);
  expect(frame?.batches).toBe(10);
  if (!frame) return;
  const { data, points } = session;
  const asked = { engine, setup, data, points, frame, place: { layer: 0, unit: 0, example: 0 } };
  const cost = good(costAt(asked, frame));
  expect(cost.mean).toBe(frame.loss);
  expect(cost.apart?.mean).toBe(frame.testLoss);
  expect(cost.sum / cost.examples.length).toBeCloseTo(frame.loss, 12);
  expect(cost.examples.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
  for (const { index, loss } of cost.examples.slice(0, 5)) {
    const place = points.inputs.slice(2 * index, 2 * index + 2);
    const { nodes, ends } = good(calculationAt({ ...asked, frame }, [...place], data.targets.slice(index, index + 1)));
    expect(ends).toEqual(["J"]);
    expect(nodes.get("J")?.value).toBeCloseTo(loss, 12);
  }
  // Summed up anew, in another order.
  const weights = frame.parameters.weights.flatMap((list) => [...list]).reverse();
  const pulled = weights.reduce((sum, w) => sum + 0.01 * Math.abs(w) + 0.1 * w * w, 0);
  expect(cost.penalty?.value).toBeCloseTo(pulled, 12);
  session.dispose();
});
