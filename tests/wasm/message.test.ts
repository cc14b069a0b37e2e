/** What crosses the boundary arrives whole; a derivative without steps is the one with steps, without them. */
import { expect, test } from "vitest";
import type { DifferentiateOptions } from "../../web/engine/api";
import { chainwise, valueOf } from "./engine";

const shortWay = (source: string, variable: string, options: DifferentiateOptions = {}) =>
  chainwise.differentiate(source, variable, { ...options, detail: "answer" });
const longWay = (source: string, variable: string, options: DifferentiateOptions = {}) =>
  chainwise.differentiate(source, variable, { ...options, detail: "main" });

const nested = (depth: number) => "sin(cos(".repeat(depth / 2) + "x" + "))".repeat(depth / 2);

test.each([
  ["log(2+cos(x))", "x", undefined],
  ["z = w*x + b\nJ = (z-y)^2\nK = J + 1", "w", { output: "J" }],
  ["αx² + ŷ·x", "alpha", { order: 2 }],
  ["sin(x)/x", "x", { formats: ["mathml", "latex"] }],
  [nested(200), "x", { formats: ["text"] }],
  ["3", "x", undefined],
] as [string, string, DifferentiateOptions | undefined][])("%s by %s -> as with steps", (source, variable, options) => {
  const short = valueOf(shortWay(source, variable, options));
  const long = valueOf(longWay(source, variable, options));
  const texts = ({ node: _, ...rest }: { node: number }) => rest;
  expect(texts(short.derivative)).toEqual(texts(long.derivative));
  expect(texts(short.unsimplified)).toEqual(texts(long.unsimplified));
  expect(short.steps).toEqual([]);
});

test.each([
  ["x+", "x", {}],
  ["🙂 + x", "x", {}],
  ["x", "1", {}],
  ["x", "x", { output: "J" }],
  ["x", "x", { order: 6 }],
  ["x", "x", { formats: ["song"] }],
  ["x", "x", { output: 5 }],
  ["x", "x", { depth: 2 }],
] as unknown as [string, string, DifferentiateOptions][])(
  "%s by %s, %j -> the same error",
  (source, variable, options) => {
    const short = shortWay(source, variable, options);
    expect(short.ok).toBe(false);
    expect(short).toEqual(longWay(source, variable, options));
  },
);

test("the unsimplified form is there in copies as well", () => {
  const value = valueOf(shortWay("x^2*x^3", "x", { formats: ["text"] }));
  expect(value.unsimplified.text).not.toBe(value.derivative.text);
  const copy = { derivative: value.derivative, unsimplified: value.unsimplified, steps: [] };
  expect(JSON.parse(JSON.stringify(value))).toEqual(copy);
  expect(structuredClone(value)).toEqual(copy);
});

test("no formats -> nodes only, of a formula that is too long to be written as well", () => {
  const value = valueOf(shortWay(nested(1600), "x", { formats: [] }));
  expect(Object.keys(value.derivative)).toEqual(["node"]);
  expect(shortWay(nested(1600), "x", { formats: ["text"] })).toMatchObject({ error: { code: "print-too-long" } });
  expect(Object.keys(valueOf(longWay("x^2", "x", { formats: [] })).derivative)).toEqual(["node"]);
});

test("what is found after the memory has grown is found as before", () => {
  const before = shortWay("log(2+cos(x))", "x");
  valueOf(longWay(nested(600), "x", { formats: ["text"] })); // megabytes
  expect(shortWay("log(2+cos(x))", "x")).toEqual(before);
});

test.each([
  ["text of all widths", "α·x + 𝛼 + é", "unexpected-character"],
  ["a lone surrogate", "x + \ud800", "unexpected-character"],
  ["65,536 bytes", "x" + " + x".repeat(16_384), undefined],
])("%s is read to its end", (_, source, code) => {
  const result = chainwise.parse(source, { formats: [] });
  expect(result.ok ? undefined : result.error.code).toBe(code);
});

test.each([
  [
    "a getter that throws",
    {
      get x(): number {
        throw new Error("no");
      },
    },
  ],
  [
    "a proxy that throws",
    new Proxy(
      {},
      {
        ownKeys: () => {
          throw new Error("no");
        },
      },
    ),
  ],
  ["a function", () => 1],
  ["a symbol", Symbol("x")],
  ["a big integer", 1n],
  ["a list", [1]],
  ["an array of other numbers", new Float32Array(1)],
])("%s as values -> wrong-type", (_, at) => {
  expect(chainwise.evaluate("x^2", at as never)).toMatchObject({ ok: false, error: { code: "wrong-type" } });
});

test("an object within itself -> wrong-type, at once", () => {
  const circle: Record<string, unknown> = {};
  for (const name of "abcdefghij") circle[name] = circle;
  expect(chainwise.evaluate("x^2", circle as never)).toMatchObject({ ok: false, error: { code: "wrong-type" } });
});

test("numbers arrive to the last bit, infinities and NaN too", () => {
  for (const x of [0.1 + 0.2, 5e-324, 1.7976931348623157e308, Infinity, -Infinity, NaN])
    expect(valueOf(chainwise.evaluate("x", { x }))).toBe(x);
});
