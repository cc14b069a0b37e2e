/**
 * Paints a landscape on a canvas: pale where the cost is low, contours closer together there, and the contour of the
 * place where one stands.
 *
 *     paintLandscape(canvas, heights, 0.23);
 */
import { svg } from "lit";
import { ColourMap } from "../../kit/colour-map";
import { colour } from "../../kit/colours";
import { drawLevel, HeatMap } from "../../kit/heat-map";
import { kGrid, type Heights, type Pair } from "./landscape-model";

const kContours = 14;

export function paintLandscape(canvas: HTMLCanvasElement, { values, low, high }: Heights, here: number): void {
  const context = canvas.getContext("2d");
  const size = canvas.clientWidth;
  if (!context || size === 0) return;
  const ratio = Math.min(2, devicePixelRatio || 1);
  canvas.width = canvas.height = Math.round(size * ratio);
  context.scale(ratio, ratio);
  const span = high - low || 1;
  const heat = new HeatMap(kGrid, kGrid);
  // Only the upper half of the signed colours: the lowest cost gets the middle one. The root shows what is low better.
  heat.fill(
    Float32Array.from(values, (value) => Math.sqrt(Math.max(0, (value - low) / span))),
    new ColourMap(-1, 1, 0.55),
  );
  heat.draw(context, 0, 0, size, size);
  const grid = { columns: kGrid, rows: kGrid };
  const box = { x: 0, y: 0, width: size, height: size };
  context.strokeStyle = colour("axis");
  context.lineWidth = 0.8;
  for (let i = 1; i < kContours; i++) drawLevel(context, values, grid, low + span * (i / kContours) ** 2, box);
  context.strokeStyle = colour("cost");
  context.lineWidth = 2;
  if (Number.isFinite(here)) drawLevel(context, values, grid, here, box);
}

/** The way so far, with its stops; the last place is drawn by itself. */
export function walk(path: readonly Pair[]) {
  const line = `M${path.map((pair) => pair.map((it) => it.toFixed(1)).join(" ")).join("L")}`;
  return svg`<path class="under" d=${line} /><path class="walk" d=${line} />
    ${path.slice(0, -1).map(([x, y]) => svg`<circle class="stop" cx=${x} cy=${y} r="2.5" />`)}`;
}
