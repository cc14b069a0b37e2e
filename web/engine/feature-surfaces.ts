/**
 * The pictures of a network that is given features: each place of the grid goes through it as an example. For inner
 * layers a network of the first layers alone is asked.
 */
import type { Chainwise, Network, NetworkConfig, Result } from "./api";
import { featuresOver, type FeatureName } from "./features";
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

  outputs(network: Network, grid: Grid): Result<Float32Array[]> {
    const inputs = this.#inputs(grid);
    if (!inputs.ok) return inputs;
    const answers = network.predict(inputs.value);
    if (!answers.ok) return answers;
    return { ok: true, value: apart(answers.value, this.config.layers.at(-1)?.units ?? 1) };
  }

  units(network: Network, grid: Grid): Float32Array[][] {
    const inputs = this.#inputs(grid);
    const { weights, biases } = network.parameters();
    this.#heads ??= this.#makeHeads();
    return this.#heads.map((head, layer) => {
      const units = this.config.layers[layer]?.units ?? 1;
      const set = head.setParameters({ weights: weights.slice(0, layer + 1), biases: biases.slice(0, layer + 1) });
      const answers = set.ok && inputs.ok ? head.predict(inputs.value) : undefined;
      return apart(answers?.ok ? answers.value : new Float64Array(units * grid.columns * grid.rows), units);
    });
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

/** [places][units] as one list for each unit. */
function apart(values: Float64Array, units: number): Float32Array[] {
  return Array.from({ length: units }, (_, unit) =>
    Float32Array.from({ length: values.length / units }, (_, place) => values[place * units + unit] ?? 0),
  );
}
