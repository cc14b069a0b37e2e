/**
 * What a training figure shows and does, without DOM and without drawing: a run, its last frame, whether it plays.
 *
 *     const model = new TrainingModel(new Training(bytes), { columns: 100, rows: 100, thumbnails: 20 });
 *     model.subscribe(draw); await model.configure(setup); model.play();
 */
import type { ChainwiseError, Dataset, Parameters } from "../engine/api";
import type { Training } from "../engine/training";
import type { Checkpoint, FrameView, Region, TrainingFrame, TrainingSetup } from "../engine/training-protocol";

export const speeds = ["batch", "epoch", "full"] as const;
export type Speed = (typeof speeds)[number];

const kFewUnits = 12;
const kPicturesEvery = 4;
/** At full speed pictures take so much of the time that there is, so that nearly all is left for training. */
const kShareOfPictures = 0.07;
const kLongestWait = 250;

export class TrainingModel {
  frame: TrainingFrame | undefined;
  data: Dataset | undefined;
  /** The data in the plane; another only where the network is given features. */
  points: Dataset | undefined;
  region: Region | undefined;
  /** What the frame is of, which is not yet what was asked for while that opens. */
  opened: TrainingSetup | undefined;
  error: ChainwiseError | undefined;
  /** What the learner wants; whether anything moves depends on `awake`, too. */
  playing = false;
  speed: Speed = "epoch";
  /** The frame has the pictures of all units. */
  complete = true;
  #setup: TrainingSetup | undefined;
  #awake = true;
  #opening: Promise<void> | undefined;
  #waiting = false;
  /** At full speed no frame is asked for before. */
  #nextAt = 0;
  #run = 0;
  #count = 0;
  readonly #listeners = new Set<() => void>();

  constructor(
    private readonly training: Training,
    private readonly view: FrameView,
  ) {
    training.onRevival = (notice) => {
      this.error = notice;
      this.#tell();
    };
  }

  get setup(): TrainingSetup | undefined {
    return this.#setup;
  }

  get place(): "worker" | "page" | undefined {
    return this.training.place;
  }

  get batchesPerEpoch(): number {
    const examples = this.data ? this.data.inputs.length / this.data.inputSize : 0;
    const size = this.#setup?.network.batchSize ?? examples;
    return Math.max(1, Math.ceil(examples / size));
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** A new learning rate goes on with the same run; anything else starts a new one, or one from a state of before. */
  async configure(setup: TrainingSetup, from?: Checkpoint): Promise<void> {
    const before = this.#setup;
    const [rate, rateBefore] = [rateOf(setup), before && rateOf(before)];
    const same = before && withoutRate(before) === withoutRate(setup);
    if (same && rate === rateBefore && !from) return this.#opening;
    this.#setup = setup;
    this.error = undefined;
    if (!same || from || rate === undefined) return (this.#opening = this.#open(setup, from));
    const run = this.#run;
    if (this.#note(run, await this.training.setLearningRate(rate))) this.opened = setup;
    return this.#look(run);
  }

  /** Goes on from a state that an earlier frame brought, with the learning rate of now. */
  async goBack({ checkpoint }: TrainingFrame): Promise<void> {
    const setup = this.#setup;
    if (!setup) return;
    const learningRate = rateOf(setup) ?? checkpoint.learningRate;
    await (this.#opening = this.#open(setup, { ...checkpoint, learningRate }));
  }

  async setParameters(parameters: Parameters): Promise<void> {
    const run = this.#run;
    if (this.#note(run, await this.training.setParameters(parameters))) await this.#look(run);
  }

  async #open(setup: TrainingSetup, checkpoint?: Checkpoint): Promise<void> {
    const run = ++this.#run;
    this.error = undefined;
    this.#waiting = true;
    const opened = await this.training.open(setup, checkpoint);
    if (run !== this.#run) return;
    this.#waiting = false;
    if (!this.#note(run, opened)) return;
    this.opened = setup;
    this.data = opened.value.data;
    this.points = opened.value.points;
    this.region = opened.value.region;
    this.frame = undefined;
    await this.#look(run);
    this.#obey();
  }

  play(): void {
    this.playing = true;
    this.error = undefined;
    this.#nextAt = 0;
    this.#obey();
    this.#tell();
  }

  pause(): void {
    this.playing = false;
    this.error = undefined;
    this.#obey();
    this.#tell();
    if (!this.#waiting && !this.complete) void this.#look(this.#run);
  }

  setSpeed(speed: Speed): void {
    this.speed = speed;
    this.#obey();
    this.#tell();
  }

  /** Off the screen or behind another window nothing is computed. */
  setAwake(awake: boolean): void {
    this.#awake = awake;
    this.#obey();
  }

  async step(batches = 1): Promise<void> {
    this.pause();
    await this.#look(this.#run, { batches });
  }

  async reset(): Promise<void> {
    this.pause();
    const run = this.#run;
    if (this.#note(run, await this.training.reset())) await this.#look(run);
  }

  /** To be called once for each picture that the screen shows: asks for the next frame if it is time for it. */
  tick(): void {
    if (!this.playing || !this.#awake || this.#waiting) return;
    if (this.speed === "full" && performance.now() < this.#nextAt) return;
    const advance = { batch: { batches: 1 }, epoch: { batches: this.batchesPerEpoch }, full: undefined }[this.speed];
    void this.#look(this.#run, advance);
  }

  close(): void {
    this.#run++;
    this.training.close();
  }

  #obey(): void {
    this.training.run(this.playing && this.#awake && this.speed === "full" && this.data !== undefined);
  }

  async #look(run: number, advance?: { batches: number }): Promise<void> {
    this.#waiting = true;
    const view = this.#viewNow();
    const frame = await this.training.frame(view, advance);
    if (run !== this.#run) return;
    this.#waiting = false;
    if (!this.#note(run, frame)) return;
    this.frame = frame.value;
    this.complete = view === this.view;
    if (frame.value.diverged) this.playing = false;
    this.#nextAt = performance.now() + Math.min(kLongestWait, frame.value.milliseconds / kShareOfPictures);
    this.#obey();
    this.#tell();
    if (!this.playing && !this.complete) await this.#look(run);
  }

  /** Pictures of many units are dear: while a large network plays, they come with few of the many frames only. */
  #viewNow(): FrameView {
    const units = this.#setup?.network.layers.reduce((all, layer) => all + layer.units, 0) ?? 0;
    this.#count = this.playing && this.speed !== "full" ? this.#count + 1 : 0;
    const withPictures = units <= kFewUnits || this.#count % kPicturesEvery === 0;
    return withPictures ? this.view : { ...this.view, thumbnails: 0 };
  }

  #note<T>(
    run: number,
    result: { ok: true; value: T } | { ok: false; error: ChainwiseError },
  ): result is { ok: true; value: T } {
    if (run !== this.#run || result.ok) return result.ok;
    this.error = result.error;
    this.playing = false;
    this.#tell();
    return false;
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

function rateOf({ network }: TrainingSetup): number | undefined {
  return network.optimizer?.learningRate;
}

function withoutRate({ network, ...others }: TrainingSetup): string {
  const { learningRate: _, ...optimizer } = network.optimizer ?? { learningRate: 0 };
  return JSON.stringify({ network: { ...network, optimizer }, ...others });
}
