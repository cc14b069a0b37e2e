/**
 * Paints the landscape of the race: pale where the loss is low, level lines, the goal as a stronger one.
 *
 *     const map = new RaceMap(canvas, landscape);
 *     map.paint();
 */
import { ColourMap } from "../kit/colour-map";
import { colour } from "../kit/colours";
import { drawLevel, HeatMap } from "../kit/heat-map";
import { kGoal, type Landscape } from "./optimiser-race-model";

const kStrength = 0.5;
/** Losses between the valley and the plateaus, closer together where it is flat. */
const kLevels = [0.062, 0.065, 0.08, 0.1, 0.13, 0.16, 0.19, 0.22, 0.24, 0.26, 0.28];

export class RaceMap {
  readonly #heat: HeatMap;

  constructor(
    private readonly canvas: HTMLCanvasElement,
    private readonly landscape: Landscape,
  ) {
    this.#heat = new HeatMap(landscape.columns, landscape.rows);
  }

  paint(): void {
    const { canvas, landscape } = this;
    const { values, low, high } = landscape;
    const context = canvas.getContext("2d");
    const width = canvas.clientWidth;
    const height = canvas.clientHeight;
    if (!context || width === 0) return;
    const ratio = Math.min(2, devicePixelRatio);
    canvas.width = Math.round(width * ratio);
    canvas.height = Math.round(height * ratio);
    context.scale(ratio, ratio);
    // Only the upper half of the signed colours: the lowest loss gets the middle one.
    this.#heat.fill(values, new ColourMap(2 * low - high, high, kStrength));
    this.#heat.draw(context, 0, 0, width, height);
    const box = { x: 0, y: 0, width, height };
    context.strokeStyle = colour("axis");
    context.lineWidth = 0.75;
    context.globalAlpha = 0.7;
    for (const level of kLevels) drawLevel(context, values, landscape, level, box);
    context.globalAlpha = 1;
    context.strokeStyle = colour("text");
    context.lineWidth = 1.5;
    drawLevel(context, values, landscape, kGoal, box);
  }
}
