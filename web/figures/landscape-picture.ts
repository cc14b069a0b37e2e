/**
 * Paints a landscape on a canvas: pale where the cost is low, contours closer together there, and the contour of the
 * place where one stands. Where there is no cost the canvas stays empty.
 *
 *     paintLandscape(canvas, heightsOf(values), 0.23);
 */
import { svg } from "lit";
import { ColourMap } from "../kit/colour-map";
import { colour } from "../kit/colours";
import { drawLevel, HeatMap } from "../kit/heat-map";

export interface Heights {
  /** Row by row from the bottom, as many rows as columns; NaN where there is no cost. */
  values: Float64Array;
  /** What the palest and the darkest ground stand for. */
  low: number;
  high: number;
}

export function heightsOf(values: Float64Array): Heights {
  const finite = values.filter(Number.isFinite);
  const low = finite.reduce((least, value) => Math.min(least, value), Infinity);
  const high = finite.reduce((most, value) => Math.max(most, value), -Infinity);
  return { values, low, high };
}

const kContours = 14;

export function paintLandscape(canvas: HTMLCanvasElement, { values, low, high }: Heights, here: number): void {
  const context = canvas.getContext("2d");
  const size = canvas.clientWidth;
  if (!context || size === 0) return;
  const ratio = Math.min(2, devicePixelRatio || 1);
  canvas.width = canvas.height = Math.round(size * ratio);
  context.scale(ratio, ratio);
  const span = high - low || 1;
  const side = Math.round(Math.sqrt(values.length));
  const heat = new HeatMap(side, side);
  // Only the upper half of the signed colours: the lowest cost gets the middle one. The root shows what is low better.
  heat.fill(
    Float32Array.from(values, (value) => (Number.isFinite(value) ? Math.sqrt(Math.max(0, (value - low) / span)) : NaN)),
    new ColourMap(-1, 1, 0.55),
  );
  heat.draw(context, 0, 0, size, size);
  const grid = { columns: side, rows: side };
  const box = { x: 0, y: 0, width: size, height: size };
  context.strokeStyle = colour("axis");
  context.lineWidth = 0.8;
  for (let i = 1; i < kContours; i++) drawLevel(context, values, grid, low + span * (i / kContours) ** 2, box);
  context.strokeStyle = colour("cost");
  context.lineWidth = 2;
  if (Number.isFinite(here)) drawLevel(context, values, grid, here, box);
}

/** The way so far, with its stops; the last place is drawn by itself. */
export function walk(path: readonly (readonly number[])[]) {
  const line = `M${path.map((pair) => pair.map((it) => it.toFixed(1)).join(" ")).join("L")}`;
  return svg`<path class="under" d=${line} /><path class="walk" d=${line} />
    ${path.slice(0, -1).map(([x, y]) => svg`<circle class="stop" cx=${x} cy=${y} r="2.5" />`)}`;
}
