/**
 * The beat of a figure that walks by itself: one step after another until it is stopped.
 *
 *     const clock = new StepClock(() => this.#step(), () => this.requestUpdate());
 *     clock.start(); clock.running; clock.stop();
 */
const kBeat = 350;

export class StepClock {
  #timer: ReturnType<typeof setInterval> | undefined;

  /** `step` answers whether there is more to come; `changed` is told when the clock starts or stops. */
  constructor(
    private readonly step: () => boolean,
    private readonly changed: () => void,
  ) {}

  get running(): boolean {
    return this.#timer !== undefined;
  }

  start(): void {
    if (this.running) return;
    this.#timer = setInterval(this.#beat, kBeat);
    this.#beat();
    this.changed();
  }

  stop(): void {
    if (!this.running) return;
    clearInterval(this.#timer);
    this.#timer = undefined;
    this.changed();
  }

  #beat = (): void => {
    if (!this.step()) this.stop();
  };
}
