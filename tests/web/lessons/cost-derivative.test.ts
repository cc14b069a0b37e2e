import { expect, test } from "vitest";
import { handSteps, isRight } from "../../../web/lessons/cost-derivative/hand-steps";
import { SmallNetwork } from "../../../web/lessons/small-network/model";
import { testEngine } from "../support/engine";

const sigmoid = (z: number): number => 1 / (1 + Math.exp(-z));

test("by hand: the five lines, the links and the product, computed apart", async () => {
  const [x, y, w1, b1, w2, b2] = [1.5, 1, 0.8, 0.1, -1.2, -0.3];
  const model = new SmallNetwork(await testEngine(), { x, y, w1, b1, w2, b2, eta: 0 });
  const z1 = w1 * x + b1;
  const a1 = sigmoid(z1);
  const z2 = w2 * a1 + b2;
  const answer = sigmoid(z2);
  const front = [answer - y, answer * (1 - answer)];
  const toInner = [...front, w2, a1 * (1 - a1)];
  const links = { w2: [...front, a1], b2: [...front, 1], w1: [...toInner, x], b1: [...toInner, 1] };
  for (const [name, factors] of Object.entries(links)) {
    const product = factors.reduce((all, factor) => all * factor, 1);
    const steps = handSteps(model, name);
    expect(steps.map(({ key }) => key).slice(0, 4)).toEqual(["z1", "a1", "z2", "yhat"]);
    [z1, a1, z2, answer, ...factors, product].forEach((value, i) => expect(steps[i]?.value).toBeCloseTo(value, 12));
  }
});

test.each([
  ["0.041", 0.0408557, true],
  ["0.8*0.5", 0.4, true],
  ["-0.041", 0.0408557, false],
  ["0", 0.000444, false],
  ["0.000444", 0.0004437, true],
  ["0", 0, true],
  ["0.001", 0, false],
  ["", 0, false],
  ["banana", 1, false],
])("by hand: %j for %d → %j", async (typed, value, right) => {
  const numbers = { x: 1, y: 1, w1: 1, b1: 0, w2: 1, b2: 0, eta: 0 };
  expect(isRight(new SmallNetwork(await testEngine(), numbers), typed, value)).toBe(right);
});
