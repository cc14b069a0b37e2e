/**
 * Draws a dense network on a canvas: units as small pictures of what they answer, weights as lines whose width is
 * their size and whose colour and sign mark are their sign.
 *
 *     const drawing = new NetworkDrawing(canvas);
 *     drawing.draw({ sizes: [2, 4, 2, 1], weights, pictures });
 */
import type { ColourMap } from "./colour-map";
import { colour } from "./colours";
import { HeatMap } from "./heat-map";

export interface DrawnNetwork {
  sizes: readonly number[];
  /** Layer by layer, [unit][input] row-major. */
  weights: readonly ArrayLike<number>[];
  /** For each layer (inputs first) and unit: its answer over the plane, on a square grid. */
  pictures: readonly (readonly ArrayLike<number>[])[];
  maps: readonly ColourMap[];
  labels: { inputs: readonly string[]; output: string };
}

const kUnit = 34;
const kGap = 14;
const kThickest = 7;
/** A weight of this size gets half of the thickest line. */
const kMiddling = 2;
/** Below this share of the thickest line a sign mark would be clutter. */
const kMarked = 0.28;
const kSide = 26;

export function networkHeight(sizes: readonly number[]): number {
  return Math.max(...sizes) * (kUnit + kGap) + kGap;
}

export class NetworkDrawing {
  readonly #heats = new Map<string, HeatMap>();

  draw(context: CanvasRenderingContext2D, width: number, height: number, network: DrawnNetwork): void {
    const { sizes } = network;
    const place = (layer: number, unit: number): [number, number] => {
      const span = width - kUnit - 2 * kSide;
      const x = kSide + kUnit / 2 + (sizes.length > 1 ? (span * layer) / (sizes.length - 1) : 0);
      const count = sizes[layer] ?? 1;
      return [x, height / 2 + (unit - (count - 1) / 2) * (kUnit + kGap)];
    };
    context.clearRect(0, 0, width, height);
    this.#weights(context, network, place);
    network.pictures.forEach((units, layer) =>
      units.forEach((values, unit) => this.#unit(context, network, layer, unit, values, place(layer, unit))),
    );
    this.#labels(context, network, place);
  }

  #weights(
    context: CanvasRenderingContext2D,
    network: DrawnNetwork,
    place: (l: number, u: number) => [number, number],
  ): void {
    network.weights.forEach((weights, layer) => {
      const inputs = network.sizes[layer] ?? 0;
      for (let i = 0; i < weights.length; i++) {
        const weight = weights[i] ?? 0;
        const share = Math.abs(weight) / (Math.abs(weight) + kMiddling);
        const [x1, y1] = place(layer, i % inputs);
        const [x2, y2] = place(layer + 1, Math.floor(i / inputs));
        const bend = (x2 - x1) / 2;
        context.beginPath();
        context.moveTo(x1 + kUnit / 2, y1);
        context.bezierCurveTo(x1 + bend, y1, x2 - bend, y2, x2 - kUnit / 2, y2);
        context.lineWidth = 0.5 + kThickest * share;
        context.strokeStyle = colour(weight < 0 ? "negative" : "positive");
        context.globalAlpha = 0.25 + 0.6 * share;
        context.stroke();
        context.globalAlpha = 1;
        if (share > kMarked) mark(context, x2 - kUnit / 2 - 11, y2 + (y1 - y2) * 0.06, weight < 0);
      }
    });
  }

  #unit(
    context: CanvasRenderingContext2D,
    { maps }: DrawnNetwork,
    layer: number,
    unit: number,
    values: ArrayLike<number>,
    [x, y]: [number, number],
  ): void {
    const edge = Math.round(Math.sqrt(values.length));
    const key = `${layer}:${unit}:${edge}`;
    let heat = this.#heats.get(key);
    if (!heat) this.#heats.set(key, (heat = new HeatMap(edge, edge)));
    const map = maps[layer];
    if (map) heat.fill(values, map);
    heat.draw(context, x - kUnit / 2, y - kUnit / 2, kUnit, kUnit);
    context.lineWidth = 1;
    context.strokeStyle = colour("outline");
    context.strokeRect(x - kUnit / 2 + 0.5, y - kUnit / 2 + 0.5, kUnit - 1, kUnit - 1);
  }

  #labels(
    context: CanvasRenderingContext2D,
    network: DrawnNetwork,
    place: (l: number, u: number) => [number, number],
  ): void {
    context.fillStyle = colour("muted");
    context.font = "italic 15px Charter, Cambria, Georgia, serif";
    context.textBaseline = "middle";
    context.textAlign = "end";
    network.labels.inputs.forEach((label, unit) => {
      const [x, y] = place(0, unit);
      context.fillText(label, x - kUnit / 2 - 6, y);
    });
    const [x, y] = place(network.sizes.length - 1, 0);
    context.textAlign = "start";
    context.fillText(network.labels.output, x + kUnit / 2 + 6, y);
  }
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
