/** The network in plain JavaScript, for Node or a page. */
import type { Exported } from "./program";
import { featuresOf, fromLogits, layersOf, matrix, pointsOf, rowsOf, shapeOf, used } from "./parts";

const activations = {
  linear: "linear: (z) => z,",
  sigmoid: "sigmoid: (z) => 0.5 * (1 + Math.tanh(z / 2)),",
  tanh: "tanh: Math.tanh,",
  relu: "relu: (z) => Math.max(z, 0),",
  "leaky-relu": '"leaky-relu": (z) => (z > 0 ? z : 0.01 * z),',
  elu: "elu: (z) => (z > 0 ? z : Math.expm1(z)),",
  softplus: "softplus: (z) => Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z))),",
  swish: "swish: (z) => (z * (1 + Math.tanh(z / 2))) / 2,",
  gelu: "gelu: (z) => (z / 2) * (1 + erf(z / Math.SQRT2)),",
};

/** By its power series near 0, by a continued fraction of 1 - erf farther out: near the last digits of a double. */
const erf = `function erf(x) {
  const t = Math.abs(x);
  if (t > 6) return Math.sign(x);
  if (t < 2.5) {
    let term = x, sum = x;
    for (let n = 1; Math.abs(term) > 1e-17 * Math.abs(sum); n++) {
      term *= (-x * x) / n;
      sum += term / (2 * n + 1);
    }
    return (2 / Math.sqrt(Math.PI)) * sum;
  }
  let fraction = t;
  for (let n = 60; n > 0; n--) fraction = t + n / 2 / fraction;
  return Math.sign(x) * (1 - Math.exp(-t * t) / (Math.sqrt(Math.PI) * fraction));
}
`;

/** The largest number is taken out first, so that nothing overflows. */
const softmax = `
/** log of the sum of exp(z). */
function logOfSum(z) {
  const most = Math.max(...z);
  return most + Math.log(z.reduce((sum, value) => sum + Math.exp(value - most), 0));
}

const softmax = (z) => z.map((value) => Math.exp(value - logOfSum(z)));
`;

const losses: Record<string, string> = {
  "half-squared": "0.5 * (a - y) ** 2",
  squared: "(a - y) ** 2",
  "binary-cross-entropy": "Math.max(z, 0) - z * y + Math.log1p(Math.exp(-Math.abs(z)))",
  "softmax-cross-entropy": "y * (logOfSum(zs) - z)",
  huber: "Math.abs(a - y) <= 1 ? 0.5 * (a - y) ** 2 : Math.abs(a - y) - 0.5",
};

export function javascriptProgram(exported: Exported): string {
  const { setup, data, loss } = exported;
  const layers = layersOf(exported);
  const names = new Set(layers.map(({ activation }) => activation));
  const z = fromLogits(exported);
  const given = featuresOf(exported, "Math.sin");
  const shares = names.has("softmax");
  return `// A ${shapeOf(exported)} network from Chainwise, in JavaScript. It prints its loss: ${loss}
${names.has("gelu") ? `\n${erf}` : ""}
const activations = {
  ${used(names, activations).join("\n  ")}
};
${shares ? softmax : ""}
// Weights as [units][inputs], biases, activation: layer by layer.
const layers = [
${layers
  .map(
    ({ weights, biases, activation }) =>
      `  { weights: ${matrix(weights, ["[", "]"], "    ")},\n    biases: [${biases.join(", ")}], activation: "${activation}" },`,
  )
  .join("\n")}
];

${given === undefined ? "const inputs" : `/** What the network is given of a point. */\nexport const features = ([x1, x2]) => [${given}];\n\nconst points`} = ${matrix(pointsOf(exported))};
${given === undefined ? "" : "const inputs = points.map(features);\n"}const targets = ${matrix(rowsOf(data.targets, data.targetSize))};

/** The output's z and a for one point. */
export function answer(x) {
  let z = [], a = x;
  for (const { weights, biases, activation } of layers) {
    z = weights.map((row, unit) => row.reduce((sum, w, i) => sum + w * a[i], biases[unit]));
    a = ${shares ? 'activation === "softmax" ? softmax(z) : ' : ""}z.map(activations[activation]);
  }
  return { z, a };
}

let total = 0;
inputs.forEach((x, example) => {
  const { ${z ? "z: zs" : "a: as"} } = answer(x);
  ${z ? "zs" : "as"}.forEach((${z ? "z" : "a"}, unit) => {
    const y = targets[example][unit];
    total += ${losses[setup.network.loss] ?? ""};
  });
});
console.log(total / inputs.length);
`;
}
