/**
 * Reads a table of points that was pasted or dropped: numbers in columns, separated by commas, semicolons or tabs,
 * with or without a line of names at the top. Strict: the first thing that is wrong is told with its place.
 *
 *     readTable("x1;x2;kind\n0,5;1;cat\n")   // { ok: true, table: { inputs: [[0.5, 1]], goals: ["cat"], ... } }
 *     readTable("1,2\n3,x")                  // { ok: false, fault: { code: "no-number", row: 2, column: 2, cell: "x" } }
 */
import { readNumber } from "../../kit/fields";
import { kMostClasses } from "../../kit/class-marks";
import { kMostPoints } from "./own-points";

export interface Table {
  /** Row by row, one or two numbers. */
  inputs: number[][];
  /** The last column as it was written. */
  goals: string[];
  /** The last column has numbers. */
  numeric: boolean;
  /** It may stand for classes: names, or a few whole numbers. */
  classes: string[] | undefined;
}

/** Rows and columns are counted from 1, the line of names included. */
export interface TableFault {
  code:
    | "empty"
    | "no-text"
    | "one-column"
    | "columns"
    | "decimal-comma"
    | "uneven"
    | "blank"
    | "no-number"
    | "too-far"
    | "too-many"
    | "classes";
  row: number;
  column: number;
  /** What stands there, or how many there are. */
  cell: string;
  /** How many columns the rows above have. */
  wanted?: number;
}

export type TableAnswer = { ok: true; table: Table } | { ok: false; fault: TableFault };

/** What larger files would hold has no room in the laboratory; nobody waits for it to be read. */
export const kLargestTable = 1_000_000;
const kLongestCell = 24;
/** What lies further out cannot be brought to -1 ... 1 without losing all of its digits. */
const kFarthestCell = 1e100;

interface Row {
  row: number;
  cells: string[];
}

export function readTable(text: string): TableAnswer {
  // No table has these; pictures, archives and the files of spreadsheet programs do.
  if (text.includes("\0")) return wrong("no-text", 1, 1, "");
  const lines = text.replace(/^\uFEFF/, "").split(/\r\n|\n|\r/);
  const filled = lines.map((line, index) => ({ row: index + 1, line })).filter(({ line }) => line.trim() !== "");
  const [first] = filled;
  if (!first) return wrong("empty", 1, 1, "");
  const separator = ["\t", ";", ","].find((it) => first.line.includes(it));
  if (separator === undefined) return wrong("one-column", first.row, 1, first.line);
  const rows = filled.map(({ row, line }) => ({ row, cells: cellsOf(line, separator) }));
  const names = isNames(rows[0]?.cells ?? []) ? rows.shift()?.cells : undefined;
  const [data] = rows;
  if (!data) return wrong("empty", first.row + 1, 1, "");
  // Our own tables say which part a point was in; it is drawn anew here.
  const width = names?.at(-1)?.toLowerCase() === "set" ? names.length - 1 : data.cells.length;
  if (width < 2 || width > 3) {
    const commas = separator === "," && width % 2 === 0 && !names;
    return wrong(commas ? "decimal-comma" : "columns", data.row, 1, String(width));
  }
  if (rows.length > kMostPoints) return wrong("too-many", rows[kMostPoints]?.row ?? 0, 1, String(rows.length));
  return readRows(rows, width, names?.length ?? width);
}

function readRows(rows: readonly Row[], width: number, whole: number): TableAnswer {
  const inputs: number[][] = [];
  const goals: string[] = [];
  const numeric = width === 2 || readNumber(rows[0]?.cells[width - 1] ?? "") !== undefined;
  const kinds = new Set<string>();
  for (const { row, cells } of rows) {
    if (cells.length !== whole) {
      const { fault } = wrong("uneven", row, Math.min(cells.length, whole) + 1, String(cells.length));
      return { ok: false, fault: { ...fault, wanted: whole } };
    }
    const numbers = cells.slice(0, width).map(readNumber);
    for (let column = 0; column < width; column++) {
      const cell = cells[column] ?? "";
      if (cell === "") return wrong("blank", row, column + 1, "");
      const isName = column === width - 1 && !numeric;
      if (numbers[column] === undefined && !isName) return wrong("no-number", row, column + 1, cell);
      if (Math.abs(numbers[column] ?? 0) > kFarthestCell) return wrong("too-far", row, column + 1, cell);
    }
    const goal = cells[width - 1] ?? "";
    kinds.add(goal);
    if (!numeric && kinds.size > kMostClasses) return wrong("classes", row, width, goal);
    inputs.push(numbers.slice(0, width - 1) as number[]);
    goals.push(goal);
  }
  const few = width === 3 && kinds.size <= kMostClasses && (!numeric || [...kinds].every((it) => /^-?\d+$/.test(it)));
  const classes = few ? [...kinds].sort((a, b) => a.localeCompare(b, "en", { numeric: true })) : undefined;
  return { ok: true, table: { inputs, goals, numeric, classes } };
}

/** A value may stand in quotes. */
const cellsOf = (line: string, separator: string): string[] =>
  line.split(separator).map((cell) =>
    cell
      .trim()
      .replace(/^"(.*)"$/, "$1")
      .trim(),
  );

/** The first line has names where its first cell is no number. */
const isNames = ([cell = ""]: readonly string[]): boolean =>
  cell !== "" && readNumber(cell) === undefined && /\p{L}/u.test(cell);

function wrong(code: TableFault["code"], row: number, column: number, cell: string): { ok: false; fault: TableFault } {
  const short = cell.length > kLongestCell ? `${cell.slice(0, kLongestCell)}…` : cell;
  return { ok: false, fault: { code, row, column, cell: short } };
}
