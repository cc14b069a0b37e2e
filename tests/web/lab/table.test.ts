import { expect, test } from "vitest";
import { readTable } from "../../../web/lab/data/table";
import { choiceFor, tablePoints } from "../../../web/lab/data/table-points";
import { kMostPoints } from "../../../web/lab/data/own-points";

const many = (rows: number): string => Array.from({ length: rows }, (_, i) => `${i},${i}`).join("\n");

test.each([
  ["1,2\n3,4", { kind: "curve", rows: [[1, 2], [3, 4]] }], // prettier-ignore
  ["x;y\r\n0,5;1,25\r\n\r\n-1;2", { kind: "curve", rows: [[0.5, 1.25], [-1, 2]] }], // prettier-ignore
  ["\uFEFFa\tb\tspecies\n1\t2\tdog\n3\t4\tcat\n", { kind: "classes", rows: [[1, 2, 1], [3, 4, 0]] }], // prettier-ignore
  ['"1", "2", "0"\n-.5,1e-1,1', { kind: "classes", rows: [[1, 2, 0], [-0.5, 0.1, 1]] }], // prettier-ignore
  ["1,2,0.25\n3,4,-7", { kind: "numbers", rows: [[1, 2, 0.25], [3, 4, -7]] }], // prettier-ignore
  ["x1,x2,y,set\n1,2,A,train\n3,4,B,test", { kind: "classes", rows: [[1, 2, 0], [3, 4, 1]] }], // prettier-ignore
])("%j", (text, points) => {
  const answer = readTable(text);
  if (!answer.ok) throw new Error(answer.fault.code);
  const { classes } = choiceFor(answer.table);
  expect(tablePoints(answer.table, { classes, scaled: false }).points).toEqual(points);
});

test.each([
  ["", "empty", 1, 1, ""],
  ["x,y\n", "empty", 2, 1, ""],
  ["7\n8", "one-column", 1, 1, "7"],
  ["1,2,3,4,5\n", "columns", 1, 1, "5"],
  ["1,5,2,5\n", "decimal-comma", 1, 1, "4"],
  ["1,2\n3,4,5", "uneven", 2, 3, "3"],
  ["1,2,3\n\n3,4", "uneven", 3, 3, "2"],
  ["x,y\n1,2\n3,", "blank", 3, 2, ""],
  ["1,2\n3,4x", "no-number", 2, 2, "4x"],
  ["1,2,0.5\n3,4,high", "no-number", 2, 3, "high"],
  ["1,2\nInfinity,4", "no-number", 2, 1, "Infinity"],
  ["1,2\nNaN,4", "no-number", 2, 1, "NaN"],
  ["1,2\n-1e300,4", "too-far", 2, 1, "-1e300"],
  ["\x89PNG\r\n\0\0,\0", "no-text", 1, 1, ""],
  ["1,2,a\n1,2,b\n1,2,c\n1,2,d\n1,2,e\n1,2,f\n1,2,g", "classes", 7, 3, "g"],
  [many(kMostPoints + 5), "too-many", kMostPoints + 1, 1, String(kMostPoints + 5)],
])("%.30j → %s at row %i, column %i", (text, code, row, column, cell) => {
  expect(readTable(text)).toMatchObject({ ok: false, fault: { code, row, column, cell } });
});

test("numbers that no network could learn are brought to -1 ... 1, whether asked for or not", () => {
  const answer = readTable("-1e99,2\n1e99,3\n0,4");
  if (!answer.ok) throw new Error(answer.fault.code);
  expect(tablePoints(answer.table, { classes: false, scaled: false }).points.rows).toEqual([
    [-1, -1],
    [1, 0],
    [0, 1],
  ]);
});

test("columns far from 0 are brought to -1 ... 1, classes are not", () => {
  const answer = readTable("100,5,9\n200,5,7\n300,5,9");
  if (!answer.ok) throw new Error(answer.fault.code);
  expect(choiceFor(answer.table)).toEqual({ classes: true, scaled: true });
  const { points, ranges } = tablePoints(answer.table, { classes: true, scaled: true });
  expect(points.rows).toEqual([
    [-1, 0, 1],
    [0, 0, 0],
    [1, 0, 1],
  ]);
  expect(ranges).toEqual([
    [100, 300],
    [5, 5],
  ]);
});
