import { beforeAll, describe, expect, test } from "vitest";
import type { Chainwise } from "../../../web/engine/api";
import { kParameters, SmallNetwork } from "../../../web/lessons/small-network/model";
import { table } from "../../../web/lessons/small-network/state";
import { good, testEngine } from "../support/engine";

let engine: Chainwise;
beforeAll(async () => {
  engine = await testEngine();
});

const first = { x: 1.5, y: 1, w1: 0.8, b1: 0.1, w2: -1.2, b2: -0.3, eta: 1 };

/** The same network as `network()` trains it. */
function trainedGradients({ x, y, w1, b1, w2, b2 }: typeof first): Record<string, number> {
  const network = good(
    engine.network({
      inputSize: 1,
      layers: [
        { units: 1, activation: "sigmoid" },
        { units: 1, activation: "sigmoid" },
      ],
      loss: "half-squared",
      parameters: {
        weights: [Float64Array.of(w1), Float64Array.of(w2)],
        biases: [Float64Array.of(b1), Float64Array.of(b2)],
      },
    }),
  );
  const { weights, biases } = good(network.gradients(Float64Array.of(x), Float64Array.of(y)));
  network.dispose();
  return {
    w1: weights[0]?.[0] ?? NaN,
    b1: biases[0]?.[0] ?? NaN,
    w2: weights[1]?.[0] ?? NaN,
    b2: biases[1]?.[0] ?? NaN,
  };
}

describe("SmallNetwork", () => {
  test("100 places: graph, formula and network agree to 1e-12, the nudge to 1e-6", () => {
    const range = (name: "x" | "y" | "w1" | "b1" | "w2" | "b2", t: number): number => {
      const { min, max } = table[name];
      return min + (max - min) * t;
    };
    for (let i = 0; i < 100; i++) {
      // Irrational steps fill the ranges evenly.
      const t = (k: number): number => (i * Math.sqrt(k) + 0.5) % 1;
      const numbers = {
        x: range("x", t(2)),
        y: range("y", t(3)),
        w1: range("w1", t(5)),
        b1: range("b1", t(7)),
        w2: range("w2", t(11)),
        b2: range("b2", t(13)),
        eta: 1,
      };
      const model = new SmallNetwork(engine, numbers);
      const trained = trainedGradients(numbers);
      for (const name of kParameters) {
        const proof = model.proofs.get(name);
        const gradient = model.gradient(name);
        expect(Math.abs(gradient - (proof?.symbolic ?? NaN))).toBeLessThan(1e-12);
        expect(Math.abs(gradient - (proof?.reverse ?? NaN))).toBeLessThan(1e-12);
        expect(Math.abs(gradient - (trained[name] ?? NaN))).toBeLessThan(1e-12);
        expect(Math.abs(gradient - (proof?.difference ?? NaN))).toBeLessThan(1e-6);
        expect(proof?.agree).toBe(true);
      }
    }
  });

  test("a short step: the loss falls, nearly as the tangent predicts", () => {
    const model = new SmallNetwork(engine, { ...first, eta: 0.01 });
    const { before, predicted, after, updates } = model.descent;
    expect(after).toBeLessThan(before);
    expect(Math.abs(after - predicted)).toBeLessThan(1e-5);
    expect(updates.map(({ name }) => name)).toEqual(["w1", "b1", "w2", "b2"]);
  });

  test("new numbers: everything follows", () => {
    const model = new SmallNetwork(engine, first);
    const before = [model.value("J"), model.gradient("w1"), model.descent.after, model.proofs.get("w1")?.symbolic];
    model.numbers = { ...first, x: -1 };
    const after = [model.value("J"), model.gradient("w1"), model.descent.after, model.proofs.get("w1")?.symbolic];
    after.forEach((number, i) => expect(number).not.toBe(before[i]));
  });

  test("the state's walk is as long as the trace", () => {
    expect(new SmallNetwork(engine, first).trace.steps).toHaveLength(table.step.max);
  });
});
