/**
 * What a hand does with points, by pointer or by keys: which one is near, what it is called. Knows no DOM.
 *
 *     nearestRow(points, [0.3, 0.1], region)   // { index: 7, distance: 0.02 }, in shares of the picture
 */
import type { Region } from "../../engine/training-protocol";
import { classLetter } from "../../kit/class-marks";
import { numberText } from "../../kit/number-text";
import { text } from "../../locale/lab-data";
import type { OwnPoints } from "./own-points";
import { shareOf } from "./places";

export type Place = readonly [x: number, y: number];

export const placeOfRow = (row: readonly number[]): Place => [row[0] ?? 0, row[1] ?? 0];

export function nearestRow({ rows }: OwnPoints, place: Place, region: Region): { index: number; distance: number } {
  const [x, y] = shareOf(place, region);
  let nearest = { index: -1, distance: Infinity };
  rows.forEach((row, index) => {
    const [across, up] = shareOf(placeOfRow(row), region);
    const distance = Math.hypot(across - x, up - y);
    if (distance < nearest.distance) nearest = { index, distance };
  });
  return nearest;
}

const kDigits = 2;

export function sayPlace(points: OwnPoints, [x, y]: Place): string {
  const [across, up] = points.kind === "curve" ? ["x", "y"] : ["x1", "x2"];
  return `${across} = ${numberText(x, kDigits)}, ${up} = ${numberText(y, kDigits)}`;
}

export function sayRow(points: OwnPoints, row: readonly number[]): string {
  const place = sayPlace(points, placeOfRow(row));
  const [, , goal = 0] = row;
  if (points.kind === "curve") return place;
  const { own } = text;
  return own.point(
    place,
    points.kind === "classes" ? own.ofClass(classLetter(goal)) : own.ofValue(numberText(goal, kDigits)),
  );
}

/** A step of the cross, and a long one with shift, as shares of the picture. */
const kStep = 0.025;
const kLongStep = 0.1;
const moves: Record<string, Place> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

/** Where a key takes the cross; `undefined` where it is no arrow. */
export function crossAfterKey(event: KeyboardEvent, [x, y]: Place, { from, to }: Region): Place | undefined {
  const move = Object.hasOwn(moves, event.key) ? moves[event.key] : undefined;
  if (!move || event.ctrlKey || event.metaKey || event.altKey) return undefined;
  const step = event.shiftKey ? kLongStep : kStep;
  const held = (value: number, axis: 0 | 1): number => {
    const moved = value + move[axis] * step * (to[axis] - from[axis]);
    return Math.min(to[axis], Math.max(from[axis], Number(moved.toPrecision(10))));
  };
  return [held(x, 0), held(y, 1)];
}
