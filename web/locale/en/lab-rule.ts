/** Rules that sort points. `$...$` is LaTeX. */
export const en = {
  label: "Rule",
  hint: "Points lie between −1 and 1. Write $x, y$ or $x_1, x_2$ for the two inputs and compare: $y > \\sin(3x)$. Or say which number is to be met: $y = x^2$ for one input, $y = x_1 x_2$ for two.",
  examples: "For example",
  list: ["y > sin(3x)", "x1^2 + x2^2 < 0.5", "x1*x2 > 0", "y = sin(5x)/2", "y = x1^2 - x2^2"],
  last: (text: string): string => `The points are still those of ${text}.`,
  faults: {
    "two-signs": "A rule has one sign: <, > or =. Keep one of them.",
    left: "With = the left side is y alone. Write y = …, or compare with < or >.",
    several: "Each side is one formula. Write it on one line.",
    "y-twice": "y is what is to be met, so it cannot stand on the right. Use x, or x1 and x2.",
    stranger: "The inputs are called x and y, or x1 and x2. Replace this name, or keep to one of the two pairs.",
    "no-names": "This is the same everywhere. Use x and y, or x1 and x2.",
    "too-far":
      "Between −1 and 1 this reaches beyond 1000000, where no network learns. Divide it, or change the formula.",
    nowhere: "This has hardly a value between −1 and 1. Change the formula so that it has one there.",
  },
};
