/** Titles and one-line summaries of the lessons. */
export const course = {
  derivatives: {
    title: "Derivatives",
    summary: "The slope of a curve at a point: from secant to tangent, and a table of the elementary functions.",
  },
  "chain-rule": {
    title: "The chain rule",
    summary: "The derivative of a nested function is the product of the derivatives of its links.",
  },
  "small-network": {
    title: "A very small network",
    summary: "One input, one inner node, one output: a network that can be followed by hand.",
  },
  "cost-derivative": {
    title: "The derivative of the cost",
    summary: "Four parameters, four products of links, and the front part that they share.",
  },
  "gradient-descent": {
    title: "Gradient descent",
    summary: "Why we need the derivatives: each weight takes a step against its slope.",
  },
  backpropagation: {
    title: "Backpropagation in a fully connected network",
    summary: "Several nodes, forks that add, and the same sums as products of matrices.",
  },
  optimisers: {
    title: "Optimisers and initialisation",
    summary: "Batches, momentum and Adam; why zeros fail; gradients that vanish or explode.",
  },
  lab: {
    title: "The laboratory",
    summary: "Build a network of your own, train it, and ask of any number where it came from.",
  },
};
