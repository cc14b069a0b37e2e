/** Words of the figure that shows one formula as symbols, graph, numbers and code. */
export const en = {
  title: "Your formula in four views",
  paragraphs: [
    "A computer takes your formula apart into links, with one operation in each, and gives every link a name. What you " +
      "see below is this one program, four times: as *symbols*, as a *graph*, as *numbers*, and as *code* that you can run.",
    "Point at a line, a card, a row of the table, or a line of the code. The same link lights up in all four. Then step " +
      "back through the graph: the numbers on the dashed lines are the slopes of the links, and the chain rule is nothing " +
      "but their product. The curly $\\partial$ is the $d$ of a link that could have other inputs, too: they are held still.",
  ],
  views: {
    symbols: "Symbols",
    graph: "Graph",
    numbers: "Numbers",
    code: "Code",
  },
  tooMany: (most: number): string =>
    `This formula has no links to draw, or more than ${most}. Try a shorter one, such as log(2 + cos(x)).`,
  spokenLink: (link: string, value: string, gradient: string): string =>
    `${link}, value ${value}${gradient ? `, gradient ${gradient}` : ""}`,
  gradientOf: (output: string, by: string): string => `\\frac{\\partial ${output}}{\\partial ${by}}`,
};
