/** The network in Keras: the loss, and a model that is ready to be trained on. */
import type { Exported } from "./program";
import { featuresOf, fromLogits, lastActivation, layersOf, matrix, pointsOf, rowsOf, shapeOf } from "./parts";

const activations: Record<string, string> = {
  linear: "None",
  sigmoid: '"sigmoid"',
  tanh: '"tanh"',
  relu: '"relu"',
  "leaky-relu": "lambda z: keras.ops.leaky_relu(z, negative_slope=0.01)",
  elu: '"elu"',
  softplus: '"softplus"',
  swish: '"silu"',
  softmax: '"softmax"',
  gelu: "lambda z: keras.ops.gelu(z, approximate=False)",
};

const losses: Record<string, string> = {
  "half-squared": "0.5 * (answer - target) ** 2",
  squared: "(answer - target) ** 2",
  "binary-cross-entropy":
    "keras.ops.maximum(answer, 0) - answer * target + keras.ops.log1p(keras.ops.exp(-keras.ops.abs(answer)))",
  "softmax-cross-entropy": "-target * keras.ops.log_softmax(answer, axis=1)",
  huber:
    "keras.ops.where(keras.ops.abs(answer - target) <= 1, 0.5 * (answer - target) ** 2, keras.ops.abs(answer - target) - 0.5)",
};

const optimizers: Record<string, string> = {
  "gradient-descent": "keras.optimizers.SGD(rate)",
  momentum: "keras.optimizers.SGD(rate, momentum=0.9)",
  nesterov: "keras.optimizers.SGD(rate, momentum=0.9, nesterov=True)",
  adagrad: "keras.optimizers.Adagrad(rate, initial_accumulator_value=0.0, epsilon=1e-10)",
  rmsprop: "keras.optimizers.RMSprop(rate, rho=0.99, epsilon=1e-8)",
  adam: "keras.optimizers.Adam(rate, epsilon=1e-8)",
  adamw: "keras.optimizers.AdamW(rate, weight_decay=0.01, epsilon=1e-8)",
};

export function kerasProgram(exported: Exported): string {
  const { setup, data, loss } = exported;
  const { network } = setup;
  const layers = layersOf(exported);
  const given = featuresOf(exported, "np.sin");
  const logits = fromLogits(exported);
  return `# A ${shapeOf(exported)} network from Chainwise, in Keras 3. It prints its loss: ${loss}
import keras
import numpy as np

keras.config.set_floatx("float64")

model = keras.Sequential([
    keras.Input((${network.inputSize},)),
${layers
  .map(({ biases, activation }, index) => {
    const direct = logits && index === layers.length - 1;
    return `    keras.layers.Dense(${biases.length}, activation=${direct ? "None" : (activations[activation] ?? "None")}),`;
  })
  .join("\n")}
])
# Weights as [units][inputs], which Keras has the other way round, and biases: layer by layer.
parameters = [
${layers.map(({ weights, biases }) => `(np.array(${matrix(weights)}).T,\n np.array([${biases.join(", ")}])),`).join("\n")}
]
for layer, (weight, bias) in zip(model.layers, parameters):
    layer.set_weights([weight, bias])

${given === undefined ? "inputs" : "points"} = np.array(${matrix(pointsOf(exported))})
${given === undefined ? "" : `x1, x2 = points.T\n# What the network is given of a point.\ninputs = np.stack([${given}], axis=1)\n`}targets = np.array(${matrix(rowsOf(data.targets, data.targetSize))})


def loss_of(target, answer):
    return keras.ops.sum(${losses[network.loss] ?? ""}, axis=1)


${logits ? `# The last ${lastActivation(exported)} is inside the loss; for answers between 0 and 1 apply keras.ops.${lastActivation(exported)}.\n` : ""}rate = ${network.optimizer?.learningRate ?? 0.1}
model.compile(optimizer=${optimizers[network.optimizer?.name ?? "gradient-descent"] ?? ""}, loss=loss_of)
print(model.evaluate(inputs, targets, batch_size=len(inputs), verbose=0))
# To train on: model.fit(inputs, targets, batch_size=${network.batchSize ?? data.targets.length}, epochs=10)
`;
}
