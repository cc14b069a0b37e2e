/**
 * Points of a person's own after an edit, and as a network learns from them.
 *
 *     const points = withPoint(emptyPoints("classes"), [0.3, -0.2, 1]);
 */
import type { Dataset } from "../../engine/api";
import { rounded, taskOfPoints, type OwnPoints } from "./own-points";

export const withPoint = (points: OwnPoints, row: readonly number[]): OwnPoints => ({
  ...points,
  rows: [...points.rows, row.map(rounded)],
});

export const withoutPoint = (points: OwnPoints, index: number): OwnPoints => ({
  ...points,
  rows: points.rows.filter((_, i) => i !== index),
});

/** A point of a curve takes its number along. */
export const withMoved = (points: OwnPoints, index: number, [x, y]: readonly [number, number]): OwnPoints => ({
  ...points,
  rows: points.rows.map((row, i) => (i === index ? [rounded(x), rounded(y), ...row.slice(2)] : row)),
});

export function datasetOf(points: OwnPoints, chosen: readonly number[]): Dataset {
  const { inputs: inputSize, outputs: targetSize } = taskOfPoints(points);
  const inputs = new Float64Array(chosen.length * inputSize);
  const targets = new Float64Array(chosen.length * targetSize);
  chosen.forEach((at, i) => {
    const row = points.rows[at] ?? [];
    inputs.set(row.slice(0, inputSize), i * inputSize);
    const goal = row[inputSize] ?? 0;
    if (targetSize === 1) targets[i] = goal;
    else targets[i * targetSize + goal] = 1;
  });
  return { inputs, targets, inputSize, targetSize };
}
