/** The plane with several classes: at each place the class with the largest output, paler where it is less sure. */
import type { Dataset } from "../engine/api";
import type { Region } from "../engine/training-protocol";
import { classColour, kMostClasses, markPath } from "../kit/class-marks";
import { ColourMap } from "../kit/colour-map";
import { colour } from "../kit/colours";
import { drawLevel, HeatMap } from "../kit/heat-map";
import { classOf, partsOf, placeOf, ring, toSheet, type Picture, type Scene, type Sheet } from "./training-sheet";

const kPoint = 4.2;
const kSmallMark = 2.4;
const kSpacing = 34;
const kPaleness = 0.45;

export class ClassPicture implements Picture {
  readonly #heat: HeatMap;
  readonly #points = document.createElement("canvas");
  #pointsOf: Dataset | undefined;
  #maps = makeMaps();
  #inner = new ColourMap(-1, 1, 0.8);

  constructor(private readonly grid: number) {
    this.#heat = new HeatMap(grid, grid);
  }

  restyle(): void {
    this.#maps = makeMaps();
    this.#inner = new ColourMap(-1, 1, 0.8);
    this.#pointsOf = undefined;
  }

  map(output: boolean, unit: number): ColourMap {
    return (output ? this.#maps[unit] : undefined) ?? this.#inner;
  }

  paint(sheet: Sheet, scene: Scene): void {
    const { context, width, height } = sheet;
    const { frame, data, region } = scene;
    if (!context) return;
    const surfaces = [frame.surface, ...frame.otherSurfaces];
    const winners = winnersOf(surfaces);
    this.#heat.fillPixels((i) => {
      const winner = winners[i] ?? 0;
      const share = surfaces[winner]?.[i] ?? 0;
      // As sure as a guess is no colour at all.
      return this.map(true, winner).pixel((share * surfaces.length - 1) / (surfaces.length - 1));
    });
    this.#heat.draw(context, 0, 0, width, height);
    context.lineWidth = 1.75;
    context.strokeStyle = colour("text");
    const box = { x: 0, y: 0, width, height };
    for (let index = 0; index < surfaces.length - 1; index++)
      drawLevel(context, leadOf(surfaces, index), { columns: this.grid, rows: this.grid }, 0, box);
    this.#paintPattern(sheet, winners);
    if (this.#pointsOf !== data) this.#paintPoints(data, region, sheet);
    context.drawImage(this.#points, 0, 0, width, height);
    ring(sheet, scene);
  }

  /** The mark of each class, small and pale, all over its area: an area is known without its colour, too. */
  #paintPattern({ context, width, height }: Sheet, winners: Uint8Array): void {
    if (!context) return;
    context.globalAlpha = kPaleness;
    const last = this.grid - 1;
    for (let row = 0.5; row * kSpacing < height; row++)
      for (let column = row % 2 === 0.5 ? 0.5 : 1; column * kSpacing < width; column++) {
        const [x, y] = [column * kSpacing, height - row * kSpacing];
        const place = Math.round((last * (height - y)) / height) * this.grid + Math.round((last * x) / width);
        const winner = winners[place] ?? 0;
        markPath(context, winner, x, y, kSmallMark);
        context.fillStyle = colour(classColour(winner));
        context.fill();
      }
    context.globalAlpha = 1;
  }

  /** Those set apart are hollow. */
  #paintPoints(data: Dataset, region: Region, sheet: Sheet): void {
    this.#pointsOf = data;
    const { canvas, width, height } = sheet;
    this.#points.width = canvas.width;
    this.#points.height = canvas.height;
    const context = this.#points.getContext("2d");
    if (!context) return;
    context.scale(canvas.width / width, canvas.height / height);
    for (const { part, apart } of partsOf(data))
      for (let i = 0; i < part.targets.length / part.targetSize; i++) {
        const own = classOf(part, i);
        markPath(context, own, ...toSheet(...placeOf(part, i), region, sheet), kPoint);
        context.fillStyle = colour(apart ? "panel" : classColour(own));
        context.strokeStyle = colour(apart ? classColour(own) : "panel");
        context.lineWidth = apart ? 2 : 1.25;
        context.fill();
        context.stroke();
      }
  }
}

/** Which surface is highest, place by place. */
export function winnersOf(surfaces: readonly Float32Array[]): Uint8Array {
  const winners = new Uint8Array(surfaces[0]?.length ?? 0);
  surfaces.forEach((surface, index) => {
    for (let i = 0; i < winners.length; i++)
      if ((surface[i] ?? 0) > (surfaces[winners[i] ?? 0]?.[i] ?? 0)) winners[i] = index;
  });
  return winners;
}

/** How far one surface lies above the highest of the others: 0 where its area ends. */
function leadOf(surfaces: readonly Float32Array[], index: number): Float32Array {
  const own = surfaces[index] ?? new Float32Array();
  return own.map((value, i) => {
    let best = -Infinity;
    surfaces.forEach((other, at) => {
      if (at !== index) best = Math.max(best, other[i] ?? 0);
    });
    return value - best;
  });
}

/** From the plane's own ground to the colour of each class. */
const makeMaps = (): ColourMap[] =>
  Array.from(
    { length: kMostClasses },
    (_, index) => new ColourMap(-1, 1, 0.56, { below: "zero", above: classColour(index) }),
  );
