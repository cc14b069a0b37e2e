import { beforeAll, describe, expect, test } from "vitest";
import type { Chainwise } from "../../../web/engine/api";
import {
  kData,
  kRegion,
  kSteps,
  optimisers,
  parameters,
  placeAfter,
  raceLandscape,
  runRace,
  type OptimiserName,
  type Run,
} from "../../../web/figures/optimiser-race-model";
import { updateLines } from "../../../web/figures/update-lines-model";
import { testEngine } from "../support/engine";

let engine: Chainwise;
beforeAll(async () => {
  engine = await testEngine();
});

const setting = { rate: 0.3, w: -1, b: 3 };

/** The rules once more, by hand: J and its gradient for ŷ = σ(w x + b), and what each optimiser makes of it. */
function loss(w: number, b: number): { J: number; gradient: [number, number] } {
  let [J, gw, gb] = [0, 0, 0];
  const count = kData.inputs.length;
  kData.inputs.forEach((x, i) => {
    const yhat = 1 / (1 + Math.exp(-(w * x + b)));
    const error = yhat - (kData.targets[i] ?? 0);
    J += (0.5 * error * error) / count;
    gw += (error * yhat * (1 - yhat) * x) / count;
    gb += (error * yhat * (1 - yhat)) / count;
  });
  return { J, gradient: [gw, gb] };
}

const rules: Record<OptimiserName, (g: number, memory: [number, number], t: number) => number> = {
  descent: (g) => g,
  momentum: (g, memory) => (memory[0] = 0.9 * memory[0] + g),
  rmsprop: (g, memory) => {
    memory[0] = 0.9 * memory[0] + 0.1 * g * g;
    return g / (Math.sqrt(memory[0]) + 1e-8);
  },
  adam: (g, memory, t) => {
    memory[0] = 0.9 * memory[0] + 0.1 * g;
    memory[1] = 0.999 * memory[1] + 0.001 * g * g;
    return memory[0] / (1 - 0.9 ** t) / (Math.sqrt(memory[1] / (1 - 0.999 ** t)) + 1e-8);
  },
};

function byHand(name: OptimiserName, steps: number): { w: number; b: number } {
  let { w, b } = setting;
  const memory: [[number, number], [number, number]] = [
    [0, 0],
    [0, 0],
  ];
  for (let t = 1; t <= steps; t++) {
    const [gw, gb] = loss(w, b).gradient;
    w -= setting.rate * rules[name](gw, memory[0], t);
    b -= setting.rate * rules[name](gb, memory[1], t);
  }
  return { w, b };
}

describe("the race", () => {
  test.each(optimisers)("%s goes where its rule says", (name) => {
    const run = runRace(engine, setting).find((candidate) => candidate.name === name);
    for (const steps of [0, 1, 2, 10, 40]) {
      const place = placeAfter(run as Run, steps);
      const hand = byHand(name, steps);
      expect(place.w).toBeCloseTo(hand.w, 9);
      expect(place.b).toBeCloseTo(hand.b, 9);
      expect(place.loss).toBeCloseTo(loss(hand.w, hand.b).J, 9);
    }
  });

  test("a short race is the beginning of a long one", () => {
    const long = runRace(engine, setting);
    runRace(engine, setting, 5).forEach((run, i) => {
      expect(run.path).toEqual(long[i]?.path.slice(0, 6));
      expect(long[i]?.path).toHaveLength(kSteps + 1);
    });
  });

  test("the map is the loss at its places", () => {
    const { values, columns, rows, low, high } = raceLandscape(engine, 7, 5);
    for (const [column, row] of [
      [0, 0],
      [6, 4],
      [3, 1],
    ] as const) {
      const w = kRegion.from[0] + ((kRegion.to[0] - kRegion.from[0]) * column) / (columns - 1);
      const b = kRegion.from[1] + ((kRegion.to[1] - kRegion.from[1]) * row) / (rows - 1);
      expect(values[row * columns + column]).toBeCloseTo(loss(w, b).J, 9);
    }
    expect(low).toBeLessThan(high);
  });

  test.each(optimisers)("%s: the lines of every update end where training ends", (optimiser) => {
    for (const parameter of parameters) {
      for (const steps of [0, 1, 25]) {
        const { lines, result, trained, same } = updateLines(engine, setting, { optimiser, parameter, steps });
        expect(Math.abs(result - trained)).toBeLessThan(1e-12);
        expect(same).toBe(true);
        expect(lines.at(-1)?.name).toBe(`${parameter}_new`);
        expect(lines.at(-1)?.left).toBe(`${parameter}_{\\text{new}}`);
        expect(trained).toBeCloseTo(byHand(optimiser, steps + 1)[parameter], 9);
      }
    }
  });
});
