import { beforeAll, expect, test } from "vitest";
import type { Chainwise } from "../../../web/engine/api";
import { featureNames, featuresAt, featuresOver, type FeatureName } from "../../../web/engine/features";
import { TrainingSession } from "../../../web/engine/training-session";
import type { TrainingSetup } from "../../../web/engine/training-protocol";
import { good, testEngine } from "../support/engine";

let engine: Chainwise;
beforeAll(async () => {
  engine = await testEngine();
});

const inJavaScript: Record<FeatureName, (a: number, b: number) => number> = {
  x1: (a) => a,
  x2: (_, b) => b,
  x1x1: (a) => a * a,
  x2x2: (_, b) => b * b,
  x1x2: (a, b) => a * b,
  sinx1: (a) => Math.sin(a),
  sinx2: (_, b) => Math.sin(b),
};

test("features of points and of a grid are those of the formulas", () => {
  const points = Float64Array.of(0.5, -2, 0, 0.1, -1.5, 3);
  const values = good(featuresAt(engine, featureNames, points));
  const region = { from: [-2, -1] as [number, number], to: [1, 3] as [number, number] };
  const grid = good(featuresOver(engine, featureNames, { region, columns: 4, rows: 3 }));
  featureNames.forEach((name, column) => {
    for (let i = 0; i < 3; i++)
      expect(values[i * 7 + column]).toBeCloseTo(
        inJavaScript[name](points[2 * i] ?? NaN, points[2 * i + 1] ?? NaN),
        14,
      );
    for (let row = 0; row < 3; row++)
      for (let at = 0; at < 4; at++)
        expect(grid[(row * 4 + at) * 7 + column]).toBeCloseTo(inJavaScript[name](at - 2, 2 * row - 1), 14);
  });
});

const setup: TrainingSetup = {
  data: { name: "three-gaussians", count: 60, seed: 3 },
  network: {
    inputSize: 2,
    layers: [
      { units: 3, activation: "tanh" },
      { units: 2, activation: "relu" },
      { units: 3, activation: "softmax" },
    ],
    loss: "softmax-cross-entropy",
    initializer: { name: "normal", seed: 5 },
  },
};

test("given x1 and x2 as features, a network has the same pictures as without", () => {
  const [plain, featured] = [setup, { ...setup, features: ["x1", "x2"] as const }].map((it) => {
    const session = good(TrainingSession.open(engine, it));
    session.advance({ batches: 7 });
    const frame = good(session.frame({ columns: 6, rows: 5, thumbnails: 4 }));
    session.dispose();
    return frame;
  });
  expect(featured?.loss).toBe(plain?.loss);
  expect(featured?.otherSurfaces.length).toBe(2);
  expect(featured?.surface).toEqual(plain?.surface);
  expect(featured?.otherSurfaces).toEqual(plain?.otherSurfaces);
  expect(featured?.thumbnails).toEqual(plain?.thumbnails);
  plain?.surface.forEach((share, i) =>
    expect(share + plain.otherSurfaces.reduce((sum, other) => sum + (other[i] ?? 0), 0)).toBeCloseTo(1, 5),
  );
});

test("one input → a curve over all points, with the answers of the network", () => {
  const data = { inputs: Float64Array.of(2, 5, 3), targets: Float64Array.of(10, 30, 20), inputSize: 1, targetSize: 1 };
  const network = { inputSize: 1, layers: [{ units: 1, activation: "linear" }], loss: "squared" };
  const session = good(TrainingSession.open(engine, { data, network }));
  const { from, to } = session.region;
  expect(from[0]).toBeLessThan(2);
  expect(to[0]).toBeGreaterThan(5);
  expect([from[1], to[1]].map(Math.round)).toEqual([8, 32]);
  const { surface, parameters } = good(session.frame({ columns: 5, rows: 5, thumbnails: 4 }));
  const [w = NaN, b = NaN] = [parameters.weights[0]?.[0], parameters.biases[0]?.[0]];
  surface.forEach((value, i) => {
    const x = from[0] + ((to[0] - from[0]) * i) / (surface.length - 1);
    expect(value).toBeCloseTo(w * x + b, 4);
  });
});
