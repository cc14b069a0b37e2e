/**
 * Points of a person's own: set by hand, or from a file. Unchanging; each edit makes new ones.
 *
 *     const points = withPoint(emptyPoints("classes"), [0.3, -0.2, 1]);
 *     ownField.print(points)   // "c*A-0.5_-0.5*B0.5_0.5*B0.3_-0.2"
 */
import type { Dataset } from "../../engine/api";
import type { Field } from "../../kit/fields";
import { classLetter, kMostClasses } from "../../kit/class-marks";
import type { Task } from "./sets";

export const pointKinds = ["classes", "numbers", "curve"] as const;
export type PointKind = (typeof pointKinds)[number];

export interface OwnPoints {
  readonly kind: PointKind;
  /** x1, x2 and the class counted from 0, or the number to be met; for a curve x and the number. */
  readonly rows: readonly (readonly number[])[];
}

export const kMostPoints = 2000;
/** More make a link too long to be passed on. */
export const kMostInLink = 60;

const starts: Record<PointKind, OwnPoints["rows"]> = {
  classes: [
    [-0.5, -0.5, 0],
    [0.5, 0.5, 1],
  ],
  numbers: [
    [-0.5, -0.5, -1],
    [0.5, 0.5, 1],
  ],
  curve: [
    [-0.5, -0.5],
    [0.5, 0.5],
  ],
};

/** A network needs something to learn from: two points. */
export const emptyPoints = (kind: PointKind): OwnPoints => ({ kind, rows: starts[kind] });

/** Two classes at least. */
export const classesOf = ({ kind, rows }: OwnPoints): number =>
  kind === "classes" ? rows.reduce((most, [, , own = 0]) => Math.max(most, own + 1), 2) : 0;

export function taskOfPoints(points: OwnPoints): Task {
  const classes = classesOf(points);
  if (classes > 2) return { inputs: 2, answer: "class", outputs: classes };
  return { inputs: points.kind === "curve" ? 1 : 2, answer: classes === 2 ? "side" : "number", outputs: 1 };
}

export const kindOf = (task: Task): PointKind =>
  task.inputs === 1 ? "curve" : task.answer === "number" ? "numbers" : "classes";

export const withPoint = (points: OwnPoints, row: readonly number[]): OwnPoints => ({
  ...points,
  rows: [...points.rows, row.map(rounded)],
});

export const withoutPoint = (points: OwnPoints, index: number): OwnPoints => ({
  ...points,
  rows: points.rows.filter((_, i) => i !== index),
});

/** A point of a curve takes its number along. */
export const withMoved = (points: OwnPoints, index: number, [x, y]: readonly [number, number]): OwnPoints => ({
  ...points,
  rows: points.rows.map((row, i) => (i === index ? [rounded(x), rounded(y), ...row.slice(2)] : row)),
});

/** The points of any set as one's own, those set apart at the end. */
export function pointsFrom(task: Task, data: Dataset): OwnPoints {
  const { inputSize, targetSize } = data;
  const rows = [data, ...(data.test ? [data.test] : [])].flatMap(({ inputs, targets }) =>
    Array.from({ length: targets.length / targetSize }, (_, i) => {
      const place = Array.from(inputs.subarray(i * inputSize, (i + 1) * inputSize), rounded);
      const goal = targets.subarray(i * targetSize, (i + 1) * targetSize);
      return [...place, targetSize > 1 ? goal.indexOf(1) : rounded(goal[0] ?? 0)];
    }),
  );
  return { kind: kindOf(task), rows };
}

export function datasetOf(points: OwnPoints, chosen: readonly number[]): Dataset {
  const { inputs: inputSize, outputs: targetSize } = taskOfPoints(points);
  const inputs = new Float64Array(chosen.length * inputSize);
  const targets = new Float64Array(chosen.length * targetSize);
  chosen.forEach((at, i) => {
    const row = points.rows[at] ?? [];
    inputs.set(row.slice(0, inputSize), i * inputSize);
    const goal = row[inputSize] ?? 0;
    if (targetSize === 1) targets[i] = goal;
    else targets[i * targetSize + goal] = 1;
  });
  return { inputs, targets, inputSize, targetSize };
}

/** As the link keeps it. */
const short = (value: number): number => Number(value.toPrecision(4));
/** What a hand sets is as exact as its place on the screen. */
export const rounded = (value: number): number => short(Math.round(value * 1000) / 1000);

/** Whoever opens the link gets these very points. */
export const asInLink = (points: OwnPoints): OwnPoints =>
  points.rows.length > kMostInLink ? points : { ...points, rows: points.rows.map((row) => row.map(short)) };

const kLetters: Record<string, PointKind> = { c: "classes", n: "numbers", x: "curve" };
const kTooMany = "many";

export const ownField: Field<OwnPoints> = {
  initial: emptyPoints("classes"),
  limit: (points) => points,
  print({ kind, rows }) {
    if (rows.length > kMostInLink) return kTooMany;
    const letter = Object.keys(kLetters).find((key) => kLetters[key] === kind) ?? "c";
    const print = (row: readonly number[]): string => row.map((value) => String(short(value))).join("_");
    const parts = rows.map((row) =>
      kind === "classes" ? `${classLetter(row[2] ?? 0)}${print(row.slice(0, 2))}` : print(row),
    );
    return [letter, ...parts].join("*");
  },
  parse(text) {
    const [letter = "", ...parts] = text.split("*");
    const kind = Object.hasOwn(kLetters, letter) ? kLetters[letter] : undefined;
    if (!kind || parts.length === 0 || parts.length > kMostInLink) return undefined;
    const rows = parts.map((part) => readRow(kind, part));
    return rows.every((row) => row !== undefined) ? { kind, rows } : undefined;
  },
};

function readRow(kind: PointKind, part: string): number[] | undefined {
  const own = kind === "classes" ? part.charCodeAt(0) - "A".charCodeAt(0) : undefined;
  const texts = (own === undefined ? part : part.slice(1)).split("_");
  const numbers = texts.map((text) => (/^-?\d/.test(text) ? Number(text) : NaN));
  const fits = numbers.length === (kind === "numbers" ? 3 : 2) && numbers.every((it) => Math.abs(it) <= kFarthest);
  if (!fits || (own !== undefined && !(own >= 0 && own < kMostClasses))) return undefined;
  return own === undefined ? numbers : [...numbers, own];
}

/** Beyond it no network learns, and squares leave the numbers that a computer can hold. */
export const kFarthest = 1e6;

/** Points as a file has them; `undefined` where they are damaged. */
export function readPoints(value: unknown): OwnPoints | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const { kind: name, rows } = value as Record<string, unknown>;
  const kind = pointKinds.find((known) => known === name);
  if (!kind || !Array.isArray(rows) || rows.length === 0 || rows.length > kMostPoints) return undefined;
  const length = kind === "curve" ? 2 : 3;
  const fits = (row: unknown): row is number[] =>
    Array.isArray(row) &&
    row.length === length &&
    row.every((it) => typeof it === "number" && Math.abs(it) <= kFarthest) &&
    (kind !== "classes" || isClass(row[2] as number));
  return rows.every(fits) ? { kind, rows } : undefined;
}

const isClass = (value: number): boolean => Number.isInteger(value) && value >= 0 && value < kMostClasses;
