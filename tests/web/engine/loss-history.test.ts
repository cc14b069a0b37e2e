import { describe, expect, test } from "vitest";
import { LossHistory } from "../../../web/engine/loss-history";

/** Trains `batches` updates in slices of `slice`, stopping where the history asks for it. */
function filled(batches: number, slice: number, capacity = 8): LossHistory {
  const history = new LossHistory(capacity);
  history.record(0, 1);
  for (let at = 0; at < batches;) {
    at = Math.min(at + slice, history.next, batches);
    history.record(at, 1 / (1 + at));
  }
  return history;
}

describe("LossHistory", () => {
  test("few updates: every loss is kept", () => {
    expect(filled(5, 1).copy()).toEqual({
      batches: [0, 1, 2, 3, 4, 5],
      losses: [1, 1 / 2, 1 / 3, 1 / 4, 1 / 5, 1 / 6],
      stride: 1,
    });
  });

  test("many updates: never more than the capacity, evenly spaced from 0", () => {
    const { batches, losses, stride } = filled(1000, 1).copy();
    expect(batches.length).toBeLessThanOrEqual(8);
    expect(batches).toEqual(batches.map((_, i) => i * stride));
    expect(losses).toEqual(batches.map((at) => 1 / (1 + at)));
  });

  test("however the work is sliced, the points are the same", () => {
    expect(filled(777, 13).copy()).toEqual(filled(777, 1).copy());
  });

  test("an update that is not due is left out", () => {
    const history = new LossHistory(8);
    history.record(0, 1);
    history.record(3, 0.5);
    expect(history.batches).toEqual([0]);
  });

  test("a copy goes on where the original was", () => {
    const whole = filled(500, 1);
    const half = filled(250, 1);
    const continued = new LossHistory(8, half.copy());
    for (let at = 250; at < 500;) {
      at = Math.min(continued.next, 500);
      continued.record(at, 1 / (1 + at));
    }
    expect(continued.copy()).toEqual(whole.copy());
  });
});
