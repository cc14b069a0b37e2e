/** The network in C++, with nothing but the standard library. */
import type { Exported } from "./program";
import { featuresOf, layersOf, matrix, pointsOf, rowsOf, shapeOf, used } from "./parts";

const activations = {
  linear: "double linear(double z) { return z; }",
  sigmoid: "double sigmoid(double z) { return 0.5 * (1 + std::tanh(z / 2)); }",
  tanh: "double tanh_(double z) { return std::tanh(z); }",
  relu: "double relu(double z) { return z > 0 ? z : 0; }",
  "leaky-relu": "double leaky_relu(double z) { return z > 0 ? z : 0.01 * z; }",
  elu: "double elu(double z) { return z > 0 ? z : std::expm1(z); }",
  softplus: "double softplus(double z) { return std::fmax(z, 0) + std::log1p(std::exp(-std::fabs(z))); }",
  swish: "double swish(double z) { return z * 0.5 * (1 + std::tanh(z / 2)); }",
  gelu: "double gelu(double z) { return z * 0.5 * std::erfc(-z / std::sqrt(2.0)); }",
};

const losses: Record<string, string> = {
  "half-squared": "0.5 * (a[unit] - y) * (a[unit] - y)",
  squared: "(a[unit] - y) * (a[unit] - y)",
  "binary-cross-entropy": "std::fmax(z[unit], 0) - z[unit] * y + std::log1p(std::exp(-std::fabs(z[unit])))",
  "softmax-cross-entropy": "y * (log_of_sum(z) - z[unit])",
  huber: "std::fabs(a[unit] - y) <= 1 ? 0.5 * (a[unit] - y) * (a[unit] - y) : std::fabs(a[unit] - y) - 0.5",
};

/** The largest number is taken out first, so that nothing overflows. */
const softmax = `
// log of the sum of exp(z).
double log_of_sum(const Vector& z) {
  const double most = *std::max_element(z.begin(), z.end());
  double sum = 0;
  for (const double value : z) sum += std::exp(value - most);
  return most + std::log(sum);
}

Vector softmax(const Vector& z) {
  Vector a;
  for (const double value : z) a.push_back(std::exp(value - log_of_sum(z)));
  return a;
}
`;

const givenTo = (given: string): string => `// What the network is given of each point.
Matrix given_of(const Matrix& points) {
  Matrix all;
  for (const Vector& point : points) {
    [[maybe_unused]] const double x1 = point[0], x2 = point[1];
    all.push_back({${given}});
  }
  return all;
}

`;

const braces: [string, string] = ["{", "}"];

export function cppProgram(exported: Exported): string {
  const { setup, data, loss } = exported;
  const layers = layersOf(exported);
  const names = new Set(layers.map(({ activation }) => activation));
  const given = featuresOf(exported, "std::sin");
  const shares = names.has("softmax");
  return `// A ${shapeOf(exported)} network from Chainwise, in C++. It prints its loss: ${loss}
//
//     g++ -std=c++17 -O2 network.cpp -o network && ./network
${shares ? "#include <algorithm>\n" : ""}#include <cmath>
#include <cstddef>
#include <cstdio>
#include <vector>

using Vector = std::vector<double>;
using Matrix = std::vector<Vector>;

${[...used(names, activations), ...(shares ? [softmax] : [])].join("\n")}

struct Layer {
  Matrix weights;  // [units][inputs]
  Vector biases;
  double (*activation)(double);${shares ? "  // none: softmax" : ""}
};

const std::vector<Layer> layers = {
${layers
  .map(({ weights, biases, activation }) => {
    const name = activation === "tanh" ? "tanh_" : activation === "softmax" ? "nullptr" : activation.replace("-", "_");
    return `  {${matrix(weights, braces, "   ")},\n   {${biases.join(", ")}}, ${name}},`;
  })
  .join("\n")}
};

${given === undefined ? "" : givenTo(given)}const Matrix ${given === undefined ? "inputs" : "points"} = ${matrix(pointsOf(exported), braces)};
${given === undefined ? "" : "const Matrix inputs = given_of(points);\n"}const Matrix targets = ${matrix(rowsOf(data.targets, data.targetSize), braces)};

int main() {
  double total = 0;
  for (std::size_t example = 0; example < inputs.size(); ++example) {
    Vector z, a = inputs[example];
    for (const Layer& layer : layers) {
      z = layer.biases;
      for (std::size_t unit = 0; unit < z.size(); ++unit)
        for (std::size_t i = 0; i < a.size(); ++i) z[unit] += layer.weights[unit][i] * a[i];
      a = ${shares ? "layer.activation ? z : softmax(z)" : "z"};
      ${shares ? "if (layer.activation)\n        " : ""}for (double& value : a) value = layer.activation(value);
    }
    for (std::size_t unit = 0; unit < a.size(); ++unit) {
      const double y = targets[example][unit];
      total += ${losses[setup.network.loss] ?? ""};
    }
  }
  std::printf("%.17g\\n", total / static_cast<double>(inputs.size()));
}
`;
}
