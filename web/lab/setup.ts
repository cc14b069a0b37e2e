/**
 * From settings to a run of training.
 *
 *     const setup = setupFrom(state.values);   // { network: { inputSize: 2, layers: [...] }, data: { name: "circles" } }
 */
import type { TrainingSetup } from "../engine/training-protocol";
import { readLayers, valueSets, type LabSettings } from "./state";

/** A number is to be met, instead of a side to be chosen. */
export const isRegression = (data: LabSettings["data"]): boolean => valueSets.some((name) => name === data);

/** 20 % of 250 points are set apart: 200 are left to learn from. */
export const learnedPoints = ({ count, test }: LabSettings): number => count - Math.round((count * test) / 100);

export function setupFrom(settings: LabSettings): TrainingSetup {
  const { data, noise, count, test, seed, optimizer, rate, l1, l2 } = settings;
  const inner = readLayers(settings.layers) ?? [];
  const values = isRegression(data);
  return {
    data: { name: data, count, noise, seed, ...(test > 0 ? { testFraction: test / 100 } : {}) },
    network: {
      inputSize: 2,
      layers: [...inner, { units: 1, activation: values ? "linear" : "sigmoid" }],
      // A cross-entropy measures sides, not numbers.
      loss: values && settings.loss === "binary-cross-entropy" ? "half-squared" : settings.loss,
      initializer: { name: settings.start, seed },
      optimizer: { name: optimizer, learningRate: rate },
      batchSize: Math.min(settings.batch, learnedPoints(settings)),
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
