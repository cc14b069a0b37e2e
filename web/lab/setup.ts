/**
 * From settings to a run of training.
 *
 *     const setup = setupFrom(state.values);   // { network: { inputSize: 2, layers: [...] }, data: { name: "circles" } }
 *     setupFrom(state.values, made)            // with points that are not the engine's
 */
import type { Dataset, DatasetConfig } from "../engine/api";
import type { Region, TrainingSetup } from "../engine/training-protocol";
import { featuresFor } from "./data/features";
import { lossFor, outputActivation, taskOf, type MadeSet, type Task } from "./data/sets";
import { readLayers, type LabSettings } from "./state";

/** Points to learn from, and what is to be learned. */
export interface Made {
  task: Task;
  data: DatasetConfig | Dataset;
  /** So many are learned from; the others are set apart. */
  learned: number;
  /** What pictures cover, where it does not follow from the points. */
  region?: Region;
}

/** The points that the engine makes by itself. */
export function generated({ noise, count, test, seed }: LabSettings, name: MadeSet): Made {
  return {
    task: taskOf(name),
    data: { name, count, noise, seed, ...(test > 0 ? { testFraction: test / 100 } : {}) },
    // 20 % of 250 points are set apart: 200 are left.
    learned: count - Math.round((count * test) / 100),
  };
}

export function setupFrom(settings: LabSettings, made?: Made): TrainingSetup {
  const { data, task, learned, region } = made ?? generated(settings, settings.data as MadeSet);
  const { seed, optimizer, rate, l1, l2 } = settings;
  const inner = readLayers(settings.layers) ?? [];
  const loss = lossFor(task, settings.loss);
  const features = featuresFor(task, settings.features);
  return {
    data,
    ...(region ? { region } : {}),
    ...(features ? { features } : {}),
    network: {
      inputSize: features?.length ?? task.inputs,
      layers: [...inner, { units: task.outputs, activation: outputActivation(task, loss) }],
      loss,
      initializer: { name: settings.start, seed },
      optimizer: { name: optimizer, learningRate: rate },
      batchSize: Math.max(1, Math.min(settings.batch, learned)),
      shuffleSeed: seed,
      ...(l1 > 0 ? { l1 } : {}),
      ...(l2 > 0 ? { l2 } : {}),
    },
  };
}

/** Units of each layer, the inputs first. */
export const sizesOf = ({ network }: TrainingSetup): number[] => [
  network.inputSize,
  ...network.layers.map(({ units }) => units),
];
