/**
 * The cost along the negative gradient at one moment of a run: what a learning rate would do with the next step of
 * plain descent, and which would do best.
 *
 *     const line = lineOf(asked, 0.3, undefined);
 *     if (line.ok) line.value.got   // J after a step with 0.3
 */
import type { Network, Result } from "../../engine/api";
import type { Asked } from "../node-panel";
import { withNetwork } from "../trace";

export interface Line {
  rates: Float64Array;
  losses: Float64Array;
  /** J before the step, and its slope by the rate there. */
  here: number;
  slope: number;
  /** J after a step with the rate that was asked for. */
  got: number;
  best: { rate: number; loss: number };
  /** How many times the learning rate the line is long. */
  reach: number;
}

export const reaches = [2, 10, 100, 1000] as const;
const kPoints = 81;
/** The lowest cost is not at the end of the line. */
const kInside = 0.85;

/** Without a `reach` the line is as long as it has to be to show its lowest place, or as long as there is a cost. */
export function lineOf(asked: Asked, rate: number, reach: number | undefined): Result<Line> {
  const { engine, setup, data, frame } = asked;
  const chosen = asked.setup.network.optimizer?.learningRate ?? rate;
  return withNetwork(engine, setup, data, frame, (network) => {
    let line: Result<Line> = along(network, chosen, rate, reach ?? reaches[0]);
    if (reach !== undefined) return line;
    for (const longer of reaches.slice(1)) {
      if (!line.ok || line.value.best.rate < kInside * (line.value.rates.at(-1) ?? 0)) break;
      const next = along(network, chosen, rate, longer);
      if (!next.ok) break;
      line = next;
    }
    return line;
  });
}

function along(network: Network, chosen: number, rate: number, reach: number): Result<Line> {
  const whole = network.lineSearch(Math.max(rate, chosen * reach), kPoints);
  if (!whole.ok) return whole;
  const step = network.lineSearch(rate, 2);
  if (!step.ok) return step;
  const { rates, losses, slope } = whole.value;
  let best = { rate: 0, loss: losses[0] ?? NaN };
  losses.forEach((loss, index) => {
    if (loss < best.loss) best = { rate: rates[index] ?? NaN, loss };
  });
  const value = { rates, losses, slope, here: losses[0] ?? NaN, got: step.value.losses[1] ?? NaN, best, reach };
  return { ok: true, value };
}
