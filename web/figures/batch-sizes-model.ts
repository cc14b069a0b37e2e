/**
 * One network and one set of data, trained with batches of 1, of 10, and of all examples: the loss after each update.
 * No DOM. An epoch of all three is a few milliseconds, so it may run between two pictures.
 *
 *     const model = new BatchSizesModel(engine, 0.3);
 *     model.step(); model.runs[0].updates   // 100
 */
import type { Chainwise, Dataset, Network, Result } from "../engine/api";
import { choiceField, numberField } from "../kit/fields";

export const batchAxes = ["epochs", "updates"] as const;
export type BatchAxis = (typeof batchAxes)[number];

export const batchFields = {
  batchrate: numberField({ initial: 0.3, min: 0.05, max: 3, step: 0.05 }),
  axis: choiceField(batchAxes, "epochs"),
};

const kCount = 100;
export const batchSizes = [1, 10, kCount] as const;
export const kMostEpochs = 40;
/** Beyond the first updates, which can be looked at one by one, a curve keeps one point in so many of them. */
const kKept = 5;
const kData = { name: "moons", count: kCount, noise: 0.15, seed: 3 };

export interface BatchRun {
  size: number;
  updates: number;
  /** How many updates made the loss over all examples larger. */
  rises: number;
  loss: number;
  /** The number of updates, and the loss over all examples after them. */
  curve: { updates: number[]; losses: number[] };
}

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

export class BatchSizesModel {
  epochs = 0;
  runs: readonly BatchRun[] = [];
  readonly #data: Dataset;
  #networks: readonly Network[] = [];

  constructor(
    private readonly engine: Chainwise,
    rate: number,
  ) {
    this.#data = value(engine.dataset(kData));
    this.reset(rate);
  }

  reset(rate: number): void {
    this.dispose();
    this.epochs = 0;
    this.#networks = batchSizes.map((batchSize) => {
      const network = value(
        this.engine.network({
          inputSize: 2,
          layers: [
            { units: 4, activation: "tanh" },
            { units: 1, activation: "sigmoid" },
          ],
          loss: "half-squared",
          batchSize,
          shuffleSeed: 1,
          initializer: { name: "xavier-normal", seed: 2 },
          optimizer: { name: "gradient-descent", learningRate: rate },
        }),
      );
      value(network.setData(this.#data));
      return network;
    });
    this.runs = this.#networks.map((network, i) => {
      const { loss } = value(network.gradients(this.#data.inputs, this.#data.targets));
      return { size: batchSizes[i] ?? 1, updates: 0, rises: 0, loss, curve: { updates: [0], losses: [loss] } };
    });
  }

  /** One epoch of all three. */
  step(): void {
    if (this.epochs >= kMostEpochs) return;
    this.epochs++;
    this.runs = this.runs.map((run, i) => {
      const network = this.#networks[i];
      return network ? trainEpoch(network, run) : run;
    });
  }

  dispose(): void {
    for (const network of this.#networks) network.dispose();
    this.#networks = [];
  }
}

function trainEpoch(network: Network, run: BatchRun): BatchRun {
  let { updates, rises, loss } = run;
  const curve = { updates: [...run.curve.updates], losses: [...run.curve.losses] };
  for (let i = 0; i < kCount / run.size; i++) {
    const { trainLoss, diverged } = value(network.train({ batches: 1 }));
    if (diverged) break;
    updates++;
    if (trainLoss > loss) rises++;
    loss = trainLoss;
    if (run.size > 1 || updates <= kMostEpochs || updates % kKept === 0) {
      curve.updates.push(updates);
      curve.losses.push(loss);
    }
  }
  return { ...run, updates, rises, loss, curve };
}

/** The curve over epochs, or over the first updates. */
export function curveOver({ size, curve }: BatchRun, axis: BatchAxis): { x: number[]; y: number[] } {
  if (axis === "epochs") return { x: curve.updates.map((count) => (count * size) / kCount), y: curve.losses };
  const end = curve.updates.findIndex((count) => count > kMostEpochs);
  const shown = end < 0 ? curve.updates.length : end;
  return { x: curve.updates.slice(0, shown), y: curve.losses.slice(0, shown) };
}
