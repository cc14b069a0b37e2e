/**
 * The terms and symbols of the course in the order in which it introduces them: where, with which symbol and formula,
 * and in which colour. What they mean stands in the locale under the same ids.
 */
import type { Role } from "../../kit/colours";
import type { LessonId } from "../../lessons/course";

export interface Entry {
  /** Where it is introduced. */
  lesson: LessonId;
  /** LaTeX, as all formulas. */
  symbol?: string;
  formula?: string;
  role?: Role;
}

export const groups = {
  derivatives: {
    slope: { lesson: "derivatives", formula: "\\frac{\\Delta f}{\\Delta x}", role: "derivative" },
    secant: { lesson: "derivatives", formula: "\\frac{f(x + h) - f(x)}{h}" },
    tangent: { lesson: "derivatives", formula: "f(x_0) + f'(x_0)\\,(x - x_0)", role: "derivative" },
    limit: { lesson: "derivatives", symbol: "\\lim" },
    derivative: {
      lesson: "derivatives",
      symbol: "f'(x)",
      formula: "\\frac{df}{dx} = \\lim_{h \\to 0} \\frac{f(x + h) - f(x)}{h}",
      role: "derivative",
    },
    kink: { lesson: "derivatives", formula: "|x|" },
    logarithm: { lesson: "derivatives", symbol: "\\log", formula: "\\frac{d}{dx} \\log x = \\frac{1}{x}" },
    radian: { lesson: "chain-rule" },
  },
  chain: {
    nudge: { lesson: "chain-rule", symbol: "dx", role: "derivative" },
    inner: { lesson: "chain-rule", symbol: "u", formula: "u = g(x)", role: "value" },
    outer: { lesson: "chain-rule", symbol: "f", formula: "h = f(u)", role: "value" },
    innerDerivative: { lesson: "chain-rule", formula: "\\frac{du}{dx}", role: "derivative" },
    outerDerivative: { lesson: "chain-rule", formula: "\\frac{dh}{du}", role: "derivative" },
    chainRule: {
      lesson: "chain-rule",
      formula: "\\frac{dh}{dx} = \\frac{dh}{du} \\cdot \\frac{du}{dx}",
      role: "derivative",
    },
    link: { lesson: "chain-rule", role: "derivative" },
    proof: { lesson: "chain-rule", formula: "\\frac{h(x + s) - h(x - s)}{2 s}" },
  },
  network: {
    input: { lesson: "small-network", symbol: "x", role: "data" },
    target: { lesson: "small-network", symbol: "y", role: "data" },
    weight: { lesson: "small-network", symbol: "w", formula: "z = w\\,x + b", role: "parameter" },
    bias: { lesson: "small-network", symbol: "b", formula: "z = w\\,x + b", role: "parameter" },
    preActivation: { lesson: "small-network", symbol: "z", formula: "z_1 = w_1 x + b_1", role: "value" },
    activation: { lesson: "small-network", symbol: "a", formula: "a_1 = \\sigma(z_1)", role: "value" },
    sigmoid: { lesson: "small-network", symbol: "\\sigma", formula: "\\sigma(z) = \\frac{1}{1 + e^{-z}}" },
    sigmoidSlope: {
      lesson: "small-network",
      symbol: "\\sigma'",
      formula: "\\sigma'(z) = \\sigma(z)\\,(1 - \\sigma(z))",
    },
    tanh: { lesson: "small-network", symbol: "\\tanh", formula: "\\tanh'(z) = 1 - \\tanh^2 z" },
    relu: { lesson: "derivatives", symbol: "\\mathrm{relu}", formula: "\\mathrm{relu}(z) = \\max(0, z)" },
    answer: { lesson: "small-network", symbol: "\\hat{y}", formula: "\\hat{y} = \\sigma(z_2)", role: "value" },
    cost: { lesson: "small-network", symbol: "J", formula: "J = \\tfrac{1}{2}\\,(\\hat{y} - y)^2", role: "cost" },
    parameter: { lesson: "small-network", role: "parameter" },
    layer: { lesson: "backpropagation" },
    fullyConnected: { lesson: "backpropagation" },
    matrix: { lesson: "backpropagation", symbol: "W", formula: "z = W x + b", role: "parameter" },
    transposed: { lesson: "backpropagation", symbol: "W^{\\mathsf{T}}" },
  },
  graph: {
    program: { lesson: "small-network" },
    node: { lesson: "small-network" },
    edge: { lesson: "small-network" },
    forward: { lesson: "small-network" },
    backward: { lesson: "small-network", role: "derivative" },
    partial: { lesson: "small-network", symbol: "\\frac{\\partial J}{\\partial w}", role: "derivative" },
    local: { lesson: "small-network", formula: "\\frac{\\partial z_1}{\\partial w_1} = x", role: "derivative" },
    upstream: { lesson: "small-network", formula: "\\frac{\\partial J}{\\partial z}", role: "derivative" },
    contribution: {
      lesson: "backpropagation",
      formula: "\\frac{\\partial J}{\\partial z} \\cdot \\frac{\\partial z}{\\partial a}",
      role: "derivative",
    },
    delta: {
      lesson: "small-network",
      symbol: "\\delta",
      formula: "\\delta_2 = \\frac{\\partial J}{\\partial z_2}",
      role: "derivative",
    },
    backpropagation: {
      lesson: "small-network",
      formula: "\\frac{\\partial J}{\\partial w_1} = \\delta_1 \\cdot x",
      role: "derivative",
    },
    fork: {
      lesson: "backpropagation",
      formula:
        "\\frac{\\partial J}{\\partial a} = \\sum_k \\frac{\\partial J}{\\partial z_k} \\cdot \\frac{\\partial z_k}{\\partial a}",
      role: "derivative",
    },
    path: { lesson: "backpropagation" },
    forwardMode: { lesson: "backpropagation" },
  },
  learning: {
    gradient: { lesson: "small-network", symbol: "\\nabla J", role: "derivative" },
    descent: {
      lesson: "gradient-descent",
      formula: "w \\leftarrow w - \\eta\\,\\frac{\\partial J}{\\partial w}",
      role: "derivative",
    },
    learningRate: { lesson: "small-network", symbol: "\\eta" },
    contour: { lesson: "gradient-descent" },
    divergence: { lesson: "gradient-descent" },
    batch: { lesson: "small-network" },
    epoch: { lesson: "small-network" },
    stochastic: { lesson: "optimisers" },
    momentum: { lesson: "optimisers", formula: "v \\leftarrow \\mu\\,v + \\frac{\\partial J}{\\partial w}" },
    rmsprop: { lesson: "optimisers" },
    adam: { lesson: "optimisers" },
    initialiser: { lesson: "optimisers" },
    symmetry: { lesson: "optimisers" },
    saturation: { lesson: "optimisers", formula: "\\sigma'(z) \\approx 0" },
    vanishing: { lesson: "cost-derivative", role: "derivative" },
    exploding: { lesson: "optimisers", role: "derivative" },
  },
  conventions: {
    half: {
      lesson: "small-network",
      symbol: "\\tfrac{1}{2}",
      formula: "\\frac{d}{d\\hat{y}}\\,\\tfrac{1}{2}(\\hat{y} - y)^2 = \\hat{y} - y",
    },
    mean: { lesson: "small-network", formula: "J = \\frac{1}{m} \\sum_{i=1}^{m} J_i", role: "cost" },
    atKink: { lesson: "derivatives", formula: "\\mathrm{relu}'(0) = 0 \\qquad |x|'(0) = 0" },
    notYet: { lesson: "small-network" },
    noPath: { lesson: "backpropagation", formula: "\\frac{\\partial J}{\\partial J} = 1" },
  },
} as const satisfies Record<string, Record<string, Entry>>;

type Groups = typeof groups;
export type GroupId = keyof Groups;
export type EntryId = { [G in GroupId]: keyof Groups[G] }[GroupId] & string;

export const entries = Object.fromEntries(Object.values(groups).flatMap((group) => Object.entries(group))) as Record<
  EntryId,
  Entry
>;
