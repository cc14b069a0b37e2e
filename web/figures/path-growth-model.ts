/**
 * What the gradients of a whole network cost in three ways, as it grows. No DOM; counted by the engine.
 *
 *     growthOf(engine, 3, 4)?.paths   // the ways from one weight of the first layer to the cost
 */
import type { Chainwise, Multiplications } from "../engine/api";

export interface Growth {
  paths: number;
  /** For all inputs, weights and biases together. */
  multiplications: Multiplications;
  parameters: number;
}

/** Two numbers in, two out, as in the textbook's network. */
export const kEnds = 2;
const kept = new WeakMap<Chainwise, Map<string, Growth>>();

/** `layers` inner layers of `units` nodes each. */
export function growthOf(engine: Chainwise, layers: number, units: number): Growth | undefined {
  const all = kept.get(engine) ?? new Map<string, Growth>();
  kept.set(engine, all);
  const key = `${layers} ${units}`;
  const known = all.get(key);
  if (known) return known;
  const made = engine.network({
    inputSize: kEnds,
    layers: [...Array.from({ length: layers }, () => units), kEnds].map((count) => ({
      units: count,
      activation: "sigmoid",
    })),
    loss: "half-squared",
    initializer: { name: "xavier-normal", seed: 1 },
  });
  if (!made.ok) return undefined;
  const program = made.value.program(new Float64Array(kEnds).fill(0.5), new Float64Array(kEnds).fill(1));
  made.value.dispose();
  if (!program.ok) return undefined;
  const { source, at, output } = program.value;
  const weights = Object.keys(at).filter((name) => /^[wb]/.test(name));
  const paths = engine.paths(source, weights[0] ?? "", at, { output, detail: "definitions" });
  if (!paths.ok) return undefined;
  const growth = {
    paths: paths.value.count,
    multiplications: paths.value.multiplications.all,
    parameters: weights.length,
  };
  all.set(key, growth);
  return growth;
}
