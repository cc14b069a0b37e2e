/** One input: the curve that the network answers over x, and the points that it is to meet. */
import { scaleLinear } from "d3-scale";
import type { Dataset } from "../engine/api";
import type { Region } from "../engine/training-protocol";
import { ColourMap } from "../kit/colour-map";
import { colour } from "../kit/colours";
import { shortText } from "../kit/number-text";
import { partsOf, placeOf, ring, toSheet, type Picture, type Scene, type Sheet } from "./training-sheet";

const kPoint = 3.6;
const kTicks = 5;
/** Where the names of the axes stand, from the edge. */
const kNames = 14;

export class CurvePicture implements Picture {
  readonly #ground = document.createElement("canvas");
  #groundOf: Dataset | undefined;
  #map = new ColourMap(-1, 1, 0.8);

  restyle(): void {
    this.#map = new ColourMap(-1, 1, 0.8);
    this.#groundOf = undefined;
  }

  map(): ColourMap {
    return this.#map;
  }

  paint(sheet: Sheet, scene: Scene): void {
    const { context, width, height } = sheet;
    const { frame, data, region } = scene;
    if (!context) return;
    if (this.#groundOf !== data) this.#paintGround(data, region, sheet);
    context.clearRect(0, 0, width, height);
    context.drawImage(this.#ground, 0, 0, width, height);
    context.beginPath();
    const last = Math.max(1, frame.surface.length - 1);
    frame.surface.forEach((value, i) => {
      const x = region.from[0] + ((region.to[0] - region.from[0]) * i) / last;
      context.lineTo(...toSheet(x, value, region, sheet));
    });
    context.lineJoin = "round";
    context.lineWidth = 5;
    context.strokeStyle = colour("panel");
    context.stroke();
    context.lineWidth = 2.5;
    context.strokeStyle = colour("value");
    context.stroke();
    context.strokeStyle = colour("text");
    ring(sheet, scene);
  }

  /** Axes and points change only with data, size and colours. */
  #paintGround(data: Dataset, region: Region, sheet: Sheet): void {
    this.#groundOf = data;
    const { canvas, width, height } = sheet;
    this.#ground.width = canvas.width;
    this.#ground.height = canvas.height;
    const context = this.#ground.getContext("2d");
    if (!context) return;
    context.scale(canvas.width / width, canvas.height / height);
    context.fillStyle = colour("inset");
    context.fillRect(0, 0, width, height);
    this.#paintAxes(context, region, sheet);
    for (const { part, apart } of partsOf(data))
      part.targets.forEach((_, i) => {
        context.beginPath();
        context.arc(...toSheet(...placeOf(part, i), region, sheet), kPoint, 0, 2 * Math.PI);
        context.fillStyle = colour(apart ? "panel" : "data");
        context.strokeStyle = colour(apart ? "data" : "panel");
        context.lineWidth = apart ? 1.75 : 1;
        context.fill();
        context.stroke();
      });
  }

  #paintAxes(context: CanvasRenderingContext2D, region: Region, sheet: Sheet): void {
    const { width, height } = sheet;
    const { from, to } = region;
    context.font = "12px system-ui, sans-serif";
    context.fillStyle = colour("muted");
    context.lineWidth = 1;
    const line = (x1: number, y1: number, x2: number, y2: number, zero: boolean): void => {
      context.beginPath();
      context.strokeStyle = colour(zero ? "axis" : "hairline");
      context.moveTo(x1, y1);
      context.lineTo(x2, y2);
      context.stroke();
    };
    for (const tick of scaleLinear([from[0], to[0]], [0, 1]).ticks(kTicks)) {
      const [x] = toSheet(tick, 0, region, sheet);
      line(x, 0, x, height, tick === 0);
      context.textAlign = x < 20 ? "left" : x > width - 20 ? "right" : "center";
      context.fillText(shortText(tick, 4), x, height - 5);
    }
    for (const tick of scaleLinear([from[1], to[1]], [0, 1]).ticks(kTicks)) {
      const [, y] = toSheet(0, tick, region, sheet);
      line(0, y, width, y, tick === 0);
      context.textAlign = "left";
      if (y < height - 26 && y > kNames + 14) context.fillText(shortText(tick, 4), 4, y - 4);
    }
    context.font = "italic 15px Charter, Cambria, Georgia, serif";
    context.fillText("y", 5, kNames);
    context.textAlign = "right";
    context.fillText("x", width - 5, height - kNames - 6);
  }
}
