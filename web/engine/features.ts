/**
 * What a network can be given instead of the bare coordinates of a point. The formulas are the only definition: the
 * engine computes them here, pictures and exported programs follow the same table.
 *
 *     featuresAt(engine, ["x1", "x1x2"], Float64Array.of(0.5, -2))   // { ok: true, value: Float64Array [0.5, -1] }
 */
import type { Chainwise, Dataset, Result } from "./api";
import type { Region } from "./training-protocol";

export const features = {
  x1: { formula: "x1", tex: "x_1", label: "x₁" },
  x2: { formula: "x2", tex: "x_2", label: "x₂" },
  x1x1: { formula: "x1^2", tex: "x_1^2", label: "x₁²" },
  x2x2: { formula: "x2^2", tex: "x_2^2", label: "x₂²" },
  x1x2: { formula: "x1*x2", tex: "x_1 x_2", label: "x₁x₂" },
  sinx1: { formula: "sin(x1)", tex: "\\sin x_1", label: "sin x₁" },
  sinx2: { formula: "sin(x2)", tex: "\\sin x_2", label: "sin x₂" },
} as const;

export type FeatureName = keyof typeof features;
export const featureNames = Object.keys(features) as FeatureName[];

/** [points][2] in, [points][names] out. */
export function featuresAt(
  engine: Chainwise,
  names: readonly FeatureName[],
  points: Float64Array,
): Result<Float64Array> {
  const count = points.length / 2;
  const values = new Float64Array(count * names.length);
  for (const [column, name] of names.entries()) {
    const { formula } = features[name];
    const used = inputsOf(formula);
    for (let i = 0; i < count; i++) {
      const at = Object.fromEntries(used.map((axis) => [axis, points[2 * i + Number(axis === "x2")] ?? NaN]));
      const value = engine.evaluate(formula, at);
      if (!value.ok) return value;
      values[i * names.length + column] = value.value;
    }
  }
  return { ok: true, value: values };
}

export interface FeatureGrid {
  region: Region;
  columns: number;
  rows: number;
}

/** Over a grid, row by row from the bottom: [places][names]. */
export function featuresOver(
  engine: Chainwise,
  names: readonly FeatureName[],
  { region: { from, to }, columns, rows }: FeatureGrid,
): Result<Float64Array> {
  const values = new Float64Array(columns * rows * names.length);
  const up = (row: number): number => from[1] + ((to[1] - from[1]) * row) / Math.max(1, rows - 1);
  for (const [index, name] of names.entries()) {
    const { formula } = features[name];
    const second = inputsOf(formula).includes("x2");
    let line: Float64Array | undefined;
    for (let row = 0; row < rows; row++) {
      if (!line || second) {
        const at = second ? { x2: up(row) } : {};
        const sampled = engine.sample(formula, "x1", from[0], to[0], columns, at, { points: "equal" });
        if (!sampled.ok) return sampled;
        line = sampled.value.y;
      }
      for (let column = 0; column < columns; column++)
        values[(row * columns + column) * names.length + index] = line[column] ?? NaN;
    }
  }
  return { ok: true, value: values };
}

/** The same points as the network is given them. */
export function withFeatures(engine: Chainwise, names: readonly FeatureName[], data: Dataset): Result<Dataset> {
  const inputs = featuresAt(engine, names, data.inputs);
  if (!inputs.ok) return inputs;
  const made = { ...data, inputs: inputs.value, inputSize: names.length };
  if (!data.test) return { ok: true, value: made };
  const apart = featuresAt(engine, names, data.test.inputs);
  return apart.ok ? { ok: true, value: { ...made, test: { ...data.test, inputs: apart.value } } } : apart;
}

const inputsOf = (formula: string): ("x1" | "x2")[] => (["x1", "x2"] as const).filter((name) => formula.includes(name));
