/**
 * A grid of numbers as a soft picture: computed small, scaled up smoothly, with one level drawn as a line.
 *
 *     const heat = new HeatMap(100, 100);
 *     heat.fill(values, map); heat.draw(context, 0, 0, 400, 400);
 *     drawLevel(context, values, 100, 100, 0.5, 0, 0, 400, 400);
 */
import type { ColourMap } from "./colour-map";
import { levelSegments } from "./level-line";

export class HeatMap {
  readonly #canvas = document.createElement("canvas");
  readonly #context: CanvasRenderingContext2D | null;
  readonly #image: ImageData;
  readonly #pixels: Uint32Array;

  constructor(
    readonly columns: number,
    readonly rows: number,
  ) {
    this.#canvas.width = columns;
    this.#canvas.height = rows;
    this.#context = this.#canvas.getContext("2d");
    this.#image = new ImageData(columns, rows);
    this.#pixels = new Uint32Array(this.#image.data.buffer);
  }

  /** `values` row by row from the bottom. */
  fill(values: ArrayLike<number>, map: ColourMap): void {
    this.fillPixels((at) => map.pixel(values[at] ?? 0));
  }

  /** `pixel` gives a colour for each place, row by row from the bottom. */
  fillPixels(pixel: (at: number) => number): void {
    const { columns, rows } = this;
    for (let row = 0; row < rows; row++) {
      const source = (rows - 1 - row) * columns;
      for (let column = 0; column < columns; column++) {
        this.#pixels[row * columns + column] = pixel(source + column);
      }
    }
    this.#context?.putImageData(this.#image, 0, 0);
  }

  /** The outermost samples lie on the edge of the rectangle, so half a cell is left over on each side. */
  draw(context: CanvasRenderingContext2D, x: number, y: number, width: number, height: number): void {
    context.imageSmoothingEnabled = true;
    // Cut out, not clipped, and smoothed along straight lines: both take a fraction of the time.
    context.imageSmoothingQuality = "low";
    context.drawImage(this.#canvas, 0.5, 0.5, this.columns - 1, this.rows - 1, x, y, width, height);
  }
}

/** Strokes the places where the grid crosses `level`, with the context's own line style. */
export function drawLevel(
  context: CanvasRenderingContext2D,
  values: ArrayLike<number>,
  grid: { columns: number; rows: number },
  level: number,
  box: { x: number; y: number; width: number; height: number },
): void {
  const scaleX = box.width / (grid.columns - 1);
  const scaleY = box.height / (grid.rows - 1);
  const bottom = box.y + box.height;
  context.beginPath();
  const segments = levelSegments(values, grid.columns, grid.rows, level);
  for (let i = 0; i < segments.length; i += 4) {
    context.moveTo(box.x + (segments[i] ?? 0) * scaleX, bottom - (segments[i + 1] ?? 0) * scaleY);
    context.lineTo(box.x + (segments[i + 2] ?? 0) * scaleX, bottom - (segments[i + 3] ?? 0) * scaleY);
  }
  context.stroke();
}
