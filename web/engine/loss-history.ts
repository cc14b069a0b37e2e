/**
 * The losses of a run at regular distances, thinned as the run grows: never more than `capacity` points, and a
 * function of the number of updates alone, however the work was sliced.
 *
 *     const history = new LossHistory(4);
 *     history.record(0, 0.9); history.next;   // 1: the next update to stop at and note its loss
 */
import type { LossPoints } from "./training-protocol";

const kCapacity = 400;

export class LossHistory {
  batches: number[] = [];
  losses: number[] = [];
  testLosses: number[] | undefined;
  stride = 1;

  constructor(
    private readonly capacity = kCapacity,
    from?: LossPoints & { stride: number },
  ) {
    if (!from) return;
    this.batches = [...from.batches];
    this.losses = [...from.losses];
    if (from.testLosses) this.testLosses = [...from.testLosses];
    this.stride = from.stride;
  }

  /** The first update after the last noted one whose loss is to be noted. */
  get next(): number {
    const last = this.batches.at(-1);
    return last === undefined ? 0 : last + this.stride;
  }

  record(batch: number, loss: number, testLoss?: number): void {
    if (batch !== this.next) return;
    this.batches.push(batch);
    this.losses.push(loss);
    if (testLoss !== undefined) (this.testLosses ??= []).push(testLoss);
    if (this.batches.length < this.capacity) return;
    this.stride *= 2;
    const kept = (_: number, index: number) => (this.batches[index] ?? 0) % this.stride === 0;
    const losses = this.losses.filter(kept);
    this.testLosses = this.testLosses?.filter(kept);
    this.batches = this.batches.filter((at) => at % this.stride === 0);
    this.losses = losses;
  }

  copy(): LossPoints & { stride: number } {
    const { batches, losses, testLosses, stride } = this;
    return {
      batches: [...batches],
      losses: [...losses],
      ...(testLosses ? { testLosses: [...testLosses] } : {}),
      stride,
    };
  }

  /** What was noted, and the state of now behind it. */
  upTo(batch: number, loss: number, testLoss?: number): LossPoints {
    const { stride: _, ...points } = this.copy();
    if (points.batches.at(-1) === batch) return points;
    points.batches.push(batch);
    points.losses.push(loss);
    if (testLoss !== undefined) points.testLosses?.push(testLoss);
    return points;
  }
}
