/**
 * What a person can choose about a training run, as rows of a page's state table, and the run that follows from it.
 *
 *     const setup = setupFrom({ data: "circles", layers: "4-2", seed: 1, rate: 1, ... });
 */
import type { TrainingSetup } from "../engine/training-protocol";
import { choiceField, numberField, type Field } from "../kit/fields";

export const datasets = ["circles", "xor", "moons", "gaussians", "spiral"] as const;
export type DatasetName = (typeof datasets)[number];

const kExamples = 200;
const kBatch = 10;
const kNoise: Record<DatasetName, number> = { circles: 0.08, xor: 0.05, moons: 0.12, gaussians: 0.5, spiral: 0.03 };
const kMostLayers = 6;
const kMostUnits = 16;

/** Units of the inner layers, such as `4-2`. */
function layersField(initial: string): Field<string> {
  return {
    initial,
    limit: (value) => value,
    print: (value) => value,
    parse(text) {
      const sizes = /^\d{1,2}(?:-\d{1,2})*$/.test(text) ? text.split("-").map(Number) : [];
      const fits =
        sizes.length > 0 && sizes.length <= kMostLayers && sizes.every((size) => size > 0 && size <= kMostUnits);
      return fits ? sizes.join("-") : undefined;
    },
  };
}

export const trainingFields = {
  data: choiceField(datasets, "circles"),
  layers: layersField("4-2"),
  seed: numberField({ initial: 1, min: 1, max: 9999, step: 1 }),
  rate: numberField({ initial: 1, min: 0.001, max: 100, step: 0.001 }),
};

export interface TrainingSettings {
  readonly data: DatasetName;
  readonly layers: string;
  readonly seed: number;
  readonly rate: number;
}

export function layerSizes(settings: TrainingSettings): number[] {
  return [2, ...settings.layers.split("-").map(Number), 1];
}

export function setupFrom(settings: TrainingSettings): TrainingSetup {
  const inner = settings.layers.split("-").map((units) => ({ units: Number(units), activation: "tanh" }));
  return {
    data: { name: settings.data, count: kExamples, noise: kNoise[settings.data], seed: settings.seed },
    network: {
      inputSize: 2,
      layers: [...inner, { units: 1, activation: "sigmoid" }],
      loss: "half-squared",
      initializer: { name: "xavier-uniform", seed: settings.seed },
      optimizer: { name: "gradient-descent", learningRate: settings.rate },
      batchSize: kBatch,
      shuffleSeed: settings.seed,
    },
  };
}
