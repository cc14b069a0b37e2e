import { expect, test } from "vitest";
import { handRounding } from "../../../web/figures/hand-rounding-model";
import { kSource } from "../../../web/lessons/small-network/model";
import { good, testEngine } from "../support/engine";

const at = { x: 1.5, y: 1, w1: 0.8, b1: 0.1, w2: -1.2, b2: -0.3 };
const sigmoid = (z: number): number => 1 / (1 + Math.exp(-z));

/** The by-hand computation again, with a rule for what is written down. */
function byHand(write: (value: number) => number): number[] {
  const z1 = write(at.w1 * at.x + at.b1);
  const a1 = write(sigmoid(z1));
  const z2 = write(at.w2 * a1 + at.b2);
  const yhat = write(sigmoid(z2));
  const error = write(yhat - at.y);
  const slope2 = write(sigmoid(z2) * (1 - sigmoid(z2)));
  const delta2 = write(error * slope2);
  const toA1 = write(delta2 * at.w2);
  const slope1 = write(sigmoid(z1) * (1 - sigmoid(z1)));
  const delta1 = write(toA1 * slope1);
  const result = write(delta1 * at.x);
  return [z1, a1, z2, yhat, error, slope2, delta2, at.w2, toA1, slope1, delta1, at.x, result];
}

for (const decimals of [1, 2, 3, 4, 6]) {
  test(`w1 with ${decimals} decimals: every line, exact and rounded`, async () => {
    const hand = handRounding(await testEngine(), { source: kSource, at, by: "w1", decimals });
    const exact = byHand((value) => value);
    const rounded = byHand(
      (value) => (Math.sign(value) * Math.round(Math.abs(value) * 10 ** decimals)) / 10 ** decimals,
    );
    expect(hand?.lines).toHaveLength(exact.length);
    hand?.lines.forEach((line, i) => {
      expect(line.exact).toBeCloseTo(exact[i] ?? NaN, 12);
      expect(line.rounded).toBeCloseTo(rounded[i] ?? NaN, 12);
      expect(line.difference).toBeCloseTo((rounded[i] ?? NaN) - (exact[i] ?? NaN), 12);
    });
    const [result = NaN, off = NaN] = [exact.at(-1), rounded.at(-1)];
    expect(hand?.share).toBeCloseTo(Math.abs((off - result) / result), 9);
  });
}

test("the line that harms most is the one whose rounding alone moves the result most", async () => {
  const hand = handRounding(await testEngine(), { source: kSource, at, by: "w1", decimals: 2 });
  const [exact = NaN] = byHand((value) => value).slice(-1);
  const count = byHand((value) => value).length;
  let step = 0;
  const alone = (which: number): number => {
    step = -1;
    // The lines that copy a given number write nothing down: 7 and 11.
    const place = which - Number(which > 7) - Number(which > 11);
    return (
      byHand((value) => (++step === place ? (Math.sign(value) * Math.round(Math.abs(value) * 100)) / 100 : value)).at(
        -1,
      ) ?? NaN
    );
  };
  const harms = Array.from({ length: count }, (_, i) => (i === 7 || i === 11 ? 0 : Math.abs(alone(i) - exact)));
  hand?.lines.forEach(({ harm }, i) => expect(harm).toBeCloseTo(harms[i] ?? NaN, 12));
  expect(hand?.worst).toBe(hand?.lines[harms.indexOf(Math.max(...harms))]);
});

test("where ways fork: the full-precision result is the engine's gradient", async () => {
  const engine = await testEngine();
  const source = "u = sin(x)\nv = u*x\nJ = v^2 + u*v";
  const point = { x: 0.7 };
  const hand = handRounding(engine, { source, at: point, by: "x", decimals: 4 });
  const gradient = good(engine.backpropagate(source, point, { detail: "definitions" })).gradients["x"];
  expect(hand?.lines.at(-1)?.exact).toBeCloseTo(gradient ?? NaN, 12);
  expect(hand?.lines.at(-1)?.rounded).toBeCloseTo(gradient ?? NaN, 3);
});

test("numbers that come out even lose nothing", async () => {
  const source = "z = w*x\nJ = (z - 1)^2";
  const hand = handRounding(await testEngine(), { source, at: { w: 2, x: 1.5 }, by: "w", decimals: 1 });
  expect(hand).toMatchObject({ worst: undefined, share: 0 });
  expect(hand?.lines.at(-1)).toMatchObject({ exact: 6, rounded: 6 });
});
