import { expect, test } from "vitest";
import { setupFrom } from "../../../web/lab/setup";
import { madeSets, taskOf } from "../../../web/lab/data/sets";
import { preset, presetNames } from "../../../web/lab/presets";
import { activations, initializers, losses, optimizers, readLayers, writeLayers } from "../../../web/lab/state";
import { readSaved, writeSaved } from "../../../web/lab/export/saved";
import { Timeline } from "../../../web/lab/timeline";
import type { TrainingFrame } from "../../../web/engine/training-protocol";
import { good, testEngine } from "../support/engine";

test.each([
  [
    "tanh4.tanh2",
    [
      { units: 4, activation: "tanh" },
      { units: 2, activation: "tanh" },
    ],
  ],
  ["leaky-relu12", [{ units: 12, activation: "leaky-relu" }]],
  ["", []],
  ["tanh0", undefined],
  ["tanh13", undefined],
  ["banana3", undefined],
  ["tanh4..tanh2", undefined],
  ["tanh1.tanh1.tanh1.tanh1.tanh1.tanh1.tanh1", undefined],
])("layers %j", (text, layers) => {
  expect(readLayers(text)).toEqual(layers);
  if (layers) expect(writeLayers(readLayers(text) ?? [])).toBe(text);
});

test("every choice is one of the engine's, and the engine has no other", async () => {
  const catalog = (await testEngine()).catalog();
  expect([...activations, "softmax"].sort()).toEqual([...catalog.activations].sort());
  expect([...losses, "softmax-cross-entropy"].sort()).toEqual([...catalog.losses].sort());
  expect([...optimizers].sort()).toEqual([...catalog.optimizers].sort());
  expect([...initializers].sort()).toEqual([...catalog.initializers].sort());
  expect(madeSets.map((name) => ({ name, inputSize: taskOf(name).inputs, targetSize: taskOf(name).outputs }))).toEqual(
    expect.arrayContaining(catalog.datasets),
  );
  expect(madeSets.length).toBe(catalog.datasets.length);
});

test.each(presetNames)("preset %s can be made", async (name) => {
  const setup = setupFrom(preset(name, 1));
  const network = good((await testEngine()).network(setup.network));
  network.dispose();
});

test("a timeline of a long run: few moments, evenly spread, ending near the last", () => {
  const timeline = new Timeline(20);
  for (let batches = 0; batches <= 10_000; batches += 7) timeline.add({ batches } as TrainingFrame);
  const at = timeline.moments.map(({ batches }) => batches);
  expect(at.length).toBeGreaterThan(8);
  expect(at.length).toBeLessThanOrEqual(20);
  expect(at[0]).toBe(0);
  expect(at.at(-1)).toBeGreaterThan(9000);
  const middle = timeline.moments[5];
  if (middle) timeline.cutAfter(middle);
  expect(timeline.moments.at(-1)).toBe(middle);
});

test("a saved network → the same again", () => {
  const parameters = {
    weights: [Float64Array.of(0.1, -1e-300), Float64Array.of(3)],
    biases: [Float64Array.of(1 / 3), Float64Array.of(0)],
  };
  const query = "data=xor&layers=tanh1";
  expect(readSaved(writeSaved({ query, parameters }))).toEqual({ query, parameters });
});

test.each([
  ["", "no-json"],
  ["[1, 2", "no-json"],
  ["7", "no-network"],
  ["null", "no-network"],
  ['{"weights": []}', "no-network"],
  ['{"chainwise": 99}', "newer"],
  ['{"chainwise": 1, "settings": "", "weights": [[1, null]], "biases": [[0]]}', "numbers"],
  ['{"chainwise": 1, "settings": "", "weights": [1], "biases": []}', "numbers"],
  ['{"chainwise": 1, "settings": 3, "weights": [], "biases": []}', "numbers"],
  ['{"chainwise": 1, "settings": "layers=", "weights": [[1, 1e300]], "biases": [[0]]}', "numbers"],
  ['{"chainwise": 1, "settings": "layers=", "weights": [[1, 2, 3]], "biases": [[0]]}', "shapes"],
  ['{"chainwise": 1, "settings": "layers=", "weights": [], "biases": []}', "shapes"],
  ['{"chainwise": 1, "settings": "layers=tanh2", "weights": [[1, 2]], "biases": [[0]]}', "shapes"],
  ["x".repeat(2_000_000), "too-large"],
])("a file with %.40j → %s", (text, fault) => {
  expect(readSaved(text)).toEqual({ fault });
});
