/**
 * Paints frames of a training run on two canvases: the plane with the data, and the network.
 *
 *     const painter = new TrainingPainter(surface, network, { grid: 100, thumbnail: 20 }, redraw);
 *     painter.paint(frame, data, region, [2, 4, 2, 1]);
 */
import type { Dataset } from "../engine/api";
import type { Region, TrainingFrame } from "../engine/training-protocol";
import { colour } from "../kit/colours";
import { ColourMap } from "../kit/colour-map";
import { drawLevel, HeatMap } from "../kit/heat-map";
import { NetworkDrawing } from "../kit/network-drawing";

const kUndecided = 0.5;
const kPoint = 4.2;
const kSmallPoint = 2.6;
const kMark = 9;

/** What differs where the network is to meet numbers instead of choosing a side, and which point is looked at. */
export interface Look {
  values?: boolean;
  marked?: number;
}

interface Sheet {
  canvas: HTMLCanvasElement;
  context: CanvasRenderingContext2D | null;
  width: number;
  height: number;
}

export class TrainingPainter {
  readonly #plane: Sheet;
  readonly #network: Sheet;
  readonly #heat: HeatMap;
  readonly #drawing = new NetworkDrawing();
  /** The points change only with data, size and colours. */
  readonly #points = document.createElement("canvas");
  #pointsOf: Dataset | undefined;
  #signed: ColourMap | undefined;
  #share: ColourMap | undefined;
  #strong: ColourMap | undefined;
  readonly #inputs: Float32Array[];
  readonly #resize: ResizeObserver;

  constructor(
    surface: HTMLCanvasElement,
    network: HTMLCanvasElement,
    private readonly size: { grid: number; thumbnail: number },
    redraw: () => void,
  ) {
    this.#plane = sheet(surface);
    this.#network = sheet(network);
    this.#heat = new HeatMap(size.grid, size.grid);
    this.#inputs = inputPictures(size.thumbnail);
    this.#resize = new ResizeObserver(() => {
      const changed = [fit(this.#plane), fit(this.#network)];
      if (changed[0]) this.#pointsOf = undefined;
      if (changed.includes(true)) redraw();
    });
    this.#resize.observe(surface);
    this.#resize.observe(network);
  }

  restyle(): void {
    this.#signed = this.#share = this.#strong = this.#pointsOf = undefined;
  }

  dispose(): void {
    this.#resize.disconnect();
  }

  paint(frame: TrainingFrame, data: Dataset, region: Region, sizes: readonly number[], look: Look = {}): void {
    this.#share ??= new ColourMap(0, 1);
    this.#signed ??= new ColourMap(-1, 1, 0.8);
    this.#strong ??= new ColourMap(-1, 1, 1);
    const answers = look.values ? this.#signed : this.#share;
    this.#paintPlane(frame, data, region, answers, look);
    const { context, width, height } = this.#network;
    if (!context || width === 0 || frame.thumbnails.length !== sizes.length - 2) return;
    const signed = this.#signed;
    this.#drawing.draw(context, width, height, {
      sizes,
      weights: frame.parameters.weights,
      pictures: [this.#inputs, ...frame.thumbnails, [frame.surface]],
      maps: sizes.map((_, layer) => (layer === sizes.length - 1 ? answers : signed)),
      labels: { inputs: ["x₁", "x₂"], output: "ŷ" },
    });
  }

  #paintPlane(frame: TrainingFrame, data: Dataset, region: Region, map: ColourMap, look: Look): void {
    const { context, width, height } = this.#plane;
    if (!context || width === 0) return;
    const { grid } = this.size;
    this.#heat.fill(frame.surface, map);
    this.#heat.draw(context, 0, 0, width, height);
    context.lineWidth = 1.75;
    context.strokeStyle = colour("text");
    const box = { x: 0, y: 0, width, height };
    if (!look.values) drawLevel(context, frame.surface, { columns: grid, rows: grid }, kUndecided, box);
    if (this.#pointsOf !== data) this.#paintPoints(data, region, look.values ?? false);
    context.drawImage(this.#points, 0, 0, width, height);
    if (look.marked !== undefined) {
      const [x, y] = placeOf(data.inputs, look.marked, region, width, height);
      context.beginPath();
      context.arc(x, y, kMark, 0, 2 * Math.PI);
      context.lineWidth = 2.5;
      context.stroke();
    }
  }

  /** Those set apart are rings, or smaller where the filling is their number. */
  #paintPoints(data: Dataset, region: Region, values: boolean): void {
    this.#pointsOf = data;
    const { canvas, width, height } = this.#plane;
    this.#points.width = canvas.width;
    this.#points.height = canvas.height;
    const context = this.#points.getContext("2d");
    if (!context) return;
    context.scale(canvas.width / width, canvas.height / height);
    for (const { inputs, targets, apart } of [
      { ...data, apart: false },
      ...(data.test ? [{ ...data.test, apart: true }] : []),
    ])
      targets.forEach((target, i) => {
        const [x, y] = placeOf(inputs, i, region, width, height);
        const upper = !values && target > kUndecided;
        const own = values ? this.#strong?.css(target) : colour(upper ? "positive" : "negative");
        context.beginPath();
        if (upper || values) context.arc(x, y, values && apart ? kSmallPoint : kPoint, 0, 2 * Math.PI);
        else context.rect(x - kPoint * 0.88, y - kPoint * 0.88, kPoint * 1.76, kPoint * 1.76);
        const ring = apart && !values;
        context.fillStyle = ring ? colour("panel") : (own ?? "");
        context.strokeStyle = ring ? (own ?? "") : colour(values ? "outline" : "panel");
        context.lineWidth = ring ? 2 : 1.25;
        context.fill();
        context.stroke();
      });
  }
}

/** Where a point lies on the picture of the plane. */
function placeOf(inputs: Float64Array, index: number, { from, to }: Region, width: number, height: number) {
  const x = (((inputs[2 * index] ?? 0) - from[0]) * width) / (to[0] - from[0]);
  const y = height - (((inputs[2 * index + 1] ?? 0) - from[1]) * height) / (to[1] - from[1]);
  return [x, y] as const;
}

function sheet(canvas: HTMLCanvasElement): Sheet {
  const made = { canvas, context: canvas.getContext("2d"), width: 0, height: 0 };
  fit(made);
  return made;
}

/** One canvas pixel for each pixel of the screen. True where the size changed, which also clears the canvas. */
function fit(target: Sheet): boolean {
  const { clientWidth, clientHeight } = target.canvas;
  if (clientWidth === target.width && clientHeight === target.height) return false;
  const ratio = Math.min(3, devicePixelRatio || 1);
  target.width = clientWidth;
  target.height = clientHeight;
  target.canvas.width = Math.round(clientWidth * ratio);
  target.canvas.height = Math.round(clientHeight * ratio);
  target.context?.setTransform(ratio, 0, 0, ratio, 0, 0);
  return true;
}

/** What the inputs themselves answer over the plane: left to right, bottom to top. */
function inputPictures(edge: number): Float32Array[] {
  const ramp = (at: number): number => (2 * at) / (edge - 1) - 1;
  return [
    Float32Array.from({ length: edge * edge }, (_, i) => ramp(i % edge)),
    Float32Array.from({ length: edge * edge }, (_, i) => ramp(Math.floor(i / edge))),
  ];
}
