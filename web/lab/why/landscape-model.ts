/**
 * The cost over two parameters of a network at one moment of its run, and the path of these two up to then. Computed
 * row by row, so that the page can draw in between.
 *
 *     const region = regionOf(path);
 *     const map = new LandscapeWork(asked, [x, y], region);
 *     while (map.work(10)) await nextFrame();
 *     map.result    // its Heights
 */
import type { ChainwiseError, Network, ParameterId, Parameters } from "../../engine/api";
import { heightsOf, type Heights } from "../../figures/landscape-picture";
import type { TrainingSetup } from "../../engine/training-protocol";
import type { Asked } from "../node-panel";
import { withNetwork } from "../trace";

export type Axes = readonly [ParameterId, ParameterId];
export type Pair = [number, number];

export interface MapRegion {
  from: Pair;
  to: Pair;
}

export const kGrid = 61;
/** Rows in one call at first; then as many as fit. */
const kFewRows = 2;
/** Half of the map's edge where nothing has moved yet. */
const kLeastReach = 1;
const kAir = 1.3;

/** `2.1.3` is the third weight of the first node in layer 2, `2.1.b` its bias: all counted from 1. */
export const writeId = ({ layer, unit, input }: ParameterId): string =>
  `${layer + 1}.${unit + 1}.${input === undefined ? "b" : input + 1}`;

export function readId(text: string): ParameterId | undefined {
  const [, layer, unit, input] = /^(\d+)\.(\d+)\.(\d+|b)$/.exec(text) ?? [];
  if (layer === undefined || unit === undefined || input === undefined) return undefined;
  const place = { layer: Number(layer) - 1, unit: Number(unit) - 1 };
  return input === "b" ? place : { ...place, input: Number(input) - 1 };
}

/** All parameters of a network, the weights of a node before its bias. */
export function parametersOf({ network }: TrainingSetup): ParameterId[] {
  let inputs = network.inputSize;
  return network.layers.flatMap(({ units }, layer) => {
    const own = Array.from({ length: units }, (_, unit) => [
      ...Array.from({ length: inputs }, (__, input): ParameterId => ({ layer, unit, input })),
      { layer, unit },
    ]).flat();
    inputs = units;
    return own;
  });
}

export function valueOf({ weights, biases }: Parameters, { layer, unit, input }: ParameterId): number {
  const own = biases[layer];
  if (input === undefined) return own?.[unit] ?? NaN;
  const list = weights[layer];
  return list?.[unit * (list.length / (own?.length ?? 1)) + input] ?? NaN;
}

/** The same parameters with two of them replaced. */
export function withPair({ weights, biases }: Parameters, axes: Axes, pair: Pair): Parameters {
  const changed = { weights: weights.map((list) => list.slice()), biases: biases.map((list) => list.slice()) };
  axes.forEach(({ layer, unit, input }, index) => {
    const own = changed.biases[layer];
    const list = input === undefined ? own : changed.weights[layer];
    const at = input === undefined ? unit : unit * ((list?.length ?? 0) / (own?.length ?? 1)) + input;
    if (list) list[at] = pair[index as 0 | 1];
  });
  return changed;
}

/** NaN where there is none. */
export function costAt({ engine, setup, data, frame }: Asked, axes: Axes, pair: Pair): number {
  const answer = withNetwork(engine, setup, data, frame, (network) => {
    const set = network.setParameters(withPair(frame.parameters, axes, pair));
    return set.ok ? network.gradients(data.inputs, data.targets) : set;
  });
  return answer.ok ? answer.value.loss : NaN;
}

/** Around a path, so that its end and its beginning are on the map; twice as close with each step of `closer`. */
export function regionOf(path: readonly Pair[], closer = 0): MapRegion {
  const here = path.at(-1) ?? [0, 0];
  const reach = ([0, 1] as const).map((axis) =>
    path.reduce((most, place) => Math.max(most, kAir * Math.abs(place[axis] - here[axis])), kLeastReach),
  );
  const half = ([0, 1] as const).map((axis) => (reach[axis] ?? kLeastReach) / 2 ** closer);
  const ends = (sign: number): Pair => [here[0] + sign * (half[0] ?? 1), here[1] + sign * (half[1] ?? 1)];
  return { from: ends(-1), to: ends(1) };
}

export class LandscapeWork {
  error: ChainwiseError | undefined;
  readonly #values = new Float64Array(kGrid * kGrid);
  readonly #network: Network | undefined;
  #row = 0;
  #rowsPerCall = kFewRows;

  constructor(
    { engine, setup, data, frame }: Asked,
    private readonly axes: Axes,
    private readonly region: MapRegion,
  ) {
    const made = engine.network(setup.network);
    if (!made.ok) {
      this.error = made.error;
      return;
    }
    this.#network = made.value;
    const loaded = made.value.setData(data);
    const ready = loaded.ok ? made.value.setParameters(frame.parameters) : loaded;
    if (!ready.ok) this.#fail(ready.error);
  }

  /** Works for about so long. True while there is more to do. */
  work(milliseconds: number): boolean {
    const until = performance.now() + milliseconds;
    while (this.#network && !this.error && this.#row < kGrid && performance.now() < until) {
      const before = performance.now();
      this.#strip(this.#network, Math.min(this.#rowsPerCall, kGrid - this.#row));
      if (performance.now() - before < milliseconds / 4) this.#rowsPerCall *= 2;
    }
    const more = !this.error && this.#row < kGrid;
    if (!more) this.dispose();
    return more;
  }

  #strip(network: Network, rows: number): void {
    const [x, y] = this.axes;
    const { from, to } = this.region;
    const height = (row: number): number => from[1] + ((to[1] - from[1]) * row) / (kGrid - 1);
    const strip = network.landscape({
      x,
      y,
      from: [from[0], height(this.#row)],
      to: [to[0], height(this.#row + rows - 1)],
      columns: kGrid,
      rows,
    });
    if (!strip.ok) return this.#fail(strip.error);
    this.#values.set(strip.value, this.#row * kGrid);
    this.#row += rows;
  }

  /** Once all of it is there. */
  get result(): Heights | undefined {
    if (this.error || this.#row < kGrid) return undefined;
    return heightsOf(this.#values);
  }

  #fail(error: ChainwiseError): void {
    this.error = error;
    this.dispose();
  }

  dispose(): void {
    this.#network?.dispose();
  }
}
