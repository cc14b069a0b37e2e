/** Points from a table. Rows and columns are counted from 1, the line of names included. */
const place = (row: number, column: number): string => `Row ${row}, column ${column}`;

export const en = {
  lead: "Two columns are one input x and the number y to be met. Three columns are two inputs and a class or a number. Separate them by commas, semicolons or tabs; a line of names at the top may stay. Nothing changes until you take the points.",
  field: "Paste the table here",
  example: "x1,x2,kind\n0.2,-0.5,cat\n-0.7,0.1,dog",
  choose: "Choose a file",
  found: (rows: number): string => (rows === 1 ? "One point." : `${rows} points.`),
  range: (name: string, low: string, high: string): string => `${name} from ${low} to ${high}`,
  class: (letter: string, label: string, count: number): string => `class ${letter} is “${label}” (${count})`,
  goal: "The last column is",
  goals: { classes: "a class", numbers: "a number" },
  scale: "Bring each column of numbers to −1 … 1, where networks learn well",
  take: "Take these points",
  oneClass: "All have the same class: there is nothing to tell apart. Add points of a second class to the table.",
  mustScale: "Some numbers are too large for a network, so each column is brought to −1 … 1.",
  taken: (count: number): string =>
    count === 1 ? "One point is taken from the table." : `${count} points are taken from the table.`,
  notRead: "The browser could not read this file. Open it in an editor and paste its text.",
  tooLarge: (megabytes: string, most: number): string =>
    `This is ${megabytes} MB. There is room for ${most} MB and a few thousand points: take a part of it. What you had is still here.`,
  faults: {
    empty: () => "There are no numbers yet. Put at least one row of numbers below the names.",
    "no-text": () =>
      "This is no text: a picture, an archive, or the file of a spreadsheet program. Save the table there as CSV and choose that file.",
    "one-column": (row: number) =>
      `Row ${row} has one column only. Separate the columns by commas, semicolons or tabs, such as 0.5, 1.2.`,
    columns: (row: number, _: number, count: string) =>
      `Row ${row} has ${count === "1" ? "one column" : `${count} columns`}. Keep two (x, y) or three (x1, x2 and the class or number).`,
    "decimal-comma": (row: number, _: number, count: string) =>
      `Row ${row} has ${count} columns. If its commas are decimal commas, separate the columns by semicolons, such as 0,5; 1,2, or write points. Otherwise keep two or three columns.`,
    uneven: (row: number, column: number, count: string, wanted: number) =>
      `${place(row, column)}: this row has ${count === "1" ? "one column" : `${count} columns`}, those above have ${wanted}. ` +
      `${Number(count) < wanted ? "Add what is missing" : "Take away what is too much"}, or remove the row.`,
    blank: (row: number, column: number) => `${place(row, column)} is empty. Put a number there, or remove the row.`,
    "no-number": (row: number, column: number, cell: string) =>
      `${place(row, column)}: “${cell}” is no number. Write it like 0.5 or 1e-3, or remove the row.`,
    "too-far": (row: number, column: number, cell: string) =>
      `${place(row, column)}: “${cell}” is too large to calculate with. Use another unit, or remove the row.`,
    "too-many": (row: number, _: number, count: string) =>
      `There are ${count} points. Remove all from row ${row} on, or take every second one: there is no room for more.`,
    classes: (row: number, column: number, cell: string) =>
      `${place(row, column)}: “${cell}” would be the seventh class. There is room for six; give some of them the same name.`,
  },
};
