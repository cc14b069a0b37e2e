import { beforeAll, describe, expect, test } from "vitest";
import type { Chainwise } from "../../../web/engine/api";
import { gradientPaths } from "../../../web/figures/gradient-paths";
import { traceProgram, type Trace } from "../../../web/figures/graph-trace";
import { sentenceFor } from "../../../web/figures/graph-words";
import { good, testEngine } from "../support/engine";

let engine: Chainwise;
beforeAll(async () => {
  engine = await testEngine();
});

const kNetwork = "z1 = w1*x + b1\na1 = sigmoid(z1)\nz2 = w2*a1 + b2\nyhat = sigmoid(z2)\nJ = 1/2*(yhat - y)^2";
const at = { x: 1.5, y: 1, w1: 0.8, b1: 0.1, w2: -1.2, b2: -0.3 };
const parameters = ["w1", "b1", "w2", "b2"];
const network = (): Trace => good(traceProgram(engine, { source: kNetwork, at, parameters, learningRate: 0.5 }));
const idOf = (trace: Trace, name: string): number => trace.graph.nodes.find((node) => node.name === name)?.id ?? NaN;

describe("traceProgram: the 1-1-1 network", () => {
  test("18 steps: 4 forward, the loss, 9 backward, 4 updates", () => {
    expect(network().steps.map(({ phase }) => phase)).toEqual([
      ...Array<string>(4).fill("forward"),
      "loss",
      ...Array<string>(9).fill("backward"),
      ...Array<string>(4).fill("update"),
    ]);
  });

  test("before the first step: inputs are known, nothing else, and no gradient", () => {
    const trace = network();
    const known = trace.at(0);
    expect(known.values.get(idOf(trace, "x"))).toBe(1.5);
    expect(known.values.has(idOf(trace, "z1"))).toBe(false);
    expect(known.gradients.size).toBe(0);
  });

  test("going back one step takes away what the step brought", () => {
    const trace = network();
    for (let position = 1; position <= trace.steps.length; position++) {
      const before = trace.at(position - 1);
      const after = trace.at(position);
      const count = (known: typeof before): number =>
        known.values.size + known.gradients.size + known.locals.size + known.updated.size;
      expect(count(after)).toBeGreaterThan(count(before));
      expect(trace.at(position - 1)).toEqual(before);
    }
  });

  test("at the end every parameter has moved against its gradient", () => {
    const trace = network();
    const known = trace.at(trace.steps.length);
    for (const name of parameters) {
      const gradient = trace.pass.gradients[name] ?? NaN;
      const old = at[name as keyof typeof at];
      expect(known.updated.get(idOf(trace, name))).toBeCloseTo(old - 0.5 * gradient, 14);
    }
  });

  test("every step says a sentence with numbers in it, and no name is left unset", () => {
    const trace = network();
    for (let position = 1; position <= trace.steps.length; position++) {
      expect(sentenceFor(trace, position)).toMatch(/\d/);
      expect(sentenceFor(trace, position)).not.toMatch(/undefined|NaN/);
    }
  });
});

describe("gradientPaths", () => {
  const product = (trace: Trace, name: string): number =>
    gradientPaths(trace, name).reduce((sum, { links }) => sum + links.reduce((all, { value }) => all * value, 1), 0);

  test.each(parameters)("∂J/∂%s: the product of the links is the gradient", (name) => {
    const trace = network();
    expect(Math.abs(product(trace, name) - (trace.pass.gradients[name] ?? NaN))).toBeLessThan(1e-15);
  });

  test("∂J/∂w1 is (ŷ - y) · σ'(z2) · w2 · σ'(z1) · x", () => {
    const [path] = gradientPaths(network(), "w1");
    expect(path?.links.map(({ formula }) => formula)).toEqual([
      "\\hat{y}-y",
      "\\sigma'(z_{2})",
      "w_{2}",
      "\\sigma'(z_{1})",
      "x",
    ]);
  });

  test("a fork: two paths, and their products add", () => {
    const request = { source: "a = x^2\nb = 3x\nh = a*b", at: { x: 2 }, parameters: ["x"], learningRate: 0 };
    const trace = good(traceProgram(engine, request));
    expect(gradientPaths(trace, "x")).toHaveLength(2);
    expect(product(trace, "x")).toBeCloseTo(36, 12);
  });

  test("a name that is not there → no path", () => expect(gradientPaths(network(), "q")).toEqual([]));
});
