/** The calculation at a place ends where the network's own answer is. */
import { expect, test } from "vitest";
import type { FeatureName } from "../../../web/engine/features";
import { TrainingSession } from "../../../web/engine/training-session";
import { setupFrom } from "../../../web/lab/setup";
import { table, type LabSettings } from "../../../web/lab/state";
import { calculationAt, proofAt } from "../../../web/lab/why/place-model";
import { good, testEngine } from "../support/engine";

const initial = Object.fromEntries(Object.entries(table).map(([key, field]) => [key, field.initial])) as LabSettings;

/** Written anew, in JavaScript. */
const given: Record<FeatureName, (x: number, y: number) => number> = {
  x1: (x) => x,
  x2: (_, y) => y,
  x1x1: (x) => x * x,
  x2x2: (_, y) => y * y,
  x1x2: (x, y) => x * y,
  sinx1: (x) => Math.sin(x),
  sinx2: (_, y) => Math.sin(y),
};

test.each<[Partial<LabSettings>, FeatureName[]]>([
  [{ layers: "" }, ["x1", "x2"]],
  [{ layers: "tanh4.tanh2" }, ["x1", "x2"]],
  [{ layers: "relu3.sigmoid5.tanh2", data: "three-gaussians" }, ["x1", "x2"]],
  [{ layers: "tanh3", features: "x2.x1x1.x1x2.sinx2" }, ["x2", "x1x1", "x1x2", "sinx2"]],
  [{ layers: "", features: "sinx1" }, ["sinx1"]],
])(
  "%o: the last line is what `predict` answers; its slopes are those of two answers close by",
  async (change, names) => {
    const engine = await testEngine();
    const setup = setupFrom({ ...initial, ...change });
    const session = good(TrainingSession.open(engine, setup));
    session.advance({ batches: 20 });
    const frame = good(session.frame({ columns: 2, rows: 2 }));
    const { data, points } = session;
    const asked = { engine, setup, data, points, frame, place: { layer: 0, unit: 0, example: 0 } };
    const network = good(engine.network({ ...setup.network, parameters: frame.parameters }));
    for (const [x = 0, y = 0] of [
      [0.3, -0.7],
      [0, 0],
      [-1.2, 2],
    ]) {
      const { nodes, ends, slopes } = good(calculationAt(asked, [x, y]));
      expect(ends).toHaveLength(data.targetSize);
      const own = (a: number, b: number) =>
        good(network.predict(Float64Array.from(names, (name) => given[name](a, b))));
      for (const [index, end] of ends.entries()) {
        expect(Math.abs((nodes.get(end)?.value ?? NaN) - (own(x, y)[index] ?? NaN))).toBeLessThan(1e-14);
        const nudged = ((own(x + 1e-5, y)[index] ?? NaN) - (own(x - 1e-5, y)[index] ?? NaN)) / 2e-5;
        expect(Math.abs((slopes.get(end)?.["x1"] ?? 0) - nudged)).toBeLessThan(1e-7);
      }
      const [end = ""] = ends;
      const [by = ""] = Object.keys(slopes.get(end) ?? {});
      const proof = good(proofAt(asked, [x, y], end, by));
      expect(proof.reverse).toBeCloseTo(slopes.get(end)?.[by] ?? NaN, 12);
      expect(proof.symbolic).toBeCloseTo(proof.reverse, 10);
    }
    network.dispose();
    session.dispose();
  },
);
