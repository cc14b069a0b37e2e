/**
 * One run of training: data, network, losses so far. Knows neither worker nor page, so it runs in both.
 *
 *     const session = TrainingSession.open(engine, setup);
 *     if (session.ok) { session.value.advance({ batches: 25 }); draw(session.value.frame(view)); }
 */
import type { Chainwise, ChainwiseError, Dataset, Network, NetworkConfig, Parameters, Result } from "./api";
import { LossHistory } from "./loss-history";
import { withFeatures } from "./features";
import { atOnce, type Pieces } from "./pieces";
import type { Advance, Checkpoint, FrameView, Region, TrainingFrame, TrainingSetup } from "./training-protocol";
import { regionOf, Surfaces } from "./training-surfaces";

/** Longest stay inside one call to the engine; short enough for a slice of 8 ms. */
const kCallMilliseconds = 2;

export class TrainingSession {
  #network: Network;
  #history = new LossHistory();
  #batches = 0;
  #loss = NaN;
  #testLoss: number | undefined;
  #learningRate: number;
  /** Why training has diverged; empty while it has not. */
  #reason = "";
  /** Updates that took about `kCallMilliseconds` lately. */
  #perCall = 1;
  readonly region: Region;
  readonly #surfaces: Surfaces;

  static open(engine: Chainwise, setup: TrainingSetup, checkpoint?: Checkpoint): Result<TrainingSession> {
    const points = "inputs" in setup.data ? { ok: true as const, value: setup.data } : engine.dataset(setup.data);
    if (!points.ok) return points;
    const data = setup.features ? withFeatures(engine, setup.features, points.value) : points;
    if (!data.ok) return data;
    const learningRate = checkpoint?.learningRate ?? setup.network.optimizer?.learningRate ?? 0.1;
    const network = makeNetwork(engine, setup.network, data.value, learningRate, checkpoint?.snapshot);
    if (!network.ok) return network;
    const session = new TrainingSession(engine, setup, points.value, data.value, network.value, learningRate);
    const wrong = session.#begin(checkpoint);
    if (!wrong) return { ok: true, value: session };
    session.dispose();
    return { ok: false, error: wrong };
  }

  private constructor(
    private readonly engine: Chainwise,
    private readonly setup: TrainingSetup,
    readonly points: Dataset,
    /** As the network is given it. */
    readonly data: Dataset,
    network: Network,
    learningRate: number,
  ) {
    this.#network = network;
    this.#learningRate = learningRate;
    this.region = setup.region ?? regionOf(points);
    this.#surfaces = new Surfaces(engine, setup, this.region);
  }

  /** Notes the losses of the start, or goes on with those of a checkpoint. */
  #begin(checkpoint?: Checkpoint): ChainwiseError | undefined {
    this.#batches = checkpoint?.batches ?? 0;
    this.#reason = "";
    const error = this.#measure();
    if (error) return error;
    this.#history = new LossHistory(undefined, checkpoint?.history);
    this.#history.record(this.#batches, this.#loss, this.#testLoss);
    return undefined;
  }

  /** The losses as they are, without training. */
  #measure(): ChainwiseError | undefined {
    const { inputs, targets, test } = this.data;
    const train = this.#network.gradients(inputs, targets);
    if (!train.ok) return train.error;
    this.#loss = train.value.loss;
    const apart = test && test.inputs.length > 0 ? this.#network.gradients(test.inputs, test.targets) : undefined;
    if (apart && !apart.ok) return apart.error;
    this.#testLoss = apart?.value.loss;
    return undefined;
  }

  /** Updates since the start. */
  get batches(): number {
    return this.#batches;
  }

  get diverged(): boolean {
    return this.#reason !== "";
  }

  get batchesPerEpoch(): number {
    const examples = this.data.inputs.length / this.data.inputSize;
    return Math.ceil(examples / (this.setup.network.batchSize ?? examples));
  }

  /** Trains on. Stops early when training diverges. */
  advance({ batches: wanted = Infinity, milliseconds = Infinity }: Advance): ChainwiseError | undefined {
    const end = this.#batches + wanted;
    const until = performance.now() + milliseconds;
    this.#reason = "";
    while (this.#batches < end) {
      const before = performance.now();
      if (before >= until) break;
      const batches = Math.min(end - this.#batches, this.#history.next - this.#batches, this.#perCall);
      const report = this.#network.train({ batches });
      if (!report.ok) return report.error;
      if (report.value.diverged) {
        this.#reason = report.value.reason ?? "loss-not-finite";
        this.#loss = report.value.trainLoss;
        break;
      }
      this.#batches += batches;
      this.#loss = report.value.trainLoss;
      this.#testLoss = report.value.testLoss;
      this.#history.record(this.#batches, this.#loss, this.#testLoss);
      if (batches === this.#perCall) this.#pace(performance.now() - before);
    }
    return undefined;
  }

  #pace(took: number): void {
    if (took < kCallMilliseconds / 2) this.#perCall *= 2;
    else if (took > kCallMilliseconds) this.#perCall = Math.max(1, Math.floor(this.#perCall / 2));
  }

  setLearningRate(value: number): ChainwiseError | undefined {
    const network = makeNetwork(this.engine, this.setup.network, this.data, value, this.#network.snapshot());
    if (!network.ok) return network.error;
    this.#network.dispose();
    this.#network = network.value;
    this.#learningRate = value;
    return undefined;
  }

  /** Back to the very start, with the learning rate of now. */
  reset(): ChainwiseError | undefined {
    const network = makeNetwork(this.engine, this.setup.network, this.data, this.#learningRate);
    if (!network.ok) return network.error;
    this.#network.dispose();
    this.#network = network.value;
    return this.#begin();
  }

  /** Other weights and biases; the optimiser's memory and the count of updates stay. */
  setParameters(parameters: Parameters): ChainwiseError | undefined {
    const set = this.#network.setParameters(parameters);
    this.#reason = "";
    return set.ok ? this.#measure() : set.error;
  }

  frame(view: FrameView): Result<TrainingFrame> {
    return atOnce(this.frameInPieces(view));
  }

  /** Between the pieces nothing may be trained. */
  *frameInPieces(view: FrameView): Pieces<Result<TrainingFrame>> {
    const began = performance.now();
    const surfaces = yield* this.#surfaces.outputs(this.#network, view);
    if (!surfaces.ok) return surfaces;
    const thumbnails = yield* this.#surfaces.units(this.#network, view.thumbnails ?? 0);
    const [surface = new Float32Array(), ...otherSurfaces] = surfaces.value;
    const answers = this.#network.predict(this.data.inputs);
    if (!answers.ok) return answers;
    return {
      ok: true,
      value: {
        batches: this.#batches,
        epochs: this.#batches / this.batchesPerEpoch,
        loss: this.#loss,
        ...(this.#testLoss === undefined ? {} : { testLoss: this.#testLoss }),
        correct: countCorrect(answers.value, this.data),
        learningRate: this.#learningRate,
        diverged: this.diverged,
        reason: this.#reason,
        parameters: this.#network.parameters(),
        history: this.#history.upTo(this.#batches, this.#loss, this.#testLoss),
        surface,
        otherSurfaces,
        thumbnails,
        checkpoint: {
          snapshot: this.#network.snapshot(),
          batches: this.#batches,
          learningRate: this.#learningRate,
          history: this.#history.copy(),
        },
        milliseconds: performance.now() - began,
      },
    };
  }

  dispose(): void {
    this.#surfaces.dispose();
    this.#network.dispose();
  }
}

function makeNetwork(
  engine: Chainwise,
  config: NetworkConfig,
  data: Dataset,
  learningRate: number,
  snapshot?: Uint8Array,
): Result<Network> {
  const optimizer = { ...(config.optimizer ?? { name: "gradient-descent" }), learningRate };
  const network = engine.network({ ...config, optimizer });
  if (!network.ok) return network;
  const loaded = network.value.setData(data, data.test);
  const restored = loaded.ok && snapshot ? network.value.restore(snapshot) : loaded;
  if (restored.ok) return network;
  network.value.dispose();
  return restored;
}

/** One output: the side of one half. Several: the largest output. */
function countCorrect(answers: Float64Array, data: Dataset): number {
  const size = data.targetSize;
  let correct = 0;
  for (let start = 0; start < answers.length; start += size) {
    const side = (values: Float64Array) => {
      if (size === 1) return (values[start] ?? 0) > 0.5 ? 1 : 0;
      let best = 0;
      for (let i = 1; i < size; i++) if ((values[start + i] ?? 0) > (values[start + best] ?? 0)) best = i;
      return best;
    };
    if (side(answers) === side(data.targets)) correct++;
  }
  return correct;
}
