/** The network in NumPy: forward over all points, and the loss. */
import type { Exported } from "./program";
import { featuresOf, fromLogits, layersOf, logitsNote, matrix, pointsOf, rowsOf, shapeOf, used } from "./parts";

const activations = {
  linear: "def linear(z): return z",
  sigmoid: "def sigmoid(z): return 0.5 * (1 + np.tanh(z / 2))",
  tanh: "def tanh(z): return np.tanh(z)",
  relu: "def relu(z): return np.maximum(z, 0)",
  "leaky-relu": "def leaky_relu(z): return np.where(z > 0, z, 0.01 * z)",
  elu: "def elu(z): return np.where(z > 0, z, np.expm1(np.minimum(z, 0)))",
  softplus: "def softplus(z): return np.logaddexp(0, z)",
  swish: "def swish(z): return z * 0.5 * (1 + np.tanh(z / 2))",
  softmax:
    "def softmax(z): return np.exp(z - z.max(axis=1, keepdims=True)) / np.exp(z - z.max(axis=1, keepdims=True)).sum(axis=1, keepdims=True)",
  gelu: "def gelu(z): return z * 0.5 * (1 + np.vectorize(math.erf)(z / math.sqrt(2)))",
};

const losses: Record<string, string> = {
  "half-squared": "0.5 * (a - Y) ** 2",
  squared: "(a - Y) ** 2",
  "binary-cross-entropy": "np.maximum(z, 0) - z * Y + np.log1p(np.exp(-np.abs(z)))",
  "softmax-cross-entropy":
    "Y * (np.log(np.exp(z - z.max(axis=1, keepdims=True)).sum(axis=1, keepdims=True)) + z.max(axis=1, keepdims=True) - z)",
  huber: "np.where(np.abs(a - Y) <= 1, 0.5 * (a - Y) ** 2, np.abs(a - Y) - 0.5)",
};

export function numpyProgram(exported: Exported): string {
  const { setup, data, loss } = exported;
  const layers = layersOf(exported);
  const names = new Set(layers.map(({ activation }) => activation));
  const given = featuresOf(exported, "np.sin");
  const needsMath = names.has("gelu");
  return `# A ${shapeOf(exported)} network from Chainwise, in NumPy. It prints its loss: ${loss}
${needsMath ? "import math\n" : ""}import numpy as np

${used(names, activations).join("\n")}

# Weights as [units][inputs], biases, activation: layer by layer.
layers = [
${layers
  .map(
    ({ weights, biases, activation }) =>
      `(np.array(${matrix(weights)}),\n np.array([${biases.join(", ")}]), ${activation.replace("-", "_")}),`,
  )
  .join("\n")}
]

${given === undefined ? "X" : "points"} = np.array(${matrix(pointsOf(exported))})
${given === undefined ? "" : `x1, x2 = points.T\n# What the network is given of a point.\nX = np.stack([${given}], axis=1)\n`}Y = np.array(${matrix(rowsOf(data.targets, data.targetSize))})

a = X
for W, b, activation in layers:
    z = a @ W.T + b
    a = activation(z)

${fromLogits(exported) ? `# This is ${logitsNote(exported)}, computed from z so that nothing overflows.\n` : ""}loss = (${losses[setup.network.loss] ?? ""}).sum(axis=1).mean()
print(repr(float(loss)))
`;
}
