/** The laboratory. `$...$` is LaTeX. */
export const en = {
  question: "Build a network of your own. Watch it learn. Then ask any of its numbers where it came from.",
  first:
    "Press *Play*. The colours are the network’s answer at each place, the line is where it cannot decide. Stop it when you like, press one of its nodes, and read below how that node got its numbers.",

  presets: "Begin with",
  preset: {
    first: "Circles, 2-4-2-1",
    xor: "Xor, with two nodes",
    line: "Two clouds, no inner layer",
    spiral: "Spirals, with Adam",
    squares: "Circles by two squares, no inner layer",
    three: "Three classes",
    curve: "A curve through points (one input)",
    hill: "A hill to be met (regression)",
    zeros: "All weights 0: it never learns",
    deep: "Six layers of sigmoids: gradients vanish",
    explodes: "Steps too long: it explodes",
  },
  ownChoice: "Your own choice",

  data: {
    title: "Data",
    set: "Points",
    sets: {
      circles: "Circles",
      xor: "Xor",
      moons: "Moons",
      gaussians: "Two clouds",
      spiral: "Spirals",
      "three-gaussians": "Three clouds",
      line: "Line (one input)",
      sine: "Sine (one input)",
      step: "Step (one input)",
      plane: "Plane (numbers)",
      hill: "Hill (numbers)",
      rule: "By a rule",
      own: "Your own",
    },
    noise: "Noise",
    count: "How many",
    test: "Set apart, %",
    seed: "Seed",
    seedHint: "The same seed gives the same points, the same first weights, the same run.",
    apart:
      "Rings, or the small points of a picture with numbers, are set apart: the network does not learn from them. They show how it does on what it has not seen.",
  },

  layers: {
    title: "Network",
    units: (index: number): string => `Nodes in layer ${index}`,
    activation: (index: number): string => `Activation of layer ${index}`,
    nodes: (index: number): string => `Layer ${index}: nodes`,
    activationLabel: "Activation",
    more: (index: number): string => `One node more in layer ${index}`,
    fewer: (index: number): string => `One node fewer in layer ${index}`,
    remove: (index: number): string => `Remove layer ${index}`,
    add: "Add a layer",
    output: (activation: string, units: number): string =>
      units === 1
        ? `The output has one node with ${activation}.`
        : `The output has ${units} nodes with ${activation}, one for each class.`,
    start: "First weights",
    says: {
      tanh: "An S from -1 to 1.",
      sigmoid: "An S from 0 to 1. Its slope is at most $\\frac{1}{4}$.",
      relu: "0 below zero, z above. Slope 0 or 1; at 0 the slope counts as 0.",
      "leaky-relu": "As relu, with slope 0.01 below zero: it cannot die.",
      elu: "As relu, with a soft bend below zero.",
      softplus: "A relu without the corner.",
      swish: "$z\\,\\sigma(z)$: dips a little below zero.",
      gelu: "$z$ times the chance that a normal number is smaller.",
      linear: "No bend at all. Layers of these are one layer.",
    },
    starts: {
      "xavier-uniform": "Xavier, uniform",
      "xavier-normal": "Xavier, normal",
      "he-uniform": "He, uniform",
      "he-normal": "He, normal",
      uniform: "Uniform, -0.5 to 0.5",
      normal: "Normal, deviation 0.5",
      constant: "All 0.5",
      zeros: "All 0",
    },
  },

  learning: {
    title: "Learning",
    loss: "Cost",
    losses: {
      "half-squared": "Half the square",
      squared: "The square",
      "binary-cross-entropy": "Cross-entropy",
      huber: "Huber",
    },
    formulas: {
      "half-squared": "J = \\tfrac{1}{2}(\\hat{y} - y)^2",
      squared: "J = (\\hat{y} - y)^2",
      "binary-cross-entropy": "J = -y\\log\\hat{y} - (1 - y)\\log(1 - \\hat{y})",
      "softmax-cross-entropy": "J = -\\sum_k y_k\\log\\hat{y}_k",
      huber: "J = \\tfrac{1}{2}(\\hat{y} - y)^2 \\text{ up to } |\\hat{y} - y| = 1, \\text{ then a line}",
    },
    summed: "summed over the outputs",
    mean: "and the mean of it over the batch.",
    optimizer: "Optimiser",
    optimizers: {
      "gradient-descent": "Gradient descent",
      momentum: "Momentum",
      nesterov: "Nesterov",
      adagrad: "AdaGrad",
      rmsprop: "RMSProp",
      adam: "Adam",
      adamw: "AdamW",
    },
    says: {
      "gradient-descent": "A step of $\\eta$ times the gradient, downhill.",
      momentum: "Keeps some of the last step: rolls through flat stretches.",
      nesterov: "Momentum that looks ahead before it turns.",
      adagrad: "Each weight has its own step, which shrinks as its gradients add up.",
      rmsprop: "Divides by how large the gradient has been lately.",
      adam: "Momentum and RMSProp together.",
      adamw: "Adam with weight decay apart from the gradient.",
    },
    rate: "Learning rate η",
    batch: "Batch",
    l1: "L1",
    l2: "L2",
    penalties: "L1 and L2 pull the weights towards 0, so that the line stays smooth.",
  },

  speed: "Speed",
  slow: "Slow motion",
  oneEpoch: "One epoch",
  newStart: "New start",
  network: "The network. Press a node or a line to ask about it.",
  networkSlowly:
    "The network in slow motion: each event of the next update. To ask about a node or a line, choose another speed.",
  planeHeld: "The answer at each place. Press one to see how it is made.",
  plane: "The answer at each place. Press one to see how it is made; drag a point to move it.",

  time: {
    title: "Time",
    label: "A moment of the run, in epochs",
    now: "now",
    past: (epoch: string): string =>
      `You look at epoch ${epoch}. Everything here shows that moment. Press Play to go on from it: what came after it is forgotten.`,
    back: "Back to now",
  },

  opened: "The network of the file is open.",
  damaged: (keys: readonly string[]): string =>
    `Some settings of the file could not be read: ${keys.join(", ")}. The usual ones stand in their place.`,

  nodes: {
    inner: (unit: number, layer: number): string => `node ${unit} of layer ${layer}`,
    output: "the output",
    outputOf: (name: string): string => `the output for class ${name}`,
  },
};
