/**
 * From a table to points: the last column as classes or as numbers, the columns as they are or brought to -1 ... 1.
 *
 *     tablePoints(table, { classes: true, scaled: true })   // { points, ranges: [[3, 870], [0.1, 0.9]] }
 */
import { readNumber } from "../../kit/fields";
import { asInLink, kFarthest, type OwnPoints } from "./own-points";
import type { Table } from "./table";

export interface TableChoice {
  classes: boolean;
  scaled: boolean;
}

export type Range = readonly [low: number, high: number];

/** Within this, columns are left as they are. */
const kComfortable = 1.6;

/** What fits a table best. */
export function choiceFor(table: Table): TableChoice {
  const classes = table.classes !== undefined;
  const wide = columnsOf(table, classes).some(([low, high]) => Math.max(-low, high) > kComfortable || high - low < 0.2);
  return { classes, scaled: wide };
}

/** Numbers that no network could learn as they are. */
export const mustScale = (table: Table, classes: boolean): boolean =>
  columnsOf(table, classes).some(([low, high]) => Math.max(-low, high) > kFarthest);

export function tablePoints(table: Table, { classes, scaled }: TableChoice): { points: OwnPoints; ranges: Range[] } {
  const ranges = columnsOf(table, classes);
  const narrow = scaled || mustScale(table, classes);
  const at = (value: number, column: number): number => {
    const [low, high] = ranges[column] ?? [-1, 1];
    if (!narrow) return value;
    return high > low ? (2 * (value - low)) / (high - low) - 1 : 0;
  };
  const rows = table.inputs.map((inputs, i) => {
    const goal = table.goals[i] ?? "";
    const place = inputs.map(at);
    return [...place, classes ? (table.classes?.indexOf(goal) ?? 0) : at(readNumber(goal) ?? 0, inputs.length)];
  });
  const kind = table.inputs[0]?.length === 1 ? "curve" : classes ? "classes" : "numbers";
  return { points: asInLink({ kind, rows }), ranges };
}

/** How far each column of numbers reaches. */
function columnsOf({ inputs, goals }: Table, classes: boolean): Range[] {
  const width = (inputs[0]?.length ?? 0) + (classes ? 0 : 1);
  return Array.from({ length: width }, (_, column) => {
    let [low, high] = [Infinity, -Infinity];
    inputs.forEach((row, i) => {
      const value = row[column] ?? readNumber(goals[i] ?? "") ?? 0;
      low = Math.min(low, value);
      high = Math.max(high, value);
    });
    return [low, high];
  });
}
