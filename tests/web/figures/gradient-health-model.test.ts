import { beforeAll, describe, expect, test } from "vitest";
import type { Chainwise } from "../../../web/engine/api";
import { activations, GradientHealthModel, healthFields, starts } from "../../../web/figures/gradient-health-model";
import { sizeText } from "../../../web/figures/size-text";
import { testEngine } from "../support/engine";

let model: GradientHealthModel;
let engine: Chainwise;
beforeAll(async () => {
  engine = await testEngine();
  model = new GradientHealthModel(engine);
});

describe("gradients of a deep network", () => {
  test("every setting gives one size for each layer and the output", () => {
    for (const activation of activations)
      for (const start of starts)
        for (const depth of [healthFields.depth.min, 7, healthFields.depth.max]) {
          const { layers } = model.examine({ activation, start, depth, draw: 3 });
          expect(layers).toHaveLength(depth + 1);
          for (const { gradientNorm } of layers) expect(gradientNorm).toBeGreaterThanOrEqual(0);
        }
  });

  test.each([
    ["sigmoid", "zeros", 8, "zero"],
    ["sigmoid", "xavier", 8, "vanishes"],
    ["sigmoid", "xavier", 1, "steady"],
    ["tanh", "xavier", 20, "steady"],
    ["tanh", "large", 20, "explodes"],
    ["relu", "he", 20, "steady"],
    ["relu", "small", 10, "tiny"],
    ["relu", "large", 10, "huge"],
  ] as const)("%s, %s, %d layers: %s", (activation, start, depth, verdict) => {
    expect(model.examine({ activation, start, depth, draw: 1 }).verdict).toBe(verdict);
  });

  test("the factor leads from the last layer to the first", () => {
    const { first, last, factor, layers } = model.examine({ activation: "tanh", start: "he", depth: 12, draw: 2 });
    let size = last;
    for (let i = 1; i < layers.length; i++) size *= factor;
    expect(size / first).toBeCloseTo(1, 9);
  });

  test("the same draw gives the same numbers, another draw others", () => {
    const setting = { activation: "tanh", start: "xavier", depth: 4, draw: 5 } as const;
    expect(model.examine(setting)).toEqual(model.examine(setting));
    expect(model.examine(setting).first).not.toBe(model.examine({ ...setting, draw: 6 }).first);
  });
});

test.each([
  [0, "0"],
  [0.48, "0.48"],
  [12.34, "12"],
  [0.0123, "0.012"],
  [4.23e-7, "4.2\u00a0·\u00a010⁻⁷"],
  [1700, "1.7\u00a0·\u00a010³"],
])("sizeText(%d) is %s", (value, text) => expect(sizeText(value)).toBe(text));
