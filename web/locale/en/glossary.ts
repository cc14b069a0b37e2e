/**
 * The glossary: each term, other forms in which the lessons write it, and what it means in one or two sentences.
 * `$...$` is LaTeX. Formulas and colours stand in web/site/extras/glossary-entries.ts under the same ids.
 */
export const glossary = {
  title: "Glossary",
  lead: "Every term and symbol of the course, with the lesson that introduces it.",
  search: "Find a term or a symbol",
  found: (count: number): string => (count === 1 ? "One entry" : `${count} entries`),
  none: "No entry has this in its name or its explanation.",
  introduced: "Introduced in",
  all: "The whole glossary",
  groups: {
    derivatives: "Derivatives",
    chain: "The chain rule",
    network: "The network",
    graph: "Graph and backpropagation",
    learning: "Learning",
    conventions: "Conventions of this course",
  },
};

interface Term {
  term: string;
  also?: readonly string[];
  means: string;
}

export const derivativeTerms = {
  slope: {
    term: "slope",
    also: ["slopes"],
    means: "How far a line rises for each step to the right. Where the line falls, its slope is negative.",
  },
  secant: {
    term: "secant",
    also: ["secants"],
    means: "The line through two points of a curve. Its slope is the change of the value, divided by the distance $h$.",
  },
  tangent: {
    term: "tangent",
    means:
      "The line that touches a curve in one point and has the curve’s slope there. A secant comes to rest at it when its two points come together.",
  },
  limit: {
    term: "limit",
    means: "The value that something comes as close to as you like, whether or not it ever gets there.",
  },
  derivative: {
    term: "derivative",
    also: ["derivatives"],
    means:
      "How fast a value changes when the number that it depends on changes: the slope of the curve at that point. It is written $\\frac{df}{dx}$ (Leibniz) or $f'(x)$ (Lagrange).",
  },
  kink: {
    term: "kink",
    also: ["kinks"],
    means:
      "A place where the slope jumps: it is one number on the left and another on the right. There is no derivative there.",
  },
  logarithm: {
    term: "logarithm",
    means: "In this course $\\log$ is the natural logarithm, to the base $e$. Other places write it $\\ln$.",
  },
  radian: {
    term: "radian",
    also: ["radians"],
    means:
      "The measure of angles in this course: a full turn is $2\\pi$. In degrees, the derivative of the sine would not be the cosine.",
  },
  nudge: {
    term: "nudge",
    means: "A small change of a number, to see what it does to the numbers that depend on it.",
  },
  inner: {
    term: "inner function",
    also: ["inner part"],
    means: "The part of a nested function that is computed first. The derivation gives it a name, often $u$.",
  },
  outer: {
    term: "outer function",
    means:
      "The part of a nested function that is computed last. It is given the inner value, and never sees $x$ itself.",
  },
  innerDerivative: {
    term: "inner derivative",
    means: "The slope of the link from $x$ to the inner value $u$. It is the factor that is most often forgotten.",
  },
  outerDerivative: {
    term: "outer derivative",
    means: "The slope of the link from the inner value $u$ to the whole. It is taken at $u$, not at $x$.",
  },
  chainRule: {
    term: "chain rule",
    means: "The derivative of a nested function is the product of the derivatives of its links.",
  },
  link: {
    term: "link",
    also: ["links"],
    means:
      "One step of a chain, from a number to the next one that is computed from it. Its derivative says how much a nudge is stretched there.",
  },
  proof: {
    term: "three ways",
    means:
      "A derivative computed three times, by ways that know nothing of each other: from the formula, backwards through the graph, and from two points close together.",
  },
} satisfies Record<string, Term>;

export const graphTerms = {
  program: {
    term: "program",
    means:
      "An ordered list of lines, each of which names a number and says how to compute it from the ones before. A network is one.",
  },
  node: {
    term: "node",
    also: ["nodes"],
    means: "One number in the graph of a program: an input, a parameter, or something computed from them.",
  },
  edge: {
    term: "edge",
    also: ["edges"],
    means: "An arrow of the graph. It says that one number goes into another, and carries the local derivative.",
  },
  forward: {
    term: "forward pass",
    also: ["forward"],
    means: "Computing all values in order, from the inputs to the cost.",
  },
  backward: {
    term: "backward pass",
    also: ["backward"],
    means:
      "Computing all gradients in the opposite order, from the cost back to the inputs. Each node is visited once.",
  },
  partial: {
    term: "partial derivative",
    also: ["partial derivatives"],
    means:
      "The derivative by one of several numbers, while the others are held fixed. It is written with the sign $\\partial$.",
  },
  local: {
    term: "local derivative",
    means: "The derivative of one node by a node that goes directly into it: what an edge carries.",
  },
  upstream: {
    term: "upstream gradient",
    means: "The derivative of the cost by a node, as it arrives there on the way back, ready to be handed on.",
  },
  contribution: {
    term: "contribution",
    also: ["contributions"],
    means: "Upstream gradient times local derivative: what one edge adds to the gradient of the node before it.",
  },
  delta: {
    term: "delta",
    means:
      "The derivative of the cost by a pre-activation. All parameters of that node share it, so it is computed once.",
  },
  backpropagation: {
    term: "backpropagation",
    means:
      "Computing the derivatives by all parameters in one walk from the cost back, in which shared front parts are computed once.",
  },
  fork: {
    term: "fork",
    also: ["a fork", "fork rule"],
    means:
      "A number that goes into several others. It acts on the cost along several ways, and their contributions add.",
  },
  path: {
    term: "path",
    also: ["paths"],
    means:
      "One way through the graph from a number to the cost. The links on it multiply; the products of all paths add.",
  },
  forwardMode: {
    term: "forward mode",
    means:
      "Carrying the derivatives by one chosen number along with the values. It answers for one input at a time, where the backward pass answers for all.",
  },
} satisfies Record<string, Term>;
