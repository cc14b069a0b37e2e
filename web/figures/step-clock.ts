/**
 * The beat of a figure that walks by itself: one step after another until it is stopped. With reduced motion the
 * picture changes seldom, and by more.
 *
 *     const clock = new StepClock((count) => this.#step(count), () => this.requestUpdate(), { every: 80, calmSteps: 8 });
 *     clock.start(); clock.running; clock.stop();
 */
const kCalmPace = 700;

export class StepClock {
  #timer: ReturnType<typeof setInterval> | undefined;

  /** `step` makes so many steps and answers whether there is more to come; `changed` is told of each start and stop. */
  constructor(
    private readonly step: (count: number) => boolean,
    private readonly changed: () => void,
    private readonly pace: { every: number; calmSteps: number } = { every: 350, calmSteps: 1 },
  ) {}

  get running(): boolean {
    return this.#timer !== undefined;
  }

  start(): void {
    if (this.running) return;
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    const count = calm ? this.pace.calmSteps : 1;
    const beat = (): void => {
      if (!this.step(count)) this.stop();
    };
    this.#timer = setInterval(beat, calm ? Math.max(kCalmPace, this.pace.every) : this.pace.every);
    beat();
    this.changed();
  }

  stop(): void {
    if (!this.running) return;
    clearInterval(this.#timer);
    this.#timer = undefined;
    this.changed();
  }
}
