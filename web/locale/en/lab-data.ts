/** Own points, rules and files of the laboratory. `$...$` is LaTeX. */
export const en = {
  features: { label: "The network is given" },
  alike:
    "All points that are learned from have the same class: there is nothing to tell apart. Add some of another class, or change the rule.",
  table: "From a table (CSV)",
  own: {
    kind: "Each has",
    kinds: { classes: "Two inputs, a class", numbers: "Two inputs, a number", curve: "One input, a number" },
    tool: "What a press on the plane does",
    tools: { ask: "Ask", add: "Add", remove: "Remove" },
    addClass: (name: string): string => `Add ${name}`,
    value: "with y =",
    clear: "Clear, down to two points",
    count: (count: number): string => (count === 1 ? "One point of your own." : `${count} points of your own.`),
    inLink: "They are in the link of this page.",
    notInLink: (most: number): string =>
      `The link has room for ${most} points, so these are not in it. Save them below as “A file for this page”.`,
    full: (most: number): string => `There is room for ${most} points. Remove some before you add more.`,
    lastOne: "One point has to stay: the network needs something to learn from.",
    plane: (axes: string): string =>
      `The plane, ${axes}. Arrow keys move a cross. Enter does what the chosen tool says, Delete removes the nearest point, M takes it along and sets it down again.`,
    axes: { plane: "x1 across and x2 up", curve: "x across and y up" },
    at: (place: string, nearest: string): string => `${place}. Nearest point: ${nearest}.`,
    point: (place: string, what: string): string => `${place}, ${what}`,
    ofClass: (name: string): string => `class ${name}`,
    ofValue: (value: string): string => `y = ${value}`,
    added: (what: string, count: number): string => `Added ${what}. ${count} points.`,
    removed: (what: string, count: number): string => `Removed ${what}. ${count} points.`,
    taken: (what: string): string => `You carry ${what}. Move it with the arrow keys, set it down with M.`,
    moved: (what: string): string => `The point is now at ${what}.`,
    putBack: "The point is back where it was.",
    none: "no point is near",
    hint: "Drag a point to move it. On the keyboard: go to the plane, move the cross with the arrow keys, press Enter to add, Delete to remove, M to move. The run starts anew with each change.",
  },
};
