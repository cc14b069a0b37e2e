/**
 * What happens while a training run plays: each new frame is painted, over some pictures of the screen where it is
 * large; words follow now and then, and the next frame is asked for. When it comes to rest, all is drawn once more and
 * said.
 *
 *     const loop = new TrainingLoop(model, { paint, paintMore, words, curve, rest: (played) => ... });
 *     loop.stop();
 */
import type { TrainingFrame } from "../engine/training-protocol";
import type { TrainingModel } from "./training-model";

/** Words and the curve follow the pictures at a distance, in turns: nobody reads sixty of them a second. */
const kTurn = 125;
/** With reduced motion the pictures change only so often. */
const kCalmEvery = 1000;

export interface TrainingShow {
  /** What of the pictures of a new frame shall not wait. */
  paint(): void;
  /** The next part of the rest, with each picture of the screen: true while there is more of it. */
  paintMore(): boolean;
  /** Numbers and sentences; now and then. */
  words(): void;
  /** The curve of the cost; now and then. */
  curve(): void;
  /** The run has come to rest, or one that rests has changed; `played` where it ran until now. */
  rest(played: boolean): void;
}

export class TrainingLoop {
  #request = 0;
  #painted: TrainingFrame | undefined;
  #paintedAt = 0;
  #turnAt = 0;
  #turn: "words" | "curve" = "words";
  #wasPlaying = false;
  readonly #unsubscribe: () => void;
  readonly #calm = matchMedia("(prefers-reduced-motion: reduce)");

  constructor(
    private readonly model: TrainingModel,
    private readonly show: TrainingShow,
  ) {
    this.#unsubscribe = model.subscribe(this.#changed);
  }

  stop(): void {
    this.#unsubscribe();
    cancelAnimationFrame(this.#request);
  }

  #changed = (): void => {
    const { playing } = this.model;
    const began = playing && !this.#wasPlaying;
    const played = !playing && this.#wasPlaying;
    this.#wasPlaying = playing;
    if (!playing) this.show.rest(played);
    else if (!this.#request) this.#request = requestAnimationFrame(this.#tick);
    if (began) this.show.words(); // the button says Pause now
  };

  #tick = (now: number): void => {
    this.#request = 0;
    if (!this.model.playing) return;
    this.#request = requestAnimationFrame(this.#tick);
    if (this.#calm.matches && now - this.#paintedAt < kCalmEvery) return;
    this.#paintedAt = now;
    const { frame } = this.model;
    if (frame !== this.#painted) this.show.paint();
    this.#painted = frame;
    while (this.show.paintMore() && this.#calm.matches);
    if (now - this.#turnAt >= kTurn) {
      this.#turnAt = now;
      this.#turn = this.#turn === "words" ? "curve" : "words";
      this.show[this.#turn]();
    }
    this.model.tick();
  };
}
