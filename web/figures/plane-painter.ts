/**
 * Paints what a network answers over a square of two inputs, the line where it cannot decide, and the data: squares
 * for y = 0, circles for y = 1.
 *
 *     paintPlane(canvas, { surface, grid: 40, reach: 1.1, data });
 */
import type { Dataset } from "../engine/api";
import { ColourMap } from "../kit/colour-map";
import { colour } from "../kit/colours";
import { drawLevel, HeatMap } from "../kit/heat-map";

const kUndecided = 0.5;
const kPoint = 3;

export interface Plane {
  surface: Float32Array;
  grid: number;
  /** Both inputs run from -reach to reach. */
  reach: number;
  data: Dataset;
}

export function paintPlane(canvas: HTMLCanvasElement, { surface, grid, reach, data }: Plane): void {
  const context = canvas.getContext("2d");
  const edge = canvas.clientWidth;
  if (!context || edge === 0) return;
  const ratio = Math.min(2, devicePixelRatio || 1);
  canvas.width = canvas.height = Math.round(edge * ratio);
  context.scale(ratio, ratio);
  const heat = new HeatMap(grid, grid);
  heat.fill(surface, new ColourMap(0, 1));
  heat.draw(context, 0, 0, edge, edge);
  context.lineWidth = 1.75;
  context.strokeStyle = colour("text");
  drawLevel(context, surface, { columns: grid, rows: grid }, kUndecided, { x: 0, y: 0, width: edge, height: edge });
  context.lineWidth = 1;
  context.strokeStyle = colour("panel");
  const at = (value: number): number => ((value + reach) / (2 * reach)) * edge;
  data.targets.forEach((target, i) => {
    const x = at(data.inputs[2 * i] ?? 0);
    const y = edge - at(data.inputs[2 * i + 1] ?? 0);
    const upper = target > kUndecided;
    context.fillStyle = colour(upper ? "positive" : "negative");
    context.beginPath();
    if (upper) context.arc(x, y, kPoint, 0, 2 * Math.PI);
    else context.rect(x - kPoint * 0.9, y - kPoint * 0.9, kPoint * 1.8, kPoint * 1.8);
    context.fill();
    context.stroke();
  });
}
