/**
 * The cost at a moment of a run as the mean over its examples, worked out by the engine from the parameters that were
 * stored for that moment.
 *
 *     const moment = nearestMoment([...run.moments, run.model.frame], 120);
 *     const cost = costAt(asked, moment);
 *     if (cost.ok) cost.value.examples[0]     // { index: 17, loss: 2.1, share: 0.04 }, the largest first
 */
import type { Result } from "../../engine/api";
import type { TrainingFrame } from "../../engine/training-protocol";
import type { Asked } from "../node-panel";
import { withNetwork } from "../trace";

export interface Cost {
  mean: number;
  sum: number;
  /** The largest first. `share` is the part of the sum. */
  examples: { index: number; loss: number; share: number }[];
  /** So many of the largest make half of the sum. */
  half: number;
  /** On the examples that were set apart. */
  apart?: { mean: number; count: number };
  /** What L1 and L2 add to what is learned; the curve does not have it. */
  penalty?: { value: number; l1: number; l2: number; absolute: number; squares: number };
}

export function nearestMoment(stored: readonly TrainingFrame[], batches: number): TrainingFrame | undefined {
  let nearest: TrainingFrame | undefined;
  for (const frame of stored)
    if (!nearest || Math.abs(frame.batches - batches) < Math.abs(nearest.batches - batches)) nearest = frame;
  return nearest;
}

export function costAt(asked: Asked, frame: TrainingFrame): Result<Cost> {
  const { engine, setup, data } = asked;
  return withNetwork(engine, setup, data, frame, (network) => {
    const all = network.gradients(data.inputs, data.targets);
    if (!all.ok) return all;
    const each = network.exampleGradients(data.inputs, data.targets);
    if (!each.ok) return each;
    const apart = data.test && network.gradients(data.test.inputs, data.test.targets);
    if (apart && !apart.ok) return apart;
    const sum = each.value.reduce((total, { loss }) => total + loss, 0);
    const examples = each.value
      .map(({ loss }, index) => ({ index, loss, share: sum > 0 ? loss / sum : 0 }))
      .sort((a, b) => b.loss - a.loss);
    let half = 0;
    for (let share = 0; half < examples.length && share < 0.5; half++) share += examples[half]?.share ?? 0;
    const penalty = penaltyOf(asked, frame);
    if (!penalty.ok) return penalty;
    const count = data.test ? data.test.targets.length / data.targetSize : 0;
    return {
      ok: true,
      value: {
        mean: all.value.loss,
        sum,
        examples,
        half,
        ...(apart ? { apart: { mean: apart.value.loss, count } } : {}),
        ...(penalty.value ? { penalty: penalty.value } : {}),
      },
    };
  });
}

/** Biases are not pulled. */
function penaltyOf({ engine, setup }: Asked, { parameters }: TrainingFrame): Result<Cost["penalty"]> {
  const { l1 = 0, l2 = 0 } = setup.network;
  if (l1 === 0 && l2 === 0) return { ok: true, value: undefined };
  const weights = parameters.weights.flatMap((list) => [...list]);
  const at = Object.fromEntries(weights.map((weight, index) => [`w${index + 1}`, weight]));
  const names = Object.keys(at);
  const absolute = engine.evaluate(names.map((name) => `abs(${name})`).join("+"), at);
  if (!absolute.ok) return absolute;
  const squares = engine.evaluate(names.map((name) => `${name}^2`).join("+"), at);
  if (!squares.ok) return squares;
  const given = { l1, l2, absolute: absolute.value, squares: squares.value };
  const value = engine.evaluate("l1*absolute+l2/2*squares", given);
  return value.ok ? { ok: true, value: { ...given, value: value.value } } : value;
}
