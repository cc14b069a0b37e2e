/**
 * Draws a dense network on a canvas: units as small pictures of what they answer, weights as lines whose width is
 * their size and whose colour and sign mark are their sign.
 *
 *     const drawing = new NetworkDrawing();
 *     const parts = drawing.parts(context, 400, 300, { sizes: [2, 4, 2, 1], weights, pictures, ... });
 *     while (!parts.next().done);
 */
import type { ColourMap } from "./colour-map";
import { colour } from "./colours";
import { HeatMap } from "./heat-map";
import { drawUnitCurve } from "./unit-curve";

export interface DrawnNetwork {
  sizes: readonly number[];
  /** Layer by layer, [unit][input] row-major. */
  weights: readonly ArrayLike<number>[];
  /** For each layer (inputs first) and unit: its answer over the plane, on a square grid. */
  pictures: readonly (readonly ArrayLike<number>[])[];
  /** The colours of a unit's picture. */
  map: (layer: number, unit: number) => ColourMap;
  /** With one input a picture is a curve; it has this range. */
  curve?: (layer: number) => [low: number, high: number];
  labels: { inputs: readonly string[]; outputs: readonly string[] };
  /** Room for the labels of the inputs. */
  side?: number;
}

const kSmallest = 30;
const kLargest = 46;
const kGap = 14;
const kLargestGap = 34;
const kThickest = 7;
/** With more lines in a layer all are thinner. */
const kFewLines = 28;
/** Lines under this width are drawn with 1, which takes a fifth of the time. */
const kThin = 1.4;
/** A weight of this size gets half of the thickest line. */
const kMiddling = 2;
/** Below this share of the thickest line a sign mark would be clutter. */
const kMarked = 0.28;
/** Among many lines only the thickest of a layer are marked. */
const kMostMarks = 16;
const kSide = 26;
/** So many lines are drawn in about 1 ms, and a unit's picture takes as long as so many. */
const kLinesInPart = 100;
const kLinesPerUnit = 4;

const kUsualHeight = 300;

/** The height in pixels that a network wants. */
export function networkHeight(sizes: readonly number[]): number {
  return Math.max(kUsualHeight, Math.max(...sizes) * (kSmallest + kGap) + kGap);
}

export interface Measures {
  /** Edge of a unit's picture in pixels. */
  unit: number;
  /** The middle of a unit's picture. */
  place(layer: number, unit: number): [number, number];
}

/** Units as large as the room allows. */
export function measure(sizes: readonly number[], width: number, height: number, side = kSide): Measures {
  const most = Math.max(...sizes);
  const columns = width / (2 * sizes.length);
  const unit = Math.max(Math.min(kLargest, height / most - kGap, columns), Math.min(kSmallest, columns));
  const gap = Math.min(kLargestGap, height / most - unit);
  const span = width - unit - side - kSide;
  return {
    unit,
    place(layer, index) {
      const x = side + unit / 2 + (sizes.length > 1 ? (span * layer) / (sizes.length - 1) : 0);
      return [x, height / 2 + (index - ((sizes[layer] ?? 1) - 1) / 2) * (unit + gap)];
    },
  };
}

export class NetworkDrawing {
  readonly #heats = new Map<string, { heat: HeatMap; of?: ArrayLike<number>; map?: ColourMap }>();

  /** Draws layer by layer, so that a large network can be drawn over some pictures of the screen. */
  *parts(context: CanvasRenderingContext2D, width: number, height: number, network: DrawnNetwork): Generator<void> {
    const measures = measure(network.sizes, width, height, network.side);
    context.clearRect(0, 0, width, height);
    this.#labels(context, network, measures);
    let lines = 0;
    for (const [layer, units] of network.pictures.entries()) {
      const weights = network.weights[layer] ?? [];
      lines += weights.length + kLinesPerUnit * units.length;
      if (lines > kLinesInPart) {
        yield;
        lines = weights.length + kLinesPerUnit * units.length;
      }
      this.#weights(context, network, layer, weights, measures);
      units.forEach((values, unit) => this.#unit(context, network, layer, unit, values, measures));
    }
  }

  #weights(
    context: CanvasRenderingContext2D,
    network: DrawnNetwork,
    layer: number,
    weights: ArrayLike<number>,
    { unit, place }: Measures,
  ): void {
    const inputs = network.sizes[layer] ?? 0;
    const thickest = kThickest * Math.min(1, kFewLines / weights.length);
    const marks: { place: [number, number]; negative: boolean; share: number }[] = [];
    for (let i = 0; i < weights.length; i++) {
      const weight = weights[i] ?? 0;
      const share = Math.abs(weight) / (Math.abs(weight) + kMiddling);
      const [x1, y1] = place(layer, i % inputs);
      const [x2, y2] = place(layer + 1, Math.floor(i / inputs));
      const [start, end] = [x1 + unit / 2, x2 - unit / 2];
      const bend = (end - start) / 2;
      context.beginPath();
      context.moveTo(start, y1);
      context.bezierCurveTo(start + bend, y1, end - bend, y2, end, y2);
      const thickness = 0.5 + thickest * share;
      context.lineWidth = thickness < kThin ? 1 : thickness;
      context.strokeStyle = colour(weight < 0 ? "negative" : "positive");
      context.globalAlpha = 0.25 + 0.6 * share;
      context.stroke();
      context.globalAlpha = 1;
      const t = kFirstMark + ((kLastMark - kFirstMark) * (i % inputs)) / Math.max(1, inputs - 1);
      if (share > kMarked) marks.push({ place: along([start, y1], [end, y2], t), negative: weight < 0, share });
    }
    if (marks.length > kMostMarks) marks.sort((a, b) => b.share - a.share).length = kMostMarks;
    // Above all lines of their layer.
    for (const { place: at, negative } of marks) mark(context, ...at, negative);
  }

  #unit(
    context: CanvasRenderingContext2D,
    { map, curve }: DrawnNetwork,
    layer: number,
    index: number,
    values: ArrayLike<number>,
    { unit, place }: Measures,
  ): void {
    const [x, y] = place(layer, index);
    const box = { x: x - unit / 2, y: y - unit / 2, width: unit, height: unit };
    if (curve) drawUnitCurve(context, values, curve(layer), box);
    else {
      const edge = Math.round(Math.sqrt(values.length));
      const key = `${layer}:${index}:${edge}`;
      const known = this.#heats.get(key) ?? { heat: new HeatMap(edge, edge) };
      const colours = map(layer, index);
      if (known.of !== values || known.map !== colours) {
        known.heat.fill(values, colours);
        this.#heats.set(key, { heat: known.heat, of: values, map: colours });
      }
      known.heat.draw(context, box.x, box.y, unit, unit);
    }
    context.lineWidth = 1;
    context.strokeStyle = colour("outline");
    context.strokeRect(box.x + 0.5, box.y + 0.5, unit - 1, unit - 1);
  }

  #labels(context: CanvasRenderingContext2D, network: DrawnNetwork, { unit, place }: Measures): void {
    context.fillStyle = colour("muted");
    context.font = "italic 15px Charter, Cambria, Georgia, serif";
    context.textBaseline = "middle";
    context.textAlign = "end";
    network.labels.inputs.forEach((label, index) => {
      const [x, y] = place(0, index);
      context.fillText(label, x - unit / 2 - 6, y);
    });
    context.textAlign = "start";
    network.labels.outputs.forEach((label, index) => {
      const [x, y] = place(network.sizes.length - 1, index);
      context.fillText(label, x + unit / 2 + 6, y);
    });
  }
}

/** Where marks stand on a line: far enough along for lines from one unit to have parted, and not all at one place. */
const kFirstMark = 0.5;
const kLastMark = 0.76;

/** A point of the curve that `#weights` draws. */
function along(from: readonly [number, number], to: readonly [number, number], t: number): [number, number] {
  const s = 1 - t;
  const middle = (from[0] + to[0]) / 2;
  const risen = t * t * (3 - 2 * t);
  return [s * s * s * from[0] + 3 * s * t * middle + t * t * t * to[0], from[1] + (to[1] - from[1]) * risen];
}

function mark(context: CanvasRenderingContext2D, x: number, y: number, negative: boolean): void {
  context.beginPath();
  context.arc(x, y, 5.5, 0, 2 * Math.PI);
  context.fillStyle = colour("panel");
  context.fill();
  context.beginPath();
  context.moveTo(x - 3, y);
  context.lineTo(x + 3, y);
  if (!negative) {
    context.moveTo(x, y - 3);
    context.lineTo(x, y + 3);
  }
  context.lineWidth = 1.5;
  context.strokeStyle = colour("text");
  context.stroke();
}
