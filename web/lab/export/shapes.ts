/** Whether a saved network has a weight for each line, and nothing besides. */
import { featuresFor } from "../data/features";
import { taskOfPoints } from "../data/own-points";
import { taskOf } from "../data/sets";
import { makeState, readLayers } from "../state";
import type { Saved } from "./saved";

export function fitsItself({ query, points, parameters: { weights, biases } }: Saved): boolean {
  const state = makeState();
  state.read(query);
  const { data, own, features, layers } = state.values;
  // What a rule is about only the engine knows: a curve, or the plane.
  const task = data === "rule" ? undefined : data === "own" ? taskOfPoints(points ?? own) : taskOf(data);
  const units = [...(readLayers(layers) ?? []).map((layer) => layer.units), task?.outputs ?? 1];
  const inputs = task
    ? (featuresFor(task, features)?.length ?? task.inputs)
    : (weights[0]?.length ?? 0) / (units[0] ?? 1);
  return (
    weights.length === units.length &&
    biases.length === units.length &&
    units.every((count, layer) => {
      const before = layer === 0 ? inputs : (units[layer - 1] ?? 0);
      return weights[layer]?.length === before * count && biases[layer]?.length === count;
    })
  );
}
