/**
 * One network on one set of data from three starts: all weights 0, all weights equal, and drawn at random. What the
 * hidden nodes have in common after so many epochs. No DOM.
 *
 *     const model = new SymmetryModel(engine);
 *     model.step(10); model.starts[1].spread   // 0: nodes that start equal stay equal
 */
import type { Chainwise, Dataset, Network, NetworkConfig, Result } from "../engine/api";

export const startNames = ["zeros", "equal", "random"] as const;
export type StartName = (typeof startNames)[number];

export const kEqualValue = 0.5;
export const kNodes = 4;
export const kMostEpochs = 100;
const kRate = 3;
const kBatch = 10;
const kData = { name: "circles", count: 100, noise: 0.1, seed: 3 };
/** The picture reaches a little beyond the points. */
const kAir = 1.12;

const kInitializers: Record<StartName, NonNullable<NetworkConfig["initializer"]>> = {
  zeros: { name: "zeros", seed: 1 },
  equal: { name: "constant", value: kEqualValue, seed: 1 },
  random: { name: "xavier-normal", seed: 5 },
};

export interface HiddenNode {
  /** Of x1, of x2, the node's bias, and towards the output. */
  numbers: readonly number[];
}

export interface StartState {
  name: StartName;
  loss: number;
  nodes: readonly HiddenNode[];
  /** The largest difference between two nodes in the same number. */
  spread: number;
  /** How far the hidden nodes' numbers have moved at most. */
  moved: number;
  /** What the network answers, row by row from the bottom. */
  surface: Float32Array;
}

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

export class SymmetryModel {
  readonly data: Dataset;
  /** The picture shows both inputs from -reach to reach. */
  readonly reach: number;
  epochs = 0;
  starts: readonly StartState[];
  readonly #networks: readonly Network[];
  readonly #first: readonly Uint8Array[];
  readonly #firstNodes: readonly (readonly HiddenNode[])[];

  constructor(
    engine: Chainwise,
    private readonly grid: number,
  ) {
    this.data = value(engine.dataset(kData));
    this.reach = kAir * Math.max(...this.data.inputs.map(Math.abs));
    this.#networks = startNames.map((name) => {
      const network = value(
        engine.network({
          inputSize: 2,
          layers: [
            { units: kNodes, activation: "tanh" },
            { units: 1, activation: "sigmoid" },
          ],
          loss: "half-squared",
          batchSize: kBatch,
          shuffleSeed: 1,
          initializer: kInitializers[name],
          optimizer: { name: "gradient-descent", learningRate: kRate },
        }),
      );
      value(network.setData(this.data));
      return network;
    });
    this.#first = this.#networks.map((network) => network.snapshot());
    this.#firstNodes = this.#networks.map(nodesOf);
    this.starts = this.#read();
  }

  step(epochs: number): void {
    const count = Math.min(epochs, kMostEpochs - this.epochs);
    if (count <= 0) return;
    for (const network of this.#networks) value(network.train({ epochs: count }));
    this.epochs += count;
    this.starts = this.#read();
  }

  reset(): void {
    this.#networks.forEach((network, i) => {
      const first = this.#first[i];
      if (first) value(network.restore(first));
    });
    this.epochs = 0;
    this.starts = this.#read();
  }

  dispose(): void {
    for (const network of this.#networks) network.dispose();
  }

  #read(): StartState[] {
    const { inputs, targets } = this.data;
    const { grid, reach } = this;
    return this.#networks.map((network, i) => {
      const nodes = nodesOf(network);
      const before = this.#firstNodes[i] ?? nodes;
      return {
        name: startNames[i] ?? "zeros",
        loss: value(network.gradients(inputs, targets)).loss,
        nodes,
        spread: Math.max(...nodes.map(({ numbers }) => largest(nodes, (_, number) => numbers[number] ?? NaN))),
        moved: largest(nodes, (node, number) => before[node]?.numbers[number] ?? NaN),
        surface: value(network.surface({ from: [-reach, -reach], to: [reach, reach], columns: grid, rows: grid })),
      };
    });
  }
}

function nodesOf(network: Network): HiddenNode[] {
  const { weights, biases } = network.parameters();
  return Array.from({ length: kNodes }, (_, node) => ({
    numbers: [
      weights[0]?.[2 * node] ?? NaN,
      weights[0]?.[2 * node + 1] ?? NaN,
      biases[0]?.[node] ?? NaN,
      weights[1]?.[node] ?? NaN,
    ],
  }));
}

/** The largest distance of any number from what it is compared with. */
function largest(nodes: readonly HiddenNode[], other: (node: number, number: number) => number): number {
  return Math.max(
    ...nodes.flatMap(({ numbers }, node) => numbers.map((own, number) => Math.abs(own - other(node, number)))),
  );
}
