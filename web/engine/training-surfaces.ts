/**
 * What a network answers over the region of its data: a picture for each output, a small one for each inner unit.
 *
 *     const surfaces = new Surfaces(engine, setup, regionOf(data));
 *     atOnce(surfaces.outputs(network, { columns: 100, rows: 100 }))   // one list of numbers for each output
 */
import type { Chainwise, Dataset, Network, Result } from "./api";
import { FeatureSurfaces } from "./feature-surfaces";
import { kPiece, type Pieces } from "./pieces";
import type { FrameView, Region, TrainingSetup } from "./training-protocol";

const kMargin = 1.15;
const kAir = 0.08;
/** A curve costs one row instead of a hundred, and shows its corners. */
const kCurvePoints = 3;

interface Grid {
  columns: number;
  rows: number;
}

export class Surfaces {
  readonly #featured: FeatureSurfaces | undefined;

  constructor(
    engine: Chainwise,
    private readonly setup: TrainingSetup,
    private readonly region: Region,
  ) {
    const { features, network } = setup;
    this.#featured = features && new FeatureSurfaces(engine, network, features, region);
  }

  *outputs(network: Network, { columns, rows }: FrameView): Pieces<Result<Float32Array[]>> {
    if (this.#featured) return yield* this.#featured.outputs(network, { columns, rows });
    const surfaces: Float32Array[] = [];
    const outputs = this.setup.network.layers.at(-1)?.units ?? 1;
    for (let output = 0; output < outputs; output++) {
      const surface = yield* this.#output(network, this.#grid(columns, rows), output);
      if (!surface.ok) return surface;
      surfaces.push(surface.value);
    }
    return { ok: true, value: surfaces };
  }

  /** A few rows at a time. */
  *#output(network: Network, { columns, rows }: Grid, output: number): Pieces<Result<Float32Array>> {
    const { from, to } = this.region;
    const surface = new Float32Array(columns * rows);
    const height = (row: number): number => from[1] + ((to[1] - from[1]) * row) / Math.max(1, rows - 1);
    const most = Math.max(2, Math.floor(kPiece / columns));
    for (let row = 0; row < rows; row += most) {
      const last = Math.min(rows, row + most) - 1;
      const part = network.surface({
        from: [from[0], height(row)],
        to: [to[0], rows === 1 ? to[1] : height(last)],
        columns,
        rows: last - row + 1,
        output,
      });
      if (!part.ok) return part;
      surface.set(part.value, row * columns);
      yield;
    }
    return { ok: true, value: surface };
  }

  /** Layer by layer, without the outputs; none where no size is asked for. */
  *units(network: Network, size: number): Pieces<Float32Array[][]> {
    if (size <= 0) return [];
    if (this.#featured) return yield* this.#featured.units(network, { columns: size, rows: size });
    const grid = this.#grid(size, size);
    const pictures: Float32Array[][] = [];
    for (const [layer, { units }] of this.setup.network.layers.slice(0, -1).entries()) {
      const ofLayer: Float32Array[] = [];
      for (let unit = 0; unit < units; unit++) {
        const picture = network.surface({ ...this.region, ...grid, layer, unit });
        ofLayer.push(picture.ok ? picture.value : new Float32Array(grid.columns * grid.rows));
        if (unit % 4 === 3) yield;
      }
      pictures.push(ofLayer);
      yield;
    }
    return pictures;
  }

  #grid(columns: number, rows: number): Grid {
    return this.setup.network.inputSize === 1 ? { columns: columns * kCurvePoints, rows: 1 } : { columns, rows };
  }

  dispose(): void {
    this.#featured?.dispose();
  }
}

/** The smallest square around zero that leaves some air around the points; for one input, the points with some air. */
export function regionOf({ inputs, targets, inputSize, test }: Dataset): Region {
  if (inputSize === 1) {
    const [left, right] = airy([inputs, test?.inputs ?? []]);
    const [low, high] = airy([targets, test?.targets ?? []]);
    return { from: [left, low], to: [right, high] };
  }
  let reach = 0;
  for (const coordinate of inputs) reach = Math.max(reach, Math.abs(coordinate));
  reach = reach > 0 ? reach * kMargin : 1;
  return { from: [-reach, -reach], to: [reach, reach] };
}

function airy(lists: readonly ArrayLike<number>[]): [number, number] {
  let [low, high] = [Infinity, -Infinity];
  for (const list of lists)
    for (let i = 0; i < list.length; i++) {
      low = Math.min(low, list[i] ?? low);
      high = Math.max(high, list[i] ?? high);
    }
  if (low > high) return [-1, 1];
  const air = high > low ? (high - low) * kAir : 1;
  return [low - air, high + air];
}
