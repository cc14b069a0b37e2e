/** What a network answers when it is asked why, held against what the other calls say. */
import { expect, test } from "vitest";
import type { Gradients, Network, NetworkConfig } from "../../web/engine/api";
import { chainwise, makeNetwork, valueOf } from "./engine";

const config: NetworkConfig = {
  inputSize: 2,
  layers: [
    { units: 4, activation: "tanh" },
    { units: 3, activation: "relu" },
    { units: 1, activation: "sigmoid" },
  ],
  loss: "half-squared",
  initializer: { name: "xavier-uniform", seed: 5 },
  optimizer: { name: "adam", learningRate: 0.05 },
};
const data = valueOf(chainwise.dataset({ name: "circles", count: 40, noise: 0.05, seed: 3 }));

function trained(): Network {
  const network = makeNetwork(config);
  valueOf(network.setData(data));
  valueOf(network.train({ epochs: 3 }));
  return network;
}

const lossOf = (network: Network) => valueOf(network.gradients(data.inputs, data.targets)).loss;
const close = (actual: number, expected: number, digits = 12) => expect(actual).toBeCloseTo(expected, digits);

test("exampleGradients -> their mean is gradients", () => {
  const network = trained();
  const whole = valueOf(network.gradients(data.inputs, data.targets));
  const each = valueOf(network.exampleGradients(data.inputs, data.targets));
  expect(each.length).toBe(40);
  const mean = (pick: (gradients: Gradients) => number) => each.reduce((sum, one) => sum + pick(one), 0) / each.length;
  close(
    mean((one) => one.loss),
    whole.loss,
  );
  whole.weights.forEach((layer, l) =>
    layer.forEach((gradient, i) =>
      close(
        mean((one) => one.weights[l]![i]!),
        gradient,
      ),
    ),
  );
  whole.biases.forEach((layer, l) =>
    layer.forEach((gradient, i) =>
      close(
        mean((one) => one.biases[l]![i]!),
        gradient,
      ),
    ),
  );
});

test("explain -> the gradients of one example, from the layer behind it", () => {
  const network = trained();
  const inputs = data.inputs.slice(0, 2);
  const targets = data.targets.slice(0, 1);
  const gradients = valueOf(network.gradients(inputs, targets));
  config.layers.forEach(({ units }, layer) => {
    for (let unit = 0; unit < units; unit += 1) {
      const why = valueOf(network.explain(inputs, targets, { layer, unit }));
      close(why.delta, why.upstream * why.slope);
      close(why.delta, gradients.biases[layer]![unit]!);
      why.gradients.forEach((gradient, i) => {
        close(gradient, why.delta * why.inputs[i]!);
        close(gradient, gradients.weights[layer]![unit * why.inputs.length + i]!);
      });
      expect(why.contributions.length).toBe(config.layers[layer + 1]?.units ?? 0);
      if (why.contributions.length > 0)
        close(
          why.contributions.reduce((sum, one) => sum + one.product, 0),
          why.upstream,
        );
    }
  });
});

test("landscape -> the loss with these two parameters put in", () => {
  const network = trained();
  const x = { layer: 0, unit: 1, input: 0 };
  const y = { layer: 2, unit: 0 };
  const heights = valueOf(network.landscape({ x, y, from: [-1, -2], to: [1, 2], columns: 3, rows: 2 }));
  const parameters = network.parameters();
  parameters.weights[0]![2] = 0;
  parameters.biases[2]![0] = 2;
  valueOf(network.setParameters(parameters));
  expect(heights.length).toBe(6);
  close(heights[4]!, lossOf(network));
});

test("lineSearch -> its slope and losses are those of a step along the gradient", () => {
  const network = trained();
  const { slope, rates, losses } = valueOf(network.lineSearch(0.5, 3));
  expect([...rates]).toEqual([0, 0.25, 0.5]);
  close(losses[0]!, lossOf(network));
  const gradients = valueOf(network.gradients(data.inputs, data.targets));
  const all = [...gradients.weights, ...gradients.biases].flatMap((layer) => [...layer]);
  close(slope, -all.reduce((sum, gradient) => sum + gradient ** 2, 0));
  const parameters = network.parameters();
  const step = (layers: Float64Array[], by: Float64Array[]) =>
    layers.forEach((layer, l) => layer.forEach((value, i) => (layer[i] = value - 0.5 * by[l]![i]!)));
  step(parameters.weights, gradients.weights);
  step(parameters.biases, gradients.biases);
  valueOf(network.setParameters(parameters));
  close(losses[2]!, lossOf(network));
});

test.each([
  [1e-6, "too-slow"],
  [0.5, "good"],
  [2, "oscillates"],
  [100, "diverges"],
])("tryRate %d on w ↦ mean of (w x)²/2 -> %s", (rate, verdict) => {
  const network = makeNetwork({
    inputSize: 1,
    layers: [{ units: 1, activation: "linear" }],
    loss: "half-squared",
    parameters: { weights: [Float64Array.of(1)], biases: [Float64Array.of(0)] },
  });
  valueOf(network.setData({ inputs: Float64Array.of(1, -1), targets: Float64Array.of(0, 0) }));
  const trial = valueOf(network.tryRate(rate, 10));
  expect(trial.verdict).toBe(verdict);
  close(trial.losses[0]!, 0.5);
  close(trial.losses[1]! / ((1 - rate) ** 2 / 2), 1);
});

test("health -> one entry a layer; a layer of dead units is found", () => {
  const network = trained();
  expect(valueOf(network.health()).map((layer) => layer.finding)).toEqual([undefined, undefined, undefined]);
  const parameters = network.parameters();
  parameters.biases[1]!.fill(-100);
  valueOf(network.setParameters(parameters));
  const layer = valueOf(network.health())[1]!;
  expect(layer).toMatchObject({ finding: "dead", deadUnits: 3, gradientNorm: 0, activationMean: 0 });
});

test("updateProgram -> the weight after the next update", () => {
  const network = trained();
  const id = { layer: 1, unit: 2, input: 3 };
  const { source, at, output } = valueOf(network.updateProgram(id));
  const next = valueOf(chainwise.evaluate(source, at, { output }));
  valueOf(network.train({ batches: 1 }));
  close(network.parameters().weights[1]![2 * 4 + 3]!, next, 14);
});

test("setLearningRate -> the next update is that much longer", () => {
  const plain: NetworkConfig = { ...config, optimizer: { name: "gradient-descent", learningRate: 0.1 } };
  const [one, two] = [makeNetwork(plain), makeNetwork(plain)];
  valueOf(two.setLearningRate(0.3));
  const before = one.parameters().weights[0]![0]!;
  for (const network of [one, two]) {
    valueOf(network.setData(data));
    valueOf(network.train({ batches: 1 }));
  }
  const moved = (network: Network) => network.parameters().weights[0]![0]! - before;
  close(moved(two), 3 * moved(one));
  expect(two.setLearningRate(NaN)).toMatchObject({ ok: false, error: { code: "not-finite" } });
});

test("testFraction -> the rest is training data, and nothing is lost", () => {
  const split = valueOf(chainwise.dataset({ name: "circles", count: 40, noise: 0.05, seed: 3, testFraction: 0.25 }));
  expect(split.test?.targets.length).toBe(10);
  expect(split.targets.length).toBe(30);
  expect([...split.inputs, ...split.test!.inputs].sort()).toEqual([...data.inputs].sort());
  expect(chainwise.dataset({ name: "circles", count: 4, seed: 1, testFraction: 2 })).toMatchObject({
    error: { code: "out-of-range" },
  });
});
