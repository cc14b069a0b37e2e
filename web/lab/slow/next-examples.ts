/**
 * Which examples the next update of a run learns from, in their order. The engine shuffles them by itself and tells
 * nobody: so a second network with the same shuffle, whose bias takes over the number of the example that it has just
 * seen, is brought to the same place and asked.
 *
 *     const next = nextExamples(moment);   // [17, 3, 101, ...], counted from 0
 */
import type { Chainwise, Dataset, Network, Result } from "../../engine/api";
import type { TrainingFrame, TrainingSetup } from "../../engine/training-protocol";
import { withNetwork } from "../trace";

/** A state of a run, with all that it needs to go on. */
export interface Moment {
  engine: Chainwise;
  setup: TrainingSetup;
  data: Dataset;
  frame: TrainingFrame;
}

/** So small a step that it changes no weight, but counts. */
const kNoStep = 1e-300;
/** Further on it would take seconds to come to the same place. */
export const kMostEpochs = 100_000;

export function nextExamples(moment: Moment): Result<number[]> {
  const { engine, setup, data, frame } = moment;
  const count = data.targets.length / data.targetSize;
  const rest = withNetwork(engine, setup, data, frame, (network) => {
    const still = network.setLearningRate(kNoStep);
    return still.ok ? network.train({ epochs: 1 }) : still;
  });
  if (!rest.ok) return rest;
  const epoch = rest.value.epoch - 1;
  if (epoch > kMostEpochs) return { ok: false, error: { code: "slow-too-late", message: "" } };
  const seen = count - rest.value.examples;
  const size = Math.min(setup.network.batchSize ?? count, rest.value.examples);
  const whole = counter(moment, count, count);
  if (!whole.ok) return whole;
  if (epoch > 0) whole.value.train({ epochs: epoch });
  const single = counter(moment, count, 1);
  if (single.ok) single.value.restore(whole.value.snapshot());
  whole.value.dispose();
  if (!single.ok) return single;
  if (seen > 0) single.value.train({ batches: seen });
  const examples = Array.from({ length: size }, () => {
    single.value.train({ batches: 1 });
    return Math.round(single.value.parameters().biases[0]?.[0] ?? 0);
  });
  single.value.dispose();
  return { ok: true, value: examples };
}

/** With a rate of 1 and no input, the step from b leads exactly to the example's target: its number. */
function counter({ engine, setup }: Moment, count: number, batchSize: number): Result<Network> {
  const { shuffleSeed } = setup.network;
  const made = engine.network({
    inputSize: 1,
    layers: [{ units: 1, activation: "linear" }],
    loss: "half-squared",
    initializer: { name: "zeros", seed: 1 },
    optimizer: { name: "gradient-descent", learningRate: 1 },
    batchSize,
    ...(shuffleSeed === undefined ? {} : { shuffleSeed }),
  });
  if (!made.ok) return made;
  const targets = Float64Array.from({ length: count }, (_, index) => index);
  const loaded = made.value.setData({ inputs: new Float64Array(count), targets });
  if (loaded.ok) return made;
  made.value.dispose();
  return loaded;
}
