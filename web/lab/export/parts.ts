/** What the exported programs share: rows of numbers, the names of their layers. */
import { features } from "../../engine/features";
import type { Exported } from "./program";

/** A [count * size] list as rows of `size` numbers. All digits: the program has to come to the same loss. */
export function rowsOf(values: Float64Array, size: number): number[][] {
  return Array.from({ length: size > 0 ? values.length / size : 0 }, (_, row) =>
    Array.from(values.subarray(row * size, (row + 1) * size)),
  );
}

/** `[[1, 2],\n [3, 4]]`, which Python and JavaScript read alike; C++ has braces. */
export function matrix(rows: readonly (readonly number[])[], [open, close] = ["[", "]"], indent = " "): string {
  const lines = rows.map((row) => `${open}${row.map(String).join(", ")}${close}`);
  return `${open}${lines.join(`,\n${indent}`)}${close}`;
}

export interface LayerData {
  activation: string;
  /** [units][inputs] */
  weights: number[][];
  biases: number[];
}

export function layersOf({ setup, parameters }: Exported): LayerData[] {
  return setup.network.layers.map(({ activation }, index) => {
    const biases = Array.from(parameters.biases[index] ?? []);
    const weights = parameters.weights[index] ?? new Float64Array();
    return { activation, biases, weights: rowsOf(weights, weights.length / Math.max(1, biases.length)) };
  });
}

/** Only what the network uses. */
export function used<T extends string>(wanted: ReadonlySet<string>, all: Readonly<Record<T, string>>): string[] {
  return (Object.keys(all) as T[]).filter((name) => wanted.has(name)).map((name) => all[name]);
}

/** The last activation and a cross-entropy are computed as one thing, from z: the logarithm would overflow. */
export const fromLogits = ({ setup }: Exported): boolean => setup.network.loss.endsWith("cross-entropy");

/** What the programs say about it. */
export const logitsNote = ({ setup }: Exported): string =>
  setup.network.loss === "softmax-cross-entropy" ? "the cross-entropy of a softmax" : "the cross-entropy of a sigmoid";

/** What has to be applied to z for answers between 0 and 1. */
export const lastActivation = ({ setup }: Exported): string => setup.network.layers.at(-1)?.activation ?? "";

/** How a program computes what the network is given from x1 and x2; `sin` is what it calls the sine. */
export function featuresOf({ setup }: Exported, sin: string): string | undefined {
  const formulas = setup.features?.map((name) => features[name].formula);
  return formulas
    ?.map((formula) =>
      formula
        .replace(/(x\d)\^2/, "$1*$1")
        .replace("*", " * ")
        .replace("sin", sin),
    )
    .join(", ");
}

/** The points as they lie in the plane, or on the line. */
export const pointsOf = ({ data, points = data }: Exported): number[][] => rowsOf(points.inputs, points.inputSize);

export const shapeOf = ({ setup }: Exported): string =>
  [setup.network.inputSize, ...setup.network.layers.map(({ units }) => units)].join("-");
