/**
 * Two runs beside each other: what each had reached at the same count of batches.
 *
 *     sameCount(historyA, historyB)           // { batches: 400, losses: [0.12, 0.31] }
 */
import type { LossPoints } from "../../engine/training-protocol";

export interface SameCount {
  batches: number;
  losses: [number, number];
}

/** The latest count of batches at which the cost of both was noted; undefined where there is none. */
export function sameCount(a: LossPoints, b: LossPoints): SameCount | undefined {
  const other = new Map(b.batches.map((batches, index) => [batches, b.losses[index] ?? NaN]));
  for (let index = a.batches.length - 1; index >= 0; index--) {
    const batches = a.batches[index];
    const loss = batches === undefined ? undefined : other.get(batches);
    if (batches !== undefined && loss !== undefined) return { batches, losses: [a.losses[index] ?? NaN, loss] };
  }
  return undefined;
}
