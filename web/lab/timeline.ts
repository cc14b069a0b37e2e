/**
 * The states of a run at even distances, thinned as the run grows, so that one can go back to any of them.
 *
 *     const timeline = new Timeline(60);
 *     timeline.add(frame);
 *     timeline.moments[12].checkpoint   // enough to go on from there
 */
import type { TrainingFrame } from "../engine/training-protocol";

export class Timeline {
  moments: TrainingFrame[] = [];
  #stride = 1;

  constructor(private readonly capacity = 60) {}

  /** Frames of a running network; those that lie too near to the last one are left out. */
  add(frame: TrainingFrame): void {
    const last = this.moments.at(-1);
    if (last && frame.batches < last.batches + this.#stride) return;
    this.moments.push(frame);
    if (this.moments.length <= this.capacity) return;
    this.moments = this.moments.filter((_, index) => index % 2 === 0);
    this.#stride = Math.max(this.#stride * 2, Math.ceil(frame.batches / this.capacity));
  }

  /** What came after this moment did not happen. */
  cutAfter({ batches }: TrainingFrame): void {
    this.moments = this.moments.filter((moment) => moment.batches <= batches);
  }

  /** This is how it was at that count of updates, whatever was noted for it. */
  put(frame: TrainingFrame): void {
    this.moments = this.moments.filter(({ batches }) => batches < frame.batches);
    this.moments.push(frame);
  }

  /** Takes over the moments of another run. */
  restore(moments: readonly TrainingFrame[]): void {
    this.moments = [...moments];
    this.#stride = Math.max(1, Math.ceil((moments.at(-1)?.batches ?? 0) / this.capacity));
  }

  clear(): void {
    this.moments = [];
    this.#stride = 1;
  }
}
