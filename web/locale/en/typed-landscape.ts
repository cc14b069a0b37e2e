/** Words of the landscape that one types. `$...$` is LaTeX. */
export const en = {
  label: "Your cost J of a and b",
  presets: "Try one of these:",
  names: { bowl: "Bowl", ravine: "Ravine", saddle: "Saddle", plateau: "Plateau", minima: "Two minima" },
  strangers: (names: readonly string[]): string =>
    `Only a and b move here. ${names.join(", ")} would need a value; write a number instead.`,
  kept: (source: string): string => `The map still shows ${source}.`,
  rate: "learning rate eta",
  closer: "Closer",
  wider: "Wider",
  working: "The map is being computed.",
  missing: (percent: string): string => `On ${percent} of the map J has no value: there it is hatched.`,
  missingAll: "J has no value anywhere on this map.",
  gradient: "The gradient where you stand",
  step: "The next step",
  outcomes: {
    none: "Press on the map, or move the start with the arrow keys. Then walk.",
    lost: "J has no value here. The walk cannot go on. Start again, or try a smaller learning rate.",
    diverges: "The walk diverges: the cost has risen with each of the last steps. Try a smaller learning rate.",
    outside: "The walk has left the map. Show a wider part of it, or try a smaller learning rate.",
    flat: "The gradient is almost 0 here, so the steps are, too. It may be a lowest place, a saddle, or a plateau.",
    leaps: "The walk goes back and forth: the last step leaped over the lowest place on its line.",
    running: "The walk goes on.",
  },
  fell: (before: string, after: string): string => `The cost went from ${before} to ${after}.`,
};
