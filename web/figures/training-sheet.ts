/**
 * A canvas with one pixel for each pixel of the screen, and what is painted of a training run on it.
 *
 *     const plane = sheet(canvas);
 *     if (fit(plane)) redraw();
 */
import type { Dataset } from "../engine/api";
import type { Region, TrainingFrame } from "../engine/training-protocol";
import type { ColourMap } from "../kit/colour-map";

export interface Sheet {
  canvas: HTMLCanvasElement;
  context: CanvasRenderingContext2D | null;
  width: number;
  height: number;
}

/** What differs where the network is to meet numbers instead of choosing a side, and which point is looked at. */
export interface Look {
  values?: boolean;
  marked?: number;
  /** What the network is given instead of x1 and x2. */
  features?: Features;
}

export interface Features {
  labels: readonly string[];
  /** Over the region, on the grid of the small pictures. */
  pictures: readonly Float32Array[];
}

/** Room that the labels of features need beside the network. */
export const kFeatureSide = 58;

export interface Scene {
  frame: TrainingFrame;
  data: Dataset;
  region: Region;
  look: Look;
}

/** What a network answers at each place, with the points: as a surface, as a curve, as areas of classes. */
export interface Picture {
  paint(sheet: Sheet, scene: Scene): void;
  /** The colours of a unit's small picture: of an output, or of what lies before. */
  map(output: boolean, unit: number): ColourMap;
  /** Colours or sizes have changed. */
  restyle(): void;
}

export function sheet(canvas: HTMLCanvasElement): Sheet {
  const made = { canvas, context: canvas.getContext("2d"), width: 0, height: 0 };
  fit(made);
  return made;
}

/** True where the size changed, which also clears the canvas. */
export function fit(target: Sheet): boolean {
  const { clientWidth, clientHeight } = target.canvas;
  if (clientWidth === target.width && clientHeight === target.height) return false;
  const ratio = Math.min(3, devicePixelRatio || 1);
  target.width = clientWidth;
  target.height = clientHeight;
  target.canvas.width = Math.round(clientWidth * ratio);
  target.canvas.height = Math.round(clientHeight * ratio);
  target.context?.setTransform(ratio, 0, 0, ratio, 0, 0);
  return true;
}

/** Where a place of the region lies on a sheet. */
export function toSheet(x: number, y: number, { from, to }: Region, { width, height }: Sheet): [number, number] {
  return [((x - from[0]) * width) / (to[0] - from[0]), height - ((y - from[1]) * height) / (to[1] - from[1])];
}

/** Where a point of the data lies: x1 by x2, or x by the target. */
export function placeOf({ inputs, targets, inputSize }: Dataset, index: number): [x: number, y: number] {
  if (inputSize === 1) return [inputs[index] ?? NaN, targets[index] ?? NaN];
  return [inputs[index * inputSize] ?? NaN, inputs[index * inputSize + 1] ?? NaN];
}

/** The points that are learned from, and those that were set apart. */
export function partsOf(data: Dataset): { part: Dataset; apart: boolean }[] {
  const { test, ...train } = data;
  return [{ part: train, apart: false }, ...(test ? [{ part: { ...train, ...test }, apart: true }] : [])];
}

/** Counted from 0; with one output the side. */
export function classOf({ targets, targetSize }: Dataset, index: number): number {
  if (targetSize === 1) return (targets[index] ?? 0) > 0.5 ? 1 : 0;
  const row = targets.subarray(index * targetSize, (index + 1) * targetSize);
  return row.indexOf(Math.max(...row));
}

/** A ring around the point that is looked at. */
export function ring(sheet: Sheet, { data, region, look }: Scene): void {
  const { context } = sheet;
  if (!context || look.marked === undefined) return;
  const [x, y] = toSheet(...placeOf(data, look.marked), region, sheet);
  context.beginPath();
  context.arc(x, y, kRing, 0, 2 * Math.PI);
  context.lineWidth = 2.5;
  context.stroke();
}

const kRing = 9;
