/**
 * A run of training with its past: the newest state, the earlier ones on a timeline, and the one that is looked at.
 * Knows no DOM.
 *
 *     const run = new LabRun(makeTraining(), { columns: 100, rows: 100, thumbnails: 20 });
 *     await run.configure(setup); run.model.play(); run.lookAt(run.moments[3]);
 */
import type { Parameters, ParameterId } from "../engine/api";
import type { Training } from "../engine/training";
import type { FrameView, TrainingFrame, TrainingSetup } from "../engine/training-protocol";
import { TrainingModel } from "../figures/training-model";
import { Timeline } from "./timeline";

export class LabRun {
  readonly model: TrainingModel;
  readonly #timeline = new Timeline();
  /** An earlier moment that is looked at. */
  past: TrainingFrame | undefined;

  constructor(training: Training, view: FrameView) {
    this.model = new TrainingModel(training, view);
    this.model.subscribe(() => {
      if (this.model.frame && !this.past) this.#timeline.add(this.model.frame);
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
    const before = this.model.frame?.batches ?? 0;
    await this.model.configure(setup);
    if ((this.model.frame?.batches ?? 0) < before) this.#startTimeline();
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
    await this.model.reset();
    this.#startTimeline();
  }

  async setParameters(parameters: Parameters): Promise<void> {
    await this.#fromHere(() => this.model.setParameters(parameters));
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
  async #fromHere(go: () => void | Promise<void>): Promise<void> {
    const { past } = this;
    if (past) {
      this.past = undefined;
      this.#timeline.cutAfter(past);
      await this.model.goBack(past);
    }
    await go();
  }

  #startTimeline(): void {
    this.past = undefined;
    this.#timeline.clear();
    if (this.model.frame) this.#timeline.add(this.model.frame);
  }
}
