/** The glossary's terms about networks and learning, and the conventions. See `glossary.ts`. */
interface Term {
  term: string;
  also?: readonly string[];
  means: string;
}

export const networkTerms = {
  input: { term: "input", also: ["inputs"], means: "A number that the network is given." },
  target: { term: "target", means: "The right answer for an input: what the network should say." },
  weight: {
    term: "weight",
    also: ["weights"],
    means: "A number that scales what comes in along one edge. Learning means changing the weights and biases.",
  },
  bias: {
    term: "bias",
    also: ["biases"],
    means: "A number that is added to the weighted sum. It moves the place where the node begins to react.",
  },
  preActivation: {
    term: "pre-activation",
    also: ["pre-activations"],
    means: "The weighted sum of what comes into a node, plus its bias, before it is bent.",
  },
  activation: {
    term: "activation",
    also: ["activations"],
    means: "What a node gives on: its pre-activation, bent by the activation function.",
  },
  sigmoid: {
    term: "sigmoid",
    means: "An activation function that turns any number into one between 0 and 1, as a smooth step.",
  },
  sigmoidSlope: {
    term: "slope of the sigmoid",
    means: "Largest at 0, where it is $\\frac{1}{4}$. Far from 0 the curve is flat, and the slope nearly 0.",
  },
  tanh: {
    term: "hyperbolic tangent",
    means: "An activation function with the shape of the sigmoid that runs from $-1$ to 1.",
  },
  relu: {
    term: "rectified linear unit",
    means: "An activation function that lets positive numbers pass and makes negative ones 0. Its slope is 1 or 0.",
  },
  answer: {
    term: "answer",
    also: ["prediction"],
    means: "What the network says, spoken “y hat”: the activation of its last node.",
  },
  cost: {
    term: "cost",
    also: ["loss"],
    means: "How far the answer is off, as one number. Training makes it smaller. Other books call it the loss.",
  },
  parameter: {
    term: "parameter",
    also: ["parameters"],
    means: "A number inside the network that training may change: a weight or a bias.",
  },
  layer: { term: "layer", also: ["layers"], means: "Nodes that are computed side by side from the same values." },
  fullyConnected: {
    term: "fully connected",
    means: "Each node of a layer gets the activations of all nodes of the layer before it.",
  },
  matrix: {
    term: "weight matrix",
    also: ["matrix"],
    means:
      "The weights of a layer as a table: one row for each node of the layer, one column for each number that comes in.",
  },
  transposed: {
    term: "transposed matrix",
    also: ["transposed"],
    means: "The same table with rows and columns exchanged. On the way back each weight is passed from its other end.",
  },
} satisfies Record<string, Term>;

export const learningTerms = {
  gradient: {
    term: "gradient",
    also: ["gradients"],
    means:
      "The derivatives of the cost by all parameters together. The gradient of one node is the derivative of the cost by it.",
  },
  descent: {
    term: "gradient descent",
    also: ["descent"],
    means: "Each parameter takes a step against its derivative, again and again, so that the cost falls.",
  },
  learningRate: {
    term: "learning rate",
    means: "How long the steps are, spoken “eta”. Too small is slow, too large overshoots.",
  },
  contour: {
    term: "contour",
    also: ["contours"],
    means: "A line along which the cost is the same, as on a map. The gradient stands at right angles to it.",
  },
  divergence: {
    term: "divergence",
    also: ["diverges", "diverge"],
    means: "Steps so long that each one overshoots by more than the last, so that the cost grows without bound.",
  },
  batch: {
    term: "batch",
    also: ["batches", "mini-batch", "mini-batches"],
    means: "The examples that one update looks at. It follows the mean of their gradients.",
  },
  epoch: { term: "epoch", also: ["epochs"], means: "Once through all training examples." },
  stochastic: {
    term: "stochastic gradient descent",
    means: "Gradient descent that looks at one example, or a few, for each step. The steps are rough but cheap.",
  },
  momentum: {
    term: "momentum",
    means:
      "A step that keeps a part of the last one, as a rolling ball does. Swings to and fro cancel, a steady slope adds up.",
  },
  rmsprop: {
    term: "RMSProp",
    means:
      "Divides each step by the usual size of that parameter’s gradient, so that steep and flat directions advance alike.",
  },
  adam: {
    term: "Adam",
    means: "Momentum and the division of RMSProp together, with a correction for the first steps.",
  },
  initialiser: {
    term: "initialiser",
    also: ["initialisation", "Xavier", "He"],
    means:
      "How the parameters are chosen before training begins. Xavier and He choose their spread so that values and gradients keep their size from layer to layer.",
  },
  symmetry: {
    term: "symmetry",
    means:
      "Nodes that start with the same weights get the same gradients and stay the same for ever. Random weights break it.",
  },
  saturation: {
    term: "saturation",
    also: ["saturated"],
    means:
      "A node whose pre-activation lies where its activation function is flat. Hardly a gradient passes through it.",
  },
  vanishing: {
    term: "vanishing gradient",
    also: ["vanish", "vanishes", "vanished"],
    means: "A product of many links below 1 is nearly 0, so that the first layers hardly learn.",
  },
  exploding: {
    term: "exploding gradient",
    also: ["explode", "exploded"],
    means: "A product of many links above 1 is huge, so that one step throws the parameters far away.",
  },
} satisfies Record<string, Term>;

export const conventionTerms = {
  half: {
    term: "the half in the cost",
    means:
      "It cancels the 2 that comes down when the square is derived. It changes the size of $J$, not the place where it is smallest.",
  },
  mean: {
    term: "mean over the batch",
    means:
      "The cost of several examples is the mean of their costs, and so is the gradient. A larger batch does not make longer steps.",
  },
  atKink: {
    term: "derivative at a kink",
    means:
      "Where the slope jumps, a convention decides: $\\mathrm{relu}$ and $|x|$ count as flat at 0. Where several share a maximum, they share its slope.",
  },
  notYet: {
    term: "empty, not zero",
    means: "What is not computed yet is left empty. A 0 on this page is always a result.",
  },
  noPath: {
    term: "the cost by itself",
    means:
      "The way back begins with the derivative of the cost by itself, which is 1. Where no path leads to the cost, the derivative is 0.",
  },
} satisfies Record<string, Term>;
