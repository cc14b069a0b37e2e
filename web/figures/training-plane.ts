/** The plane as one output answers it: two sides with the line between them, or numbers. */
import type { Dataset } from "../engine/api";
import type { Region } from "../engine/training-protocol";
import { ColourMap } from "../kit/colour-map";
import { colour } from "../kit/colours";
import { drawLevel, HeatMap } from "../kit/heat-map";
import { partsOf, placeOf, ring, toSheet, type Picture, type Scene, type Sheet } from "./training-sheet";

const kUndecided = 0.5;
const kPoint = 4.2;
const kSmallPoint = 2.6;

export class PlanePicture implements Picture {
  readonly #heat: HeatMap;
  /** The points change only with data, size and colours. */
  readonly #points = document.createElement("canvas");
  #pointsOf: Dataset | undefined;
  #values = false;
  #maps = makeMaps();

  constructor(private readonly grid: number) {
    this.#heat = new HeatMap(grid, grid);
  }

  restyle(): void {
    this.#maps = makeMaps();
    this.#pointsOf = undefined;
  }

  map(output: boolean): ColourMap {
    return output && !this.#values ? this.#maps.share : this.#maps.signed;
  }

  paint(sheet: Sheet, scene: Scene): void {
    const { context, width, height } = sheet;
    const { frame, data, region, look } = scene;
    if (!context) return;
    this.#values = look.values ?? false;
    this.#heat.fill(frame.surface, this.map(true));
    this.#heat.draw(context, 0, 0, width, height);
    context.lineWidth = 1.75;
    context.strokeStyle = colour("text");
    const box = { x: 0, y: 0, width, height };
    const grid = { columns: this.grid, rows: this.grid };
    if (!this.#values) drawLevel(context, frame.surface, grid, kUndecided, box);
    if (this.#pointsOf !== data) this.#paintPoints(data, region, sheet);
    context.drawImage(this.#points, 0, 0, width, height);
    ring(sheet, scene);
  }

  /** Those set apart are rings, or smaller where the filling is their number. */
  #paintPoints(data: Dataset, region: Region, sheet: Sheet): void {
    this.#pointsOf = data;
    const { canvas, width, height } = sheet;
    this.#points.width = canvas.width;
    this.#points.height = canvas.height;
    const context = this.#points.getContext("2d");
    if (!context) return;
    context.scale(canvas.width / width, canvas.height / height);
    const values = this.#values;
    for (const { part, apart } of partsOf(data))
      part.targets.forEach((target, i) => {
        const [x, y] = toSheet(...placeOf(part, i), region, sheet);
        const upper = !values && target > kUndecided;
        const own = values ? this.#maps.strong.css(target) : colour(upper ? "positive" : "negative");
        context.beginPath();
        if (upper || values) context.arc(x, y, values && apart ? kSmallPoint : kPoint, 0, 2 * Math.PI);
        else context.rect(x - kPoint * 0.88, y - kPoint * 0.88, kPoint * 1.76, kPoint * 1.76);
        const hollow = apart && !values;
        context.fillStyle = hollow ? colour("panel") : own;
        context.strokeStyle = hollow ? own : colour(values ? "outline" : "panel");
        context.lineWidth = hollow ? 2 : 1.25;
        context.fill();
        context.stroke();
      });
  }
}

const makeMaps = () => ({
  signed: new ColourMap(-1, 1, 0.8),
  share: new ColourMap(0, 1),
  strong: new ColourMap(-1, 1, 1),
});
