/**
 * What happens while a training run plays: a picture with each frame of the screen, words now and then, and the next
 * frame asked for. When it comes to rest, all is drawn once more and said.
 *
 *     const loop = new TrainingLoop(model, { paint: () => ..., words: () => ..., rest: (played) => ... });
 *     loop.stop();
 */
import type { TrainingModel } from "./training-model";

/** Words and numbers follow the pictures at a distance: nobody reads sixty of them a second. */
const kWordsEvery = 120;
/** With reduced motion the pictures change only so often. */
const kCalmEvery = 1000;

export interface TrainingShow {
  /** The pictures; at the pace of the screen. */
  paint(): void;
  /** Numbers, curves and sentences; now and then. */
  words(): void;
  /** The run has come to rest, or one that rests has changed; `played` where it ran until now. */
  rest(played: boolean): void;
}

export class TrainingLoop {
  #request = 0;
  #paintedAt = 0;
  #wordsAt = 0;
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
    this.show.paint();
    if (now - this.#wordsAt >= kWordsEvery) {
      this.#wordsAt = now;
      this.show.words();
    }
    this.model.tick();
  };
}
