/** Words of the computation by hand with few decimals. `$...$` is LaTeX. */
const decimalsText = (count: number): string => (count === 1 ? "1 decimal" : `${count} decimals`);

export const en = {
  slider: "decimals that you write down",
  caption: (decimals: number): string => `Every line rounded to ${decimalsText(decimals)}, and used so from there on`,
  head: { line: "Line", exact: "In full", rounded: "By hand", difference: "Difference" },
  same: "the same",
  even: (decimals: number): string => `With ${decimalsText(decimals)} nothing is lost: every line comes out even.`,
  result: (name: string, rounded: string, exact: string, share: string): string =>
    `By hand $${name}$ is ${rounded}, in full ${exact}: off by ${share}.`,
  zero: (name: string, exact: string): string =>
    `By hand $${name}$ is 0, in full ${exact}. All of it is lost: with so few decimals the numbers on the way round to nothing.`,
  worst: (name: string, harm: string): string =>
    `The rounding of $${name}$ lost the most: by itself it moves the result by ${harm}.`,
  undefined: "undefined",
};
