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
    this.#signed = this.#share = this.#pointsOf = undefined;
  }

  dispose(): void {
    this.#resize.disconnect();
  }

  paint(frame: TrainingFrame, data: Dataset, region: Region, sizes: readonly number[]): void {
    this.#share ??= new ColourMap(0, 1);
    this.#signed ??= new ColourMap(-1, 1, 0.8);
    this.#paintPlane(frame, data, region, this.#share);
    const { context, width, height } = this.#network;
    if (!context || width === 0 || frame.thumbnails.length !== sizes.length - 2) return;
    const signed = this.#signed;
    const share = this.#share;
    this.#drawing.draw(context, width, height, {
      sizes,
      weights: frame.parameters.weights,
      pictures: [this.#inputs, ...frame.thumbnails, [frame.surface]],
      maps: sizes.map((_, layer) => (layer === sizes.length - 1 ? share : signed)),
      labels: { inputs: ["x₁", "x₂"], output: "ŷ" },
    });
  }

  #paintPlane(frame: TrainingFrame, data: Dataset, region: Region, map: ColourMap): void {
    const { context, width, height } = this.#plane;
    if (!context || width === 0) return;
    const { grid } = this.size;
    this.#heat.fill(frame.surface, map);
    this.#heat.draw(context, 0, 0, width, height);
    context.lineWidth = 1.75;
    context.strokeStyle = colour("text");
    drawLevel(context, frame.surface, { columns: grid, rows: grid }, kUndecided, { x: 0, y: 0, width, height });
    if (this.#pointsOf !== data) this.#paintPoints(data, region);
    context.drawImage(this.#points, 0, 0, width, height);
  }

  #paintPoints(data: Dataset, region: Region): void {
    this.#pointsOf = data;
    const { canvas, width, height } = this.#plane;
    this.#points.width = canvas.width;
    this.#points.height = canvas.height;
    const context = this.#points.getContext("2d");
    if (!context) return;
    context.scale(canvas.width / width, canvas.height / height);
    const scaleX = width / (region.to[0] - region.from[0]);
    const scaleY = height / (region.to[1] - region.from[1]);
    context.lineWidth = 1.25;
    context.strokeStyle = colour("panel");
    for (let i = 0; i < data.targets.length; i++) {
      const x = ((data.inputs[2 * i] ?? 0) - region.from[0]) * scaleX;
      const y = height - ((data.inputs[2 * i + 1] ?? 0) - region.from[1]) * scaleY;
      const upper = (data.targets[i] ?? 0) > kUndecided;
      context.fillStyle = colour(upper ? "positive" : "negative");
      context.beginPath();
      if (upper) context.arc(x, y, kPoint, 0, 2 * Math.PI);
      else context.rect(x - kPoint * 0.88, y - kPoint * 0.88, kPoint * 1.76, kPoint * 1.76);
      context.fill();
      context.stroke();
    }
  }
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
