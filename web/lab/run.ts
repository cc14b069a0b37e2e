/**
 * A run of training with its past: the newest state, the earlier ones on a timeline, and the one that is looked at.
 * Knows no DOM.
 *
 *     const run = new LabRun(makeTraining(), { columns: 100, rows: 100, thumbnails: 20 });
 *     await run.configure(setup); run.model.play(); run.lookAt(run.moments[3]);
 */
import type { Dataset, Parameters, ParameterId } from "../engine/api";
import type { Training } from "../engine/training";
import type { Checkpoint, FrameView, TrainingFrame, TrainingSetup } from "../engine/training-protocol";
import { TrainingModel } from "../figures/training-model";
import { Timeline } from "./timeline";

/** All that is known of a run: where it stands, and its past. */
export interface Kept {
  checkpoint: Checkpoint;
  moments: readonly TrainingFrame[];
  /** The earlier moment that was looked at. */
  past?: TrainingFrame;
}

/** What takes something away from a run that a person may want back. */
export type Loss = "weights" | "past" | "reset";

const kKeptMoments = 20;

export class LabRun {
  readonly model: TrainingModel;
  readonly #timeline = new Timeline();
  /** Told before it happens. */
  beforeLoss: (what: Loss) => void = () => undefined;
  #brought: Kept | undefined;
  /** Made anew with each network: the timeline is that of this one. */
  #data: Dataset | undefined;
  /** An earlier moment that is looked at. */
  past: TrainingFrame | undefined;

  constructor(training: Training, view: FrameView) {
    this.model = new TrainingModel(training, view);
    this.model.subscribe(() => {
      const { frame, complete } = this.model;
      if (frame && complete && !this.past) this.#timeline.add(frame);
    });
  }

  /** The moment that everything shows. */
  get frame(): TrainingFrame | undefined {
    return this.past ?? this.model.frame;
  }

  get moments(): readonly TrainingFrame[] {
    return this.#timeline.moments;
  }

  /** Another network, or other data, begins anew; another learning rate goes on. */
  async configure(setup: TrainingSetup): Promise<void> {
    const brought = this.#brought;
    this.#brought = undefined;
    await this.model.configure(setup, brought?.checkpoint);
    if (this.model.data === this.#data) return;
    this.#startTimeline();
    if (!brought) return;
    this.#timeline.restore(brought.moments);
    this.past = brought.past;
  }

  /** The run as it is, to be brought back later. */
  keep(): Kept | undefined {
    const { frame } = this.model;
    if (!frame) return undefined;
    const every = Math.ceil(this.moments.length / kKeptMoments);
    const earlier = this.moments.filter(({ batches }, index) => batches < frame.batches && index % every === 0);
    const { past } = this;
    return { checkpoint: frame.checkpoint, moments: [...earlier, frame], ...(past ? { past } : {}) };
  }

  /** The next `configure` goes on from there. */
  bring(kept: Kept): void {
    this.#brought = kept;
  }

  /** The newest moment is not the past. */
  lookAt(index: number): void {
    this.past = index >= this.moments.length - 1 ? undefined : this.moments[index];
  }

  play(): Promise<void> {
    return this.#fromHere(() => this.model.play());
  }

  step(batches = 1): Promise<void> {
    return this.#fromHere(() => this.model.step(batches));
  }

  async reset(): Promise<void> {
    if ((this.model.frame?.batches ?? 0) > 0) this.beforeLoss("reset");
    await this.model.reset();
    this.#startTimeline();
  }

  async setParameters(parameters: Parameters): Promise<void> {
    this.beforeLoss("weights");
    await this.#fromHere(() => this.model.setParameters(parameters), true);
    if (this.model.frame) this.#timeline.put(this.model.frame);
  }

  /** One weight, or a bias where there is no input. */
  async setParameter({ layer, unit, input }: ParameterId, value: number): Promise<void> {
    const { parameters } = this.frame ?? {};
    if (!parameters) return;
    const weights = parameters.weights.map((list) => list.slice());
    const biases = parameters.biases.map((list) => list.slice());
    const units = biases[layer]?.length ?? 1;
    const inputs = (weights[layer]?.length ?? 0) / units;
    const list = input === undefined ? biases[layer] : weights[layer];
    if (list) list[input === undefined ? unit : unit * inputs + input] = value;
    await this.setParameters({ weights, biases });
  }

  /** The run goes on from the moment that is looked at; what came after it is forgotten. */
  async #fromHere(go: () => void | Promise<void>, told = false): Promise<void> {
    const { past } = this;
    if (past) {
      if (!told) this.beforeLoss("past");
      this.past = undefined;
      this.#timeline.cutAfter(past);
      await this.model.goBack(past);
      this.#data = this.model.data;
    }
    await go();
  }

  #startTimeline(): void {
    this.#data = this.model.data;
    this.past = undefined;
    this.#timeline.clear();
    if (this.model.frame) this.#timeline.add(this.model.frame);
  }
}
