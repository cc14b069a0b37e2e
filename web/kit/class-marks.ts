/**
 * What tells the classes of points apart: a colour and a shape for each.
 *
 *     markPath(context, 2, x, y, 4.2); context.fillStyle = colour(classColour(2));   // a diamond
 */
import type { Token } from "./colours";

export const kMostClasses = 6;
const tokens: readonly Token[] = ["negative", "positive", "class-3", "class-4", "class-5", "class-6"];

/** The shapes as letters of a text, in the same order. */
export const classSigns = ["■", "●", "◆", "▲", "✚", "▼"] as const;

export const classLetter = (index: number): string => String.fromCharCode(65 + index);
export const classColour = (index: number): Token => tokens[index] ?? "muted";

/** Corners on a circle of radius 1, y downward. */
const corners: readonly (readonly (readonly [number, number])[])[] = [
  [[-0.88, -0.88], [0.88, -0.88], [0.88, 0.88], [-0.88, 0.88]], // prettier-ignore
  [],
  [[0, -1.35], [1.2, 0], [0, 1.35], [-1.2, 0]], // prettier-ignore
  [[0, -1.3], [1.2, 0.85], [-1.2, 0.85]], // prettier-ignore
  [[-0.4, -1.2], [0.4, -1.2], [0.4, -0.4], [1.2, -0.4], [1.2, 0.4], [0.4, 0.4], [0.4, 1.2], [-0.4, 1.2], [-0.4, 0.4], [-1.2, 0.4], [-1.2, -0.4], [-0.4, -0.4]], // prettier-ignore
  [[0, 1.3], [1.2, -0.85], [-1.2, -0.85]], // prettier-ignore
];

/** Begins a path with the mark of a class; it is as large as a circle of `radius`. */
export function markPath(context: CanvasRenderingContext2D, index: number, x: number, y: number, radius: number): void {
  context.beginPath();
  const shape = corners[index] ?? [];
  if (shape.length === 0) context.arc(x, y, radius, 0, 2 * Math.PI);
  for (const [dx, dy] of shape) context.lineTo(x + dx * radius, y + dy * radius);
  context.closePath();
}
