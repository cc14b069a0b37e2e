import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { choiceField, numberField, textField } from "../../../web/kit/fields";
import { UrlState } from "../../../web/kit/url-state";

const make = () =>
  new UrlState({
    expression: textField({ initial: "x", maxLength: 100 }),
    x: numberField({ initial: 1, min: -10, max: 10 }),
    detail: choiceField(["main", "all"], "main"),
  });

describe("read", () => {
  test("a whole link", () => {
    const state = make();
    expect(state.read("expression=sin(x%5E2)&x=-2.5&detail=all")).toEqual([]);
    expect(state.values).toEqual({ expression: "sin(x^2)", x: -2.5, detail: "all" });
  });

  test("damaged values are named and keep their default", () => {
    const state = make();
    expect(state.read("x=banana&expression=%00&detail=all")).toEqual(["x", "expression"]);
    expect(state.values).toEqual({ expression: "x", x: 1, detail: "all" });
  });

  test("unknown keys are named, also those of every object", () => {
    expect(make().read("y=1&constructor=2&__proto__=3")).toEqual(["y", "constructor", "__proto__"]);
  });

  test("a second link starts from the defaults again", () => {
    const state = make();
    state.read("x=5");
    state.read("detail=all");
    expect(state.values.x).toBe(1);
  });

  test("any text at all gives valid values", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 80 }), (query) => {
        const state = make();
        state.read(query);
        const { x, detail, expression } = state.values;
        return x >= -10 && x <= 10 && ["main", "all"].includes(detail) && expression.length <= 100;
      }),
    );
  });

  test("what it writes, it reads", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1000, max: 1000 }),
        fc.stringMatching(/^[ -~]{1,40}$/),
        (hundredths, expression) => {
          const state = make();
          state.set({ x: hundredths / 100, expression });
          const copy = make();
          expect(copy.read(state.query())).toEqual([]);
          expect(copy.values).toEqual(state.values);
        },
      ),
    );
  });
});

describe("set", () => {
  const replaceState = vi.fn();
  beforeEach(() => {
    vi.useFakeTimers();
    vi.stubGlobal("history", { state: null, replaceState });
    vi.stubGlobal("location", { hash: "#/here" });
    replaceState.mockReset();
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  test("tells what changed, and only then", () => {
    const state = make();
    const heard: string[][] = [];
    state.subscribe((changed) => heard.push([...changed]));
    state.set({ x: 2 });
    state.set({ x: 2 });
    state.set({ x: 3, detail: "all" });
    expect(heard).toEqual([["x"], ["x", "detail"]]);
  });

  test("the address follows once the hand rests; defaults stay out of it", () => {
    const state = make();
    state.bindToAddress("#/here");
    state.set({ x: 2 });
    state.set({ x: 3 });
    expect(replaceState).not.toHaveBeenCalled();
    vi.runAllTimers();
    expect(replaceState).toHaveBeenCalledExactlyOnceWith(null, "", "#/here?x=3");
    state.set({ x: 1 });
    vi.runAllTimers();
    expect(replaceState).toHaveBeenLastCalledWith(null, "", "#/here");
  });

  test("a link that was followed meanwhile is not written over", () => {
    const state = make();
    state.bindToAddress("#/here");
    state.set({ x: 2 });
    location.hash = "#/here?x=5";
    vi.runAllTimers();
    state.set({ x: 2.5 });
    state.read("x=5");
    vi.runAllTimers();
    expect(replaceState).not.toHaveBeenCalled();
  });

  test("a page that was left writes no address", () => {
    const state = make();
    state.bindToAddress("#/here");
    state.set({ x: 2 });
    state.release();
    vi.runAllTimers();
    expect(replaceState).not.toHaveBeenCalled();
  });

  test("a frame that forbids it does no harm", () => {
    replaceState.mockImplementation(() => {
      throw new Error("SecurityError");
    });
    const state = make();
    state.bindToAddress("#/here");
    state.set({ x: 2 });
    expect(() => vi.runAllTimers()).not.toThrow();
  });
});
