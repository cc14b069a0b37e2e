/**
 * The pictures of a network that is given features: each place of the grid goes through it as an example. For inner
 * layers a network of the first layers alone is asked.
 */
import type { Chainwise, Network, NetworkConfig, Result } from "./api";
import { featuresOver, type FeatureName } from "./features";
import { kPiece, type Pieces } from "./pieces";
import type { Region } from "./training-protocol";

interface Grid {
  columns: number;
  rows: number;
}

export class FeatureSurfaces {
  /** The features of a grid stay the same while the network learns. */
  readonly #grids = new Map<string, Float64Array>();
  #heads: Network[] | undefined;

  constructor(
    private readonly engine: Chainwise,
    private readonly config: NetworkConfig,
    private readonly names: readonly FeatureName[],
    private readonly region: Region,
  ) {}

  *outputs(network: Network, grid: Grid): Pieces<Result<Float32Array[]>> {
    const inputs = this.#inputs(grid);
    if (!inputs.ok) return inputs;
    const units = this.config.layers.at(-1)?.units ?? 1;
    const places = grid.columns * grid.rows;
    const width = this.config.inputSize;
    const surfaces = Array.from({ length: units }, () => new Float32Array(places));
    for (let from = 0; from < places; from += kPiece) {
      const answers = network.predict(inputs.value.subarray(from * width, (from + kPiece) * width));
      if (!answers.ok) return answers;
      putApart(answers.value, surfaces, from);
      yield;
    }
    return { ok: true, value: surfaces };
  }

  *units(network: Network, grid: Grid): Pieces<Float32Array[][]> {
    const inputs = this.#inputs(grid);
    const { weights, biases } = network.parameters();
    this.#heads ??= this.#makeHeads();
    const pictures: Float32Array[][] = [];
    for (const [layer, head] of this.#heads.entries()) {
      const units = this.config.layers[layer]?.units ?? 1;
      const ofLayer = Array.from({ length: units }, () => new Float32Array(grid.columns * grid.rows));
      const set = head.setParameters({ weights: weights.slice(0, layer + 1), biases: biases.slice(0, layer + 1) });
      const answers = set.ok && inputs.ok ? head.predict(inputs.value) : undefined;
      if (answers?.ok) putApart(answers.value, ofLayer, 0);
      pictures.push(ofLayer);
      yield;
    }
    return pictures;
  }

  dispose(): void {
    for (const head of this.#heads ?? []) head.dispose();
  }

  #makeHeads(): Network[] {
    const { inputSize, layers } = this.config;
    return layers.slice(0, -1).flatMap((_, layer) => {
      const head = this.engine.network({ inputSize, layers: layers.slice(0, layer + 1), loss: "half-squared" });
      return head.ok ? [head.value] : [];
    });
  }

  #inputs({ columns, rows }: Grid): Result<Float64Array> {
    const key = `${columns}x${rows}`;
    const known = this.#grids.get(key);
    if (known) return { ok: true, value: known };
    const made = featuresOver(this.engine, this.names, { region: this.region, columns, rows });
    if (made.ok) this.#grids.set(key, made.value);
    return made;
  }
}

/** [places][units] into one list for each unit. */
function putApart(values: Float64Array, lists: readonly Float32Array[], from: number): void {
  const units = lists.length;
  const count = values.length / units;
  lists.forEach((list, unit) => {
    for (let place = 0; place < count; place++) list[from + place] = values[place * units + unit] ?? 0;
  });
}
