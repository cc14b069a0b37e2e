/**
 * The cost of a network over two of its parameters, as a landscape.
 *
 *     networkHeights(engine, learner, { x: { layer: 0, unit: 0, input: 0 }, y: ..., window: [-5, 5] })
 */
import type { Chainwise, ParameterId } from "../engine/api";
import { heightsOf, type Heights } from "./landscape-picture";
import type { Learner } from "./rate-finder";

const kGrid = 81;

export function networkHeights(
  engine: Chainwise,
  { config, data }: Learner,
  { x, y, window: [low, high] }: { x: ParameterId; y: ParameterId; window: readonly [number, number] },
): Heights | undefined {
  const made = engine.network(config);
  if (!made.ok) return undefined;
  const loaded = made.value.setData(data);
  const costs = loaded.ok
    ? made.value.landscape({ x, y, from: [low, low], to: [high, high], columns: kGrid, rows: kGrid })
    : loaded;
  made.value.dispose();
  return costs.ok && costs.value ? heightsOf(costs.value) : undefined;
}
