/** Any explanation's numbers are those of the network's own gradients and of the update that comes. */
import { beforeAll, describe, expect, test } from "vitest";
import type { Chainwise } from "../../../web/engine/api";
import { TrainingSession } from "../../../web/engine/training-session";
import { setupFrom } from "../../../web/lab/setup";
import {
  activations,
  initializers,
  losses,
  optimizers,
  table,
  writeLayers,
  type LabSettings,
} from "../../../web/lab/state";
import { proofOf, traceOf, updateOf } from "../../../web/lab/trace";
import { good, testEngine } from "../support/engine";

let engine: Chainwise;
beforeAll(async () => {
  engine = await testEngine();
});

const initial = Object.fromEntries(Object.entries(table).map(([key, field]) => [key, field.initial])) as LabSettings;

/** A run of whole numbers that is the same in each test run. */
function draws(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48271) % 2147483647;
    return state % below;
  };
}

function randomSettings(seed: number): LabSettings {
  const draw = draws(seed * 7919 + 17);
  const pick = <T>(list: readonly T[]): T => list[draw(list.length)] as T;
  const layers = Array.from({ length: draw(4) }, () => ({ units: 1 + draw(5), activation: pick(activations) }));
  return {
    ...initial,
    data: pick(["circles", "xor", "moons", "hill", "sine", "three-gaussians"]),
    seed,
    features: pick(["x1.x2", "x1.x2", "x2.x1x2.sinx1"]),
    count: 40,
    layers: writeLayers(layers),
    loss: pick(losses),
    optimizer: pick(optimizers),
    start: pick(initializers),
    rate: 0.02,
    batch: 1 + draw(40),
    l2: pick([0, 0.01]),
  };
}

describe("trace", () => {
  test(
    "100 random networks and places: explained = network's gradients = three ways = the next update",
    { timeout: 60_000 },
    () => {
      for (let seed = 1; seed <= 100; seed++) {
        const settings = randomSettings(seed);
        const setup = setupFrom(settings);
        const session = good(TrainingSession.open(engine, setup));
        session.advance({ batches: 5 });
        const frame = good(session.frame({ columns: 2, rows: 2 }));
        const { data } = session;
        const draw = draws(seed + 5);
        const layer = draw(setup.network.layers.length);
        const place = { layer, unit: draw(setup.network.layers[layer]?.units ?? 1), example: draw(32) };
        const trace = good(traceOf(engine, setup, data, frame, place));
        const row = trace.rows[draw(trace.rows.length)];
        if (!row) throw new Error("a node has a bias at least");
        const what = `${settings.layers || "no inner layer"} ${settings.loss} seed ${seed}`;
        const size = Math.max(1e-3, Math.abs(row.gradient));

        const proof = good(proofOf(engine, setup, data, frame, place, row.input));
        expect(Math.abs(proof.reverse - row.gradient) / size, what).toBeLessThan(1e-11);
        expect(Math.abs(proof.symbolic - row.gradient) / size, what).toBeLessThan(1e-11);

        // The update that the panel foretells is the one that the run then makes.
        const update = good(updateOf(engine, setup, data, frame, place, row.input));
        session.advance({ batches: 1 });
        const next = good(session.frame({ columns: 2, rows: 2 })).parameters;
        const list = row.input === undefined ? next.biases[layer] : next.weights[layer];
        const inputs = trace.rows.length - 1;
        const after = list?.[row.input === undefined ? place.unit : place.unit * inputs + row.input] ?? NaN;
        expect(Math.abs(after - (update.lines.at(-1)?.value ?? NaN)), what).toBeLessThan(
          1e-12 * Math.max(1, Math.abs(after)),
        );
        session.dispose();
      }
    },
  );

  test("the batch is the whole set → the update's gradient is the mean slope", () => {
    const settings = { ...initial, batch: 1000, test: 0 };
    const setup = setupFrom(settings);
    const session = good(TrainingSession.open(engine, setup));
    const frame = good(session.frame({ columns: 2, rows: 2 }));
    const place = { layer: 0, unit: 2, example: 3 };
    const trace = good(traceOf(engine, setup, session.data, frame, place));
    for (const row of trace.rows) {
      const update = good(updateOf(engine, setup, session.data, frame, place, row.input));
      expect(update.gradient).toBeCloseTo(row.mean, 14);
      expect(update.lines.at(-1)?.value).toBeCloseTo(row.value - settings.rate * row.mean, 14);
    }
  });
});
