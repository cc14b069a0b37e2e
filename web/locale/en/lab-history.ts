/** The laboratory: undoing and doing again, and what can be undone. */
/** By the keys of the link. */
const settings: Readonly<Record<string, string>> = {
  data: "points",
  rule: "rule of the points",
  own: "your own points",
  features: "inputs",
  noise: "noise",
  count: "how many points",
  test: "share set apart",
  seed: "seed",
  layers: "network",
  loss: "cost",
  optimizer: "optimiser",
  rate: "learning rate η",
  batch: "batch",
  start: "first weights",
  l1: "L1",
  l2: "L2",
  node: "node",
  point: "point",
};

export const en = {
  settings,

  present: "Present",
  leave: "Leave the presentation",

  history: {
    undo: (name: string): string => (name ? `Undo: ${name}` : "Undo"),
    undoKeys: "Control+Z",
    redoKeys: "Control+Shift+Z",
    redo: (name: string): string => (name ? `Redo: ${name}` : "Redo"),
    undone: (name: string): string => `Undone: ${name}.`,
    redone: (name: string): string => `Done again: ${name}.`,
    edits: {
      weights: "weights typed over",
      past: "going on from an earlier moment",
      reset: "start again",
      file: "another network opened",
      preset: "another beginning",
      branch: "going on with other settings",
      swap: "going back to the kept run",
    },
  },

  compare: {
    kept: "kept run",
    keptSays: (cost: string, epoch: string): string => `Kept run: ${cost} at epoch ${epoch}.`,
    branched: "The run goes on from here. The one before is kept for comparison.",
    swapped: "The kept run is back; the other one is kept in its place.",
  },
};
