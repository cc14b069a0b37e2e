/**
 * A small fully connected network as a program whose every number has a name: the presets of the course, and their
 * layers as rows of names, which is what matrices are made of. All nodes bend with the sigmoid.
 *
 *     textbook.source        // "z1 = w1*x1 + w2*x2 + b1\n..."
 *     textbook.layers[1]?.weights   // [["w5", "w6"], ["w7", "w8"]]
 */
import type { Bindings } from "../engine/api";

export interface DenseLayer {
  /** One row for each node, one column for each number that comes in. */
  weights: readonly (readonly string[])[];
  biases: readonly string[];
  /** Pre-activations and activations. */
  z: readonly string[];
  a: readonly string[];
}

export interface DenseProgram {
  source: string;
  inputs: readonly string[];
  targets: readonly string[];
  layers: readonly DenseLayer[];
  /** In the order in which books number them: the weights of a layer, then its biases. */
  parameters: readonly string[];
  /** The numbers to begin with. */
  at: Bindings;
}

function dense(parts: Omit<DenseProgram, "source" | "parameters">): DenseProgram {
  const { inputs, targets, layers } = parts;
  const lines: string[] = [];
  let from = inputs;
  for (const { weights, biases, z, a } of layers) {
    for (const [row, name] of z.entries()) {
      const terms = (weights[row] ?? []).map((weight, column) => `${weight}*${from[column] ?? ""}`);
      lines.push(`${name} = ${[...terms, biases[row] ?? ""].join(" + ")}`);
    }
    for (const [row, name] of a.entries()) lines.push(`${name} = sigmoid(${z[row] ?? ""})`);
    from = a;
  }
  lines.push(`J = ${from.map((answer, row) => `1/2*(${answer} - ${targets[row] ?? ""})^2`).join(" + ")}`);
  const parameters = layers.flatMap(({ weights, biases }) => [...weights.flat(), ...biases]);
  return { ...parts, source: lines.join("\n"), parameters };
}

const hidden: DenseLayer = {
  weights: [
    ["w1", "w2"],
    ["w3", "w4"],
  ],
  biases: ["b1", "b2"],
  z: ["z1", "z2"],
  a: ["a1", "a2"],
};

/**
 * The 2-2-2 network that is known from Matt Mazur's "A step by step backpropagation example" (2015), with its numbers.
 * There the two nodes of a layer share one bias; here each has its own.
 */
export const textbook = dense({
  inputs: ["x1", "x2"],
  targets: ["y1", "y2"],
  layers: [
    hidden,
    {
      weights: [
        ["w5", "w6"],
        ["w7", "w8"],
      ],
      biases: ["b3", "b4"],
      z: ["z3", "z4"],
      a: ["yhat1", "yhat2"],
    },
  ],
  at: {
    ...{ x1: 0.05, x2: 0.1, y1: 0.01, y2: 0.99 },
    ...{ w1: 0.15, w2: 0.2, w3: 0.25, w4: 0.3, b1: 0.35, b2: 0.35 },
    ...{ w5: 0.4, w6: 0.45, w7: 0.5, w8: 0.55, b3: 0.6, b4: 0.6 },
  },
});

/** A 2-2-1 network at an example of XOR: one of the two inputs is 1, so the answer should be 1. */
export const xor = dense({
  inputs: ["x1", "x2"],
  targets: ["y"],
  layers: [hidden, { weights: [["w5", "w6"]], biases: ["b3"], z: ["z3"], a: ["yhat"] }],
  at: {
    ...{ x1: 1, x2: 0, y: 1 },
    ...{ w1: 1.5, w2: 1.5, w3: -1.2, w4: -1.2, b1: -0.5, b2: 1.8 },
    ...{ w5: 1.4, w6: 1.6, b3: -2 },
  },
});

export const presets = { textbook, xor } as const;
export type PresetName = keyof typeof presets;
