import { expect, test } from "vitest";
import { DescentPath } from "../../../web/figures/descent-path";
import { testEngine } from "../support/engine";

test("one linear node: x = 2, w = 3, b = 1, y = 9, η = 0.05 → gradients -8 and -4, then w = 3.4, b = 1.2, J = 1", async () => {
  const source = "yhat = w*x + b\nJ = (yhat - y)^2";
  const at = { x: 2, w: 3, b: 1, y: 9 };
  const path = new DescentPath(await testEngine(), { source, at, names: ["w", "b"], rate: 0.05 });
  expect(path.place(0)).toEqual({ values: [3, 1], gradients: [-8, -4], cost: 4 });
  const next = path.place(1);
  expect(next.values[0]).toBeCloseTo(3.4, 12);
  expect(next.values[1]).toBeCloseTo(1.2, 12);
  expect(next.cost).toBeCloseTo(1, 12);
  expect(path.courseAt(1)).toBe("fell");
});

test("the lost sign → the cost rises; a rate far too large → it rises, and numbers that are none stay none", async () => {
  const engine = await testEngine();
  const source = "J = (w - 1)^2";
  const up = new DescentPath(engine, { source, at: { w: 3 }, names: ["w"], rate: 0.1, direction: "up" });
  expect(up.courseAt(1)).toBe("rose");
  const wild = new DescentPath(engine, { source, at: { w: 3 }, names: ["w"], rate: 1e200 });
  expect(wild.place(60).values[0]).toBeNaN();
});
