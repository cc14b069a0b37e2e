/** What the figures of the lesson "Optimisers and initialisation" say. */
type OptimiserName = "descent" | "momentum" | "rmsprop" | "adam";

export const figures = {
  batches: {
    names: ["One example", "Ten examples", "All 100"],
    short: ["one", "ten", "all"],
    step: "One epoch",
    axis: "Compare after the same number of",
    axes: { epochs: "epochs", updates: "updates" },
    rate: "η, the learning rate of all three",
    plot: "The loss J over all examples, for three sizes of batches.",
    table: "The three runs",
    columns: ["Batch", "Updates", "that made J larger", "J"],
    at: (name: string, loss: string) => `${name}: J = ${loss}`,
    after: (epochs: number, losses: string) => `After ${epochs} ${epochs === 1 ? "epoch" : "epochs"}. ${losses}.`,
  },

  race: {
    names: { descent: "Gradient descent", momentum: "Momentum", rmsprop: "RMSProp", adam: "Adam" },
    map: "The loss J over the weight w and the bias b. It is lowest in a long valley that runs from the upper left to the lower right.",
    outside: (name: string) => `${name}, off the map`,
    start: "Start of the race",
    startAt: (w: string, b: string) => `w = ${w}, b = ${b}`,
    rate: "η, the learning rate of all four",
    table: "Where the four are",
    optimiser: "Optimiser",
    goal: (goal: string) => `Steps to J < ${goal}`,
    at: (name: string, loss: string) => `${name}: J = ${loss}`,
    after: (steps: number, losses: string) => `After ${steps} ${steps === 1 ? "step" : "steps"}. ${losses}.`,
    before: (goal: string) =>
      `All four stand at the start, the ring. The strong line is the finish: inside it, J is below ${goal}.`,
    nobody: (steps: number) =>
      `After ${steps} ${steps === 1 ? "step" : "steps"}, nobody has crossed the finish line yet.`,
    arrived: (name: string, steps: number) =>
      `${name} has crossed the finish line after ${steps} ${steps === 1 ? "step" : "steps"}.`,
    missing: (names: readonly string[]) =>
      names.length === 1 ? `${names[0]} is still on its way.` : `Still on their way: ${names.join(", ")}.`,
  },

  rates: {
    caption: (steps: number) => `J after ${steps} steps from the same start`,
    show: (rate: string) => `Show the race with η = ${rate}`,
    lowest: "lowest",
    working: "The races are being run.",
  },

  update: {
    parameter: "Parameter",
    parameters: { w: "w, the weight", b: "b, the bias" },
    next: "Next step",
    where: (step: number) => `Step ${step}`,
    given: (steps: number) => (steps === 0 ? "At the start" : `After ${steps} ${steps === 1 ? "step" : "steps"}`),
    names: {
      w: "the weight",
      b: "the bias",
      g: "its gradient",
      eta: "learning rate",
      s: "remembered",
      mu: "how much of it is kept",
      alpha: "how much of it is kept",
      epsilon: "against division by 0",
      m: "remembered: gradient",
      v: "remembered: its square",
      beta1: "how much of m is kept",
      beta2: "how much of v is kept",
      t: "number of the step",
    },
    says: {
      descent: { w_new: "One step against the gradient." },
      momentum: {
        s_new: "Keep most of what is remembered, and add the new gradient.",
        w_new: "One step against that sum.",
      },
      rmsprop: {
        s_new: "A running mean of the squared gradient: mostly the old one, a little of the new.",
        w_new: "One step against the gradient, divided by the root of that mean.",
      },
      adam: {
        m_new: "A running mean of the gradient.",
        v_new: "A running mean of its square.",
        mhat: "$m$ and $v$ started at 0, so they are too small at first. Dividing by this makes up for it.",
        vhat: "The same for the square.",
        w_new: "One step against the mean gradient, divided by the root of the mean square.",
      },
    } as Readonly<Record<OptimiserName, Readonly<Record<string, string>>>>,
    proof: (parameter: string, trained: string, same: boolean) =>
      same
        ? `✓ The network’s own training makes $${parameter}$ = ${trained} in this step: the same number, to twelve digits.`
        : `The network’s own training makes $${parameter}$ = ${trained} in this step, which is not the same number.`,
  },

  symmetry: {
    starts: { zeros: "All zeros", equal: "All 0.5", random: "Drawn at random" },
    step: "One epoch",
    at: (name: string, loss: string) => `${name}: J = ${loss}`,
    after: (epochs: number, losses: string) => `After ${epochs} ${epochs === 1 ? "epoch" : "epochs"}. ${losses}.`,
    plane: (name: string, loss: string) =>
      `What the network answers over the plane, with the points of both kinds. Start: ${name}. J = ${loss}.`,
    nodes: "The four hidden nodes",
    node: "Node",
    columns: [
      { tex: "w_{x_1}", label: "weight of x1" },
      { tex: "w_{x_2}", label: "weight of x2" },
      { tex: "b", label: "bias" },
      { tex: "w_{\\hat{y}}", label: "weight towards the output" },
    ],
    finding: (epochs: number, { spread, moved, spreadText }: { spread: number; moved: number; spreadText: string }) => {
      if (epochs === 0) return spread === 0 ? "All four nodes are the same." : "All four nodes are different.";
      if (spread > 0) return `The largest difference between two nodes in one column is ${spreadText}.`;
      if (moved === 0) return "No number of the four nodes has moved. Only the bias of the output has.";
      return "The numbers have moved, but all four nodes are still exactly the same. The difference between them is 0.";
    },
    legend:
      "Squares: points with y = 0. Circles: points with y = 1. The line is where the network cannot decide. The columns of the tables: each node’s weights of both inputs, its bias, and the weight that carries its answer to the output.",
  },

  health: {
    activation: "Activation of the hidden layers",
    activations: { sigmoid: "Sigmoid", tanh: "tanh", relu: "ReLU" },
    start: "How the first weights are drawn",
    starts: { zeros: "Zeros", small: "Small, 0.1", large: "Large, 2", xavier: "Xavier", he: "He" },
    depth: "L, hidden layers",
    redraw: "Draw again",
    caption: "Size of the gradient in each layer (root mean square of ∂J/∂w)",
    layer: "Layer",
    output: "output",
    gradient: "Gradient",
    finding: "Finding",
    findings: { dead: "half dead", saturated: "saturated", vanishing: "vanished", exploding: "exploded" },
    noFinding: "no finding",
    verdicts: {
      zero: () =>
        "The first layer’s gradient is exactly 0. The next step does not move it, whatever the learning rate. With weights of 0, nothing is passed back through them.",
      vanishes: (ratio: string, first: string, factor: string) =>
        `The gradient vanishes on its way back: the first layer’s is ${first}, and the last one’s is ${ratio} times as large. Each layer multiplies it by about ${factor}. A learning rate that suits the last layer leaves the first ones where they are.`,
      explodes: (ratio: string, first: string, factor: string) =>
        `The gradient explodes on its way back: the first layer’s is ${first}, which is ${ratio} times the last one’s. Each layer multiplies it by about ${factor}. A learning rate that suits the last layer throws the first ones far away.`,
      tiny: (_ratio: string, first: string) =>
        `The gradient is tiny in all layers, ${first} in the first. Here the signal fades already on its way forward: the activations shrink from layer to layer, and each gradient is a product with one of them.`,
      huge: (_ratio: string, first: string) =>
        `The gradient is huge in all layers, ${first} in the first. Here the signal grows already on its way forward, and the error grows with it. No ordinary learning rate is small enough.`,
      steady: (_ratio: string, first: string, factor: string) =>
        `First and last layer are within a hundredfold of each other: the first one’s gradient is ${first}, and each layer multiplies it by about ${factor}. One learning rate can serve them all.`,
    },
  },
};
