/** Values that are known from paper, and what belongs together across calls. */
import { expect, test } from "vitest";
import { chainwise, makeNetwork, valueOf } from "./engine";

test("one linear unit, squared error: x = 2.1, y = 4, w = 1, b = 0", () => {
  const { gradients } = valueOf(
    chainwise.backpropagate("yhat = w*x + b\nJ = (yhat - y)^2", { x: 2.1, y: 4, w: 1, b: 0 }),
  );
  expect(gradients["w"]).toBeCloseTo(-7.98, 12);
  expect(gradients["b"]).toBeCloseTo(-3.8, 12);
});

test("one step of descent: x = 2, w = 3, b = 1, y = 9, η = 0.05 gives w = 3.4, b = 1.2 and the loss 1", () => {
  const network = makeNetwork({
    inputSize: 1,
    layers: [{ units: 1, activation: "linear" }],
    loss: "squared",
    parameters: { weights: [Float64Array.of(3)], biases: [Float64Array.of(1)] },
    optimizer: { name: "gradient-descent", learningRate: 0.05 },
  });
  valueOf(network.setData({ inputs: Float64Array.of(2), targets: Float64Array.of(9) }));
  const report = valueOf(network.train({ batches: 1 }));
  const { weights, biases } = network.parameters();
  expect(weights[0]![0]).toBeCloseTo(3.4, 12);
  expect(biases[0]![0]).toBeCloseTo(1.2, 12);
  expect(report.trainLoss).toBeCloseTo(1, 12);
  network.dispose();
});

const small = "z1 = w1*x + b1\na1 = sigmoid(z1)\nz2 = w2*a1 + b2\nyhat = sigmoid(z2)\nJ = 1/2*(yhat - y)^2";
const at = { x: 1.5, y: 1, w1: 0.8, b1: 0.1, w2: -1.2, b2: -0.3 };

test.each(["w1", "b1", "w2", "b2"])("the small network: d J / d %s is one number, however it is asked for", (name) => {
  const reverse = valueOf(chainwise.backpropagate(small, at)).gradients[name]!;
  const coarse = valueOf(chainwise.backpropagate(small, at, { detail: "definitions" })).gradients[name]!;
  const proof = valueOf(chainwise.prove(small, name, at));
  const { derivative } = valueOf(chainwise.differentiate(small, name, { detail: "answer" }));
  const symbolic = valueOf(chainwise.evaluate(`${small}\nslope = ${derivative.text}`, at));
  const network = makeNetwork({
    inputSize: 1,
    layers: [
      { units: 1, activation: "sigmoid" },
      { units: 1, activation: "sigmoid" },
    ],
    loss: "half-squared",
    parameters: {
      weights: [Float64Array.of(at.w1), Float64Array.of(at.w2)],
      biases: [Float64Array.of(at.b1), Float64Array.of(at.b2)],
    },
  });
  const { weights, biases } = valueOf(network.gradients(Float64Array.of(at.x), Float64Array.of(at.y)));
  const layer = Number(name[1]) - 1;
  const trained = (name[0] === "w" ? weights : biases)[layer]![0]!;
  network.dispose();
  expect(proof.agree).toBe(true);
  for (const value of [coarse, proof.symbolic, proof.reverse, symbolic, trained]) {
    expect(Math.abs(value - reverse)).toBeLessThanOrEqual(1e-12);
  }
});

test("calls made apart agree on node ids", () => {
  const graph = valueOf(chainwise.graph(small));
  const coarse = valueOf(chainwise.graph(small, { detail: "definitions" }));
  const trace = valueOf(chainwise.backpropagate(small, at));
  expect(trace.nodes.map((node) => node.id)).toEqual(graph.nodes.map((node) => node.id));
  for (const node of coarse.nodes) expect(graph.nodes.find(({ id }) => id === node.id)?.name).toBe(node.name);
  const { definitions } = valueOf(chainwise.parse(small));
  const J = graph.nodes.find(({ name }) => name === "J");
  expect(J?.formula.node).toBe(definitions.at(-1)?.formula.node);
});

test("the catalog lists what the engine knows", () => {
  const { functions, activations, errors, rules, limits } = chainwise.catalog();
  expect(functions.find(({ name }) => name === "cos")?.derivatives[0]?.text).toBe("-sin(u)");
  expect(activations).toEqual(
    expect.arrayContaining([
      "linear",
      "sigmoid",
      "tanh",
      "relu",
      "leaky-relu",
      "elu",
      "softplus",
      "swish",
      "gelu",
      "softmax",
    ]),
  );
  expect(errors.map(({ code }) => code)).toContain("unknown-function");
  expect(rules.map(({ id }) => id)).toContain("chain");
  expect(limits["nodes"]).toBeGreaterThan(1000);
});

test("a sampled curve begins and ends where it was asked to, and says what is special about it", () => {
  const { x, y, features } = valueOf(chainwise.sample("1/x", "x", -1, 2.1, 50));
  expect([x[0], x[x.length - 1]]).toEqual([-1, 2.1]);
  expect(x.length).toBe(y.length);
  expect(features).toEqual([{ kind: "pole", x: 0 }]);
  expect(valueOf(chainwise.sample("log(x)", "x", -1, 5, 50)).features).toEqual([
    { kind: "gap", x: -1, to: 0 },
    { kind: "zero", x: 1 },
  ]);
  const equal = valueOf(chainwise.sample("1/x", "x", -1, 1, 5, {}, { points: "equal" }));
  expect([...equal.x]).toEqual([-1, -0.5, 0, 0.5, 1]);
  expect(equal.y[2]).toBeNaN();
});

test("the cause of a missing value is the first part without one", () => {
  const cause = valueOf(chainwise.undefinedAt("1 + log(x - 3)", { x: 1 }));
  expect(cause?.formula.text).toBe("log(x - 3)");
  expect(cause?.condition).toBe("u > 0");
  expect(cause?.arguments).toEqual([-2]);
  expect(valueOf(chainwise.undefinedAt("log(x)", { x: 1 }))).toBeNull();
});

test("equivalent: the chain of rewrites, the exception, the witness", () => {
  const identity = valueOf(chainwise.equivalent("sec(x)^2 - tan(x)^2", "1"));
  expect(identity.verdict).toBe("equal");
  expect(identity.steps?.map((step) => step.rule)).toContain("pythagoras");
  expect(valueOf(chainwise.equivalent("x/x", "1")).except?.map(({ text }) => text)).toEqual(["x"]);
  expect(valueOf(chainwise.equivalent("sqrt(x)^2", "x")).witness).toEqual({ x: -1 });
});
