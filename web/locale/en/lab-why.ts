/** The laboratory: comparing runs, and why a network learns well or badly. `$...$` is LaTeX. */
export const en = {
  compare: {
    keep: "Keep this run for comparison",
    keepInstead: "Keep this run instead",
    kept: "This run is kept. Change what you like; both curves are shown.",
    swap: "Go back to the kept run",
    forget: "Forget the kept run",
    forgotten: "The kept run is forgotten.",
    none: "Nothing is kept yet. Keep this run, then change a setting and train again: both curves stand in one picture, and one press brings this run back as it was.",
    present: "this run",
    picture: "The cost of both runs, batch by batch.",
    says: (present: string, batches: number, other: string, otherBatches: number): string =>
      `This run: ${present} after ${batches} batches. Kept run: ${other} after ${otherBatches} batches.`,
    table: "What differs between the runs",
    after: (batches: number): string => `Cost after ${batches} batches`,
    now: "Cost at its end",
    apart: "Cost, set apart",
    batches: "Batches",
    noDifference: "The settings are the same.",
    empty: "no inner layer",
    points: (count: number): string => `${count} points`,
    legend:
      "The cost J by the count of batches. Solid: this run. Dashed: the kept one, with its weights and its past. “Go back” lets the two change places, so that neither is lost.",
    branch: (epoch: string): string => `Go on from epoch ${epoch} with …`,
    goOn: "Go on from here",
    branchSays:
      "The weights of this moment stay, the optimiser’s memory begins empty, and the run as it is now is kept for comparison. Batches of another size are counted anew.",
  },

  why: {
    title: "See why",
    lead: "Why does it learn well, or badly? Each of these asks the network at the moment that you look at. Open what you want to know.",
    waits: (epoch: string): string =>
      `This shows epoch ${epoch}. It stands still while the network trains, and catches up when you pause.`,
    parameter: {
      node: (unit: number, layer: number): string => `node ${unit} in layer ${layer}`,
      output: (unit: number): string => (unit === 1 ? "the output" : `output ${unit}`),
      of: (parameter: string, node: string): string => `${parameter} of ${node}`,
    },
    panels: {
      compare: {
        title: "How would it go with other settings?",
        asks: "Keep this run beside the next one, or go on from this moment with another optimiser.",
      },
      health: {
        title: "How strong is the gradient in each layer?",
        asks: "Dead nodes, flat slopes, gradients that vanish or explode.",
      },
      place: {
        title: "What does it answer at a place, and why?",
        asks: "The calculation of every node, in symbols and numbers.",
      },
      landscape: {
        title: "What does the cost look like from here?",
        asks: "The landscape over two of its weights, with the path so far.",
      },
      line: {
        title: "How long should the next step be?",
        asks: "The cost along the gradient, for every learning rate at once.",
      },
      race: {
        title: "Which optimiser gets on best from here?",
        asks: "A race from these weights, on the same points.",
      },
    },

    health: {
      caption: "Size of the gradient in each layer (root mean square of ∂J/∂w)",
      layer: "Layer",
      output: "output",
      gradient: "Gradient",
      finding: "Finding",
      findings: { dead: "half dead", saturated: "saturated", vanishing: "vanished", exploding: "exploded" },
      noFinding: "no finding",
      theLayer: (index: number): string => `Layer ${index}`,
      theOutput: "The output",
      verdicts: {
        zero: () =>
          "The first layer’s gradient is exactly 0: the next step does not move it, whatever the learning rate. Weights of 0, or nodes that are all dead, pass nothing back.",
        vanishes: (first: string, ratio: string, factor: string) =>
          `The gradient vanishes on its way back. In the first layer it is ${first}; in the output it is ${ratio} times as large. Each layer multiplies it by about ${factor}. While the output learns, the first layer hardly moves.`,
        explodes: (first: string, ratio: string, factor: string) =>
          `The gradient explodes on its way back. In the first layer it is ${first}, ${ratio} times that of the output. Each layer multiplies it by about ${factor}. A learning rate that suits the output throws the first layer far away.`,
        tiny: (first: string) =>
          `The gradient is tiny in all layers, ${first} in the first. Either the network has arrived where it is flat, or its nodes sit where their slopes are flat.`,
        huge: (first: string) =>
          `The gradient is huge in all layers, ${first} in the first. An ordinary learning rate is too long a step.`,
        steady: (first: string, _ratio: string, factor: string) =>
          `All is well on the way back: the first layer’s gradient is ${first}, and each layer multiplies it by about ${factor}. One learning rate can serve all layers.`,
      },
      because: {
        dead: (layer: string, dead: number, units: number) =>
          `${layer}: ${dead} of ${units} nodes are dead. Their slope is 0 for every point, so nothing can wake them by learning. Smaller steps from a new start help, or an activation that has a slope below zero, such as leaky-relu.`,
        saturated: (layer: string, _dead: number, _units: number, share: string) =>
          `${layer}: in ${share} % of the cases the slope is below a twentieth of the steepest. The node has made up its mind, and hardly learns. That is fine at the end of a training, and bad at its beginning: start with smaller weights.`,
        vanishing: (layer: string) =>
          `${layer}: its gradient is less than a thousandth of the output’s. Try tanh or relu in place of sigmoid, fewer layers, or an optimiser that measures each weight by itself, such as Adam.`,
        exploding: (layer: string) =>
          `${layer}: its gradient is more than a thousand times the output’s. Start with smaller weights (Xavier, He).`,
      },
      table: "What the layers do with the points",
      activations: "Activations",
      weights: "Size of weights",
      flat: "Flat slopes",
      dead: "Dead nodes",
      of: (part: number, whole: number): string => `${part} of ${whole}`,
      legend:
        "Over all points that are learned from. Activations: mean ± deviation. Size of weights: root mean square. Flat: the share of nodes and points where the slope is below 5 % of the steepest. Dead: slope 0 for every point.",
    },

    line: {
      length: "How far to look",
      auto: "As far as needed",
      picture: "The cost after one step against the gradient, by the learning rate",
      slope: "slope at 0",
      handle: "Learning rate to try",
      handleText: (rate: string, cost: string): string => `η = ${rate}: cost ${cost} after the step`,
      step: {
        falls: (rate: string, before: string, after: string): string =>
          `With $\\eta = ${rate}$ the cost falls from $${before}$ to $${after}$.`,
        rises: (rate: string, before: string, after: string): string =>
          `With $\\eta = ${rate}$ the cost rises from $${before}$ to $${after}$: the step is too long, it lands on the other side.`,
      },
      promise: (slope: string, promised: string): string =>
        `The slope at 0 is $${slope}$, minus the square of the gradient’s length. A straight line with it would lead to $${promised}$.`,
      best: (rate: string, cost: string): string =>
        `The lowest cost on this line is $${cost}$, at $\\eta = ${rate}$. But it is the best for this one step alone.`,
      flat: "On this line no step makes the cost smaller. Look closer, or it is the bottom.",
      product: (unit: number, layer: number): string =>
        `For the weight $w_1$ of node ${unit} in layer ${layer}, the step is the learning rate times the slope:`,
      take: (rate: string): string => `Learn on with η = ${rate}`,
      taken: (rate: string): string => `The learning rate is ${rate} now.`,
      back: (rate: string): string => `Back to ${rate}`,
      caveat: (batch: number, all: number, plain: boolean): string =>
        [
          batch < all
            ? `This line follows the gradient over all ${all} points. The next update will look at ${batch} of them, so its direction is a little different.`
            : "This line follows the gradient over all points, as the next update will.",
          plain ? "" : "The optimiser that is chosen bends the step; the line is that of plain gradient descent.",
          "L1 and L2 are left out.",
        ]
          .filter(Boolean)
          .join(" "),
    },

    landscape: {
      across: "Across",
      up: "Upward",
      closer: "Closer",
      wider: "Wider",
      take: "Put the network here",
      stands: "The network stands at",
      asked: "You point at",
      chosen: (across: string, up: string): string => `Across: ${across}. Upward: ${up}.`,
      place: (across: string, x: string, up: string, y: string, cost: string): string =>
        `${across} = ${x}, ${up} = ${y}, cost ${cost}`,
      handle: (across: string, up: string): string =>
        `A place on the map: ${across} and ${up}, moved with the arrow keys`,
      picture: (across: string, up: string, low: string, high: string): string =>
        `The cost over ${across} and ${up} as a map, from ${low} to ${high}: lines join places of equal cost, darker means higher`,
      edges: (across: string, up: string): string =>
        `The network. Across stands for ${across}, upward for ${up}. The lists choose other ones.`,
      nextAcross: "Press a line (a weight) or a node (its bias) to lay it across.",
      nextUp: "Press another line or node to lay it upward.",
      legend:
        "All other weights stay what they are at this moment. The line through the dot joins the places that cost as much as this one. The path is where these two weights were before; the other weights were different then, so an earlier stop need not cost what the map says there.",
    },

    race: {
      rates: "Learning rate",
      ways: { same: "The same for all", best: "Each its best" },
      epochs: "Epochs",
      who: "Who takes part",
      optimiser: "Optimiser",
      cost: "Cost",
      lost: "diverged",
      goOn: "Go on",
      goOnWith: (name: string): string => `Go on from here with ${name}`,
      picture: "The cost of each optimiser, epoch by epoch.",
      running: (percent: string): string => `They are running: ${percent} %.`,
      first: (name: string, cost: string, rate: string, epochs: number): string =>
        `After ${epochs} ${epochs === 1 ? "epoch" : "epochs"} ${name} is lowest, with a cost of ${cost} at η = ${rate}.`,
      second: (name: string, cost: string): string => `${name} is next, with ${cost}.`,
      diverged: (names: readonly string[]): string => `Diverged: ${names.join(", ")}.`,
      nobody: "None of them has come anywhere.",
      sameLegend:
        "The cost J, epoch by epoch. All start with the weights of this moment and with an empty memory, and see the same batches in the same order. The same η is not the same step: Adam and RMSProp divide by the size of the gradient, so they want a smaller one. Try “Each its best”.",
      bestLegend: (rates: string): string =>
        `The cost J, epoch by epoch. All start with the weights of this moment and with an empty memory, and see the same batches in the same order. Each has run with η = ${rates}; shown is the one that ended lowest.`,
    },
  },
};
