/** The small picture of a unit with one input: its answer as a curve, with a line at zero. */
import { colour } from "./colours";

export function drawUnitCurve(
  context: CanvasRenderingContext2D,
  values: ArrayLike<number>,
  [low, high]: [number, number],
  { x, y, width, height }: { x: number; y: number; width: number; height: number },
): void {
  const up = (value: number): number => y + height * (1 - (value - low) / (high - low));
  context.save();
  context.beginPath();
  context.rect(x, y, width, height);
  context.fillStyle = colour("inset");
  context.fill();
  context.clip();
  context.beginPath();
  context.moveTo(x, up(0));
  context.lineTo(x + width, up(0));
  context.lineWidth = 1;
  context.strokeStyle = colour("axis");
  context.stroke();
  context.beginPath();
  const last = Math.max(1, values.length - 1);
  for (let i = 0; i < values.length; i++) context.lineTo(x + (width * i) / last, up(values[i] ?? 0));
  context.lineWidth = 2;
  context.strokeStyle = colour("value");
  context.stroke();
  context.restore();
}
