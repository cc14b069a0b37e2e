/** Words of the figures about one function. */
export const field = {
  label: "Your function",
  examples: "Try one of these:",
  exampleFunctions: [
    "log(2+cos(x))",
    "sin(x^2)",
    "exp(-x^2/2)",
    "sqrt(1+x^2)",
    "sigmoid(3x-1)",
    "x^2 sin(x)",
    "1/(1+x^2)",
    "abs(x)",
    "log(w x + b)",
  ],
  variable: "Derive by",
  others: "The other names keep a fixed value:",
  lastValid: (source: string): string =>
    `Below you still see ${source.length > 60 ? `${source.slice(0, 60)}…` : source}.`,
  long: "This is long; it is not typeset while you type.",
};

export const derivation = {
  detail: "How many steps are shown",
  details: { answer: "Answer", main: "Main steps", all: "Every step" },
  numbers: (variable: string, x: string): string => `with the numbers at ${variable} = ${x}`,
  unfold: "how?",
  fold: "fold",
  ofLine: (number: string): string => `line ${number}`,
  tooLong: "The steps of this one are too long to be written out. This is the answer.",
  more: "There is more than fits here. Choose “Main steps” and unfold the ones you want to see.",
};

const listed = (items: readonly string[]): string =>
  items.length < 2 ? (items[0] ?? "") : `${items.slice(0, -1).join(", ")} and ${items.at(-1) ?? ""}`;

export const plot = {
  function: (name: string, variable: string): string => `${name}(${variable})`,
  derivative: (name: string, variable: string): string => `${name}′(${variable})`,
  picture: (title: string): string => `Graph of ${title}`,
  handle: (variable: string): string => `${variable}, the point on the curve`,
  handleBelow: (variable: string): string => `${variable}, the point on the derivative`,
  slope: (slope: string): string => `slope ${slope}`,
  closer: "Closer",
  wider: "Wider",
  atPoint: (variable: string, x: string, value: string, slope: string): string =>
    `At ${variable} = ${x} the value is ${value} and the slope is ${slope}.`,
  atKink: (variable: string, x: string, left: string, right: string, convention: string): string =>
    `At ${variable} = ${x} the curve has a kink: its slope is ${left} on the left and ${right} on the right. ` +
    `By convention the derivative there is set to ${convention}.`,
  features: (
    {
      gaps,
      holes,
      breaks,
    }: Record<"holes" | "breaks", readonly number[]> & { gaps: readonly (readonly [number, number])[] },
    variable: string,
    number: (x: number) => string,
  ): string[] => {
    const sentences: string[] = [];
    if (gaps.length > 3) sentences.push("No value on several stretches.");
    else if (gaps.length > 0) {
      const parts = gaps.map(([from, to]) => `${variable} = ${number(from)} to ${number(to)}`);
      sentences.push(`No value from ${listed(parts)}.`);
    }
    if (holes.length > 0) sentences.push(`No value at ${variable} = ${listed(holes.slice(0, 6).map(number))}.`);
    if (breaks.length > 0) sentences.push(`It breaks at ${variable} = ${listed(breaks.slice(0, 6).map(number))}.`);
    return sentences;
  },
};

export const numberLines = {
  picture: (names: readonly string[]): string => `Number lines of the chain ${names.join(", ")}`,
  line: (name: string): string => `Number line of ${name}`,
  handle: (name: string): string => `${name}, drag it along the line`,
  nudge: "dx, the nudge",
  caption:
    "Drag the square. All lines have the same scale. The first arrow is a nudge. Each link stretches it by its slope and hands it on; a negative slope turns it round. A ring shows where the point really gets to: the smaller the nudge, the better the arrow.",
  single: "At its outermost level this function is no chain, so there is one link from end to end.",
  sentence: (
    links: readonly { name: string; value: string }[],
    nudges: readonly { name: string; nudge: string }[],
  ): string =>
    `${links.map(({ name, value }) => `${name} = ${value}`).join(", ")}. A nudge ` +
    `${nudges.map(({ name, nudge }) => `d${name} = ${nudge}`).join(" becomes ")}.`,
};

export const proof = {
  caption: (variable: string, x: string): string => `The derivative at ${variable} = ${x}, computed three times`,
  none: "There is nothing to compare here.",
  ways: {
    symbolic: { name: "Symbols", how: "the formula above, with the number put in" },
    reverse: { name: "Backwards through the graph", how: "the way a neural network computes it" },
    difference: {
      name: "Two points close together",
      how: (step: string): string => `(h(x + s) − h(x − s)) / 2s with s = ${step}`,
    },
  },
  agree: "The three agree. Digits in grey are where rounding begins.",
  reasons: {
    undefined: "There is no value here, so there is no slope either.",
    kink: "The curve has a kink here: the slope left of it and the slope right of it differ. The formula follows a convention.",
    rounding:
      "They differ more than usual. The curve bends so sharply here, or its values are so large, that two close points cannot show the slope.",
  },
};
