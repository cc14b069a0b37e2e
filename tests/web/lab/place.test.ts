/** The calculation at a place ends where the network's own answer is. */
import { expect, test } from "vitest";
import { TrainingSession } from "../../../web/engine/training-session";
import { setupFrom } from "../../../web/lab/setup";
import { table, type LabSettings } from "../../../web/lab/state";
import { answerAt } from "../../../web/lab/why/place-model";
import { good, testEngine } from "../support/engine";

const initial = Object.fromEntries(Object.entries(table).map(([key, field]) => [key, field.initial])) as LabSettings;

test("at made-up places the last line is what `predict` answers; its slopes are those of two answers close by", async () => {
  const engine = await testEngine();
  for (const layers of ["", "tanh4.tanh2", "relu3.sigmoid5.tanh2"]) {
    const setup = setupFrom({ ...initial, layers });
    const session = good(TrainingSession.open(engine, setup));
    session.advance({ batches: 20 });
    const frame = good(session.frame({ columns: 2, rows: 2 }));
    const asked = { engine, setup, data: session.data, frame, place: { layer: 0, unit: 0, example: 0 } };
    const network = good(engine.network({ ...setup.network, parameters: frame.parameters }));
    for (const place of [
      [0.3, -0.7],
      [0, 0],
      [-1.2, 2],
    ]) {
      const answer = good(answerAt(asked, place));
      const own = (x: number[]): number => good(network.predict(Float64Array.from(x)))[0] ?? NaN;
      expect(answer.layers).toHaveLength(setup.network.layers.length);
      expect(Math.abs((answer.outputs[0]?.value ?? NaN) - own(place))).toBeLessThan(1e-14);
      const [x = 0, y = 0] = place;
      const nudged = (own([x + 1e-5, y]) - own([x - 1e-5, y])) / 2e-5;
      expect(Math.abs((answer.outputs[0]?.slopes[0]?.value ?? NaN) - nudged)).toBeLessThan(1e-7);
    }
    network.dispose();
    session.dispose();
  }
});
