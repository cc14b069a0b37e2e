/** Words of the figures about programs and their gradients. `$...$` is LaTeX (see kit/rich-text). */
export const graph = {
  label: "The network as a graph, from the inputs to the cost",
  labelFormula: "The formula as a graph, from its inputs to its value",
  phases: { forward: "Forward", loss: "Loss", backward: "Backward", tangent: "Forward mode", update: "Update" },
  start: "The inputs and the parameters are given. Everything else is still empty: it has not been computed yet.",
  startFormula: "The inputs are given. Everything else is still empty: it has not been computed yet.",
  startPhase: "Start",
  forward: (symbol: string, formula: string, numbers: string, value: string): string =>
    `Compute $${symbol}$ from what it is made of: $${symbol} = ${formula} = ${numbers} = ${value}$`,
  loss: (symbol: string, formula: string, numbers: string, value: string): string =>
    `The answer is compared with the data. The cost is $${symbol} = ${formula} = ${numbers} = ${value}$`,
  seed: (cost: string): string =>
    `Now backward. When $${cost}$ grows by a little, $${cost}$ grows by as much: $\\frac{\\partial ${cost}}{\\partial ${cost}} = 1$`,
  backward: (parts: {
    of: string;
    from: string;
    cost: string;
    upstream: string;
    local: string;
    result: string;
  }): string =>
    `The gradient at $${parts.from}$ flows back along one link to $${parts.of}$, and is multiplied by that link: ` +
    `$${partial(parts.cost, parts.of)} = ${product(parts.cost, parts.from, parts.of)} = ${parts.upstream} \\cdot ${parts.local} = ${parts.result}$`,
  firstBackward: (parts: {
    of: string;
    from: string;
    cost: string;
    upstream: string;
    local: string;
    result: string;
  }): string =>
    `The last link of the network is the first on the way back: ` +
    `$${partial(parts.cost, parts.of)} = ${product(parts.cost, parts.from, parts.of)} = ${parts.upstream} \\cdot ${parts.local} = ${parts.result}$`,
  fork: (parts: { of: string; from: string; cost: string; contribution: string; result: string }): string =>
    `A second way leads from $${parts.of}$ to $${parts.cost}$, through $${parts.from}$. Its share, $${parts.contribution}$, is added: ` +
    `$${partial(parts.cost, parts.of)} = ${parts.result}$`,
  tangentSeed: (by: string): string =>
    `Now the derivatives go forward too, all of them by $${by}$. When $${by}$ grows by a little, $${by}$ grows by as much: ` +
    `$${partial(by, by)} = 1$`,
  tangent: (parts: { of: string; from: string; by: string; arrived: string; local: string; result: string }): string =>
    `The change moves on along the link from $${parts.from}$ to $${parts.of}$, and is multiplied by that link: ` +
    `$${partial(parts.of, parts.by)} = ${partial(parts.of, parts.from)} \\cdot ${partial(parts.from, parts.by)} = ` +
    `${parts.local} \\cdot ${parts.arrived} = ${parts.result}$`,
  tangentFork: (parts: { of: string; from: string; by: string; contribution: string; result: string }): string =>
    `A second way leads from $${parts.by}$ to $${parts.of}$, through $${parts.from}$. Its share, $${parts.contribution}$, is added: ` +
    `$${partial(parts.of, parts.by)} = ${parts.result}$`,
  update: (parts: {
    of: string;
    cost: string;
    before: string;
    rate: string;
    gradient: string;
    after: string;
  }): string =>
    `A step against the gradient: $${parts.of} \\leftarrow ${parts.of} - \\eta \\, ${partial(parts.cost, parts.of)} = ` +
    `${parts.before} - ${parts.rate} \\cdot ${parts.gradient} = ${parts.after}$`,
  legend: "Solid lines carry values forward, dashed lines carry gradients back. Point at a card or at a link.",
  legendAhead: "Solid lines carry values, dashed lines carry derivatives, both forward. Point at a card or at a link.",
  aboutNode: (symbol: string, formula: string): string =>
    symbol === formula ? `$${symbol}$` : `$${symbol} = ${formula}$`,
  aboutEdge: (symbol: string, formula: string, value: string): string =>
    value ? `The link $${symbol} = ${formula} = ${value}$` : `The link $${symbol} = ${formula}$, not computed yet`,
  given: (symbol: string): string => `$${symbol}$ is given`,
  spokenCard: (name: string, value: string, gradient: string): string =>
    `${name}: ${value ? `value ${value}` : "value not computed yet"}, ${gradient ? `gradient ${gradient}` : "gradient not computed yet"}`,
  spokenTangentCard: (name: string, value: string, slope: string): string =>
    `${name}: ${value ? `value ${value}` : "value not computed yet"}, ${slope ? `derivative ${slope}` : "derivative not computed yet"}`,
  spokenEdge: (to: string, from: string, local: string): string =>
    `Link from ${from} to ${to}: local derivative ${local || "not computed yet"}`,
  becomes: (after: string): string => `→ ${after}`,
  tableSummary: "The same as a table",
  table: {
    name: "Node",
    value: "Value",
    links: "Local derivatives",
    gradient: "Gradient",
    tangent: (by: string): string => `Derivative by ${by}`,
    whole: "All nodes with their numbers",
  },
  notYet: "not computed yet",
};

/** The numbers of the small network. */
export const names = {
  x: "x, the input",
  y: "y, the right answer",
  w1: "w1, weight of the inner node",
  b1: "b1, bias of the inner node",
  w2: "w2, weight of the output node",
  b2: "b2, bias of the output node",
};

export const gradients = {
  label: (name: string): string => `The derivative of the cost by ${name} as a product of links`,
  shared: (delta: string, value: string): string => `$${delta} = ${value}$`,
  again: (delta: string): string => `$${delta}$, used again`,
};

export const proofs = {
  caption: "Each number, computed three times",
  parameter: "Derivative",
  spoken: (name: string): string => `Derivative of J by ${name}`,
  symbolic: "Formula",
  reverse: "Graph",
  difference: "Nudge",
  agree: "All three agree.",
  disagree: {
    undefined: "There is no value here.",
    kink: "There is a kink here.",
    rounding: "The nudge is too coarse here.",
  },
};

export const factors = {
  label: (name: string): string => `The factors of the derivative by ${name}, and their product`,
};

export const descent = {
  rate: "learning rate eta",
  take: "Take this step",
  undo: "Undo",
  parameter: "Parameter",
  before: "Old value",
  gradient: "Gradient",
  after: "New value",
  now: "Cost now",
  predicted: "Predicted after the step",
  got: "Got after the step",
  caption: "One step of gradient descent",
  taken: (count: number): string => (count === 1 ? "1 step taken" : `${count} steps taken`),
  fell: "The cost falls, as the gradient promised.",
  rose: "The cost rises: the step is too long, the slope has changed on the way. Try a smaller learning rate.",
  flat: "The cost hardly changes: the gradient is almost zero here.",
  atLimit: "This step would lead a parameter beyond the end of its slider. It will stop there.",
};

function partial(of: string, by: string): string {
  return `\\frac{\\partial ${of}}{\\partial ${by}}`;
}

function product(cost: string, from: string, of: string): string {
  return `${partial(cost, from)} \\cdot ${partial(from, of)}`;
}
