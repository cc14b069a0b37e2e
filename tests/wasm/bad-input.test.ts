/** Whatever is passed, an error value comes back, and the next valid call works. */
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Chainwise } from "../../web/engine/api";
import { chainwise, makeNetwork, valueOf } from "./engine";

const stillWorks = () =>
  expect(valueOf(chainwise.differentiate("log(2+cos(x))", "x", { detail: "answer" })).derivative.text).toBe(
    "-sin(x)/(2 + cos(x))",
  );

test.each([
  ["log(2+cos(x)", "missing-close", 3],
  ["2**x", "double-star", 1],
  ["foo(x)", "unknown-function", 0],
  ["", "empty", 0],
  ["   \n\n", "empty", 0],
  ["1/0", "division-by-zero", 2],
  ["(".repeat(10_000), "missing-operand", 9_999],
  ["😀+1", "unexpected-character", 0],
  ["α😀", "unexpected-character", 1],
  ["x\u0000", "unexpected-character", 1],
])("%.20s -> %s at %i", (source, code, position) => {
  const result = chainwise.differentiate(source, "x");
  expect(result).toMatchObject({ ok: false, error: { code, position } });
  if (!result.ok) expect(result.error.message).toMatch(/^[A-Z0-9|].*[.?]$/s);
  stillWorks();
});

const anything = fc.oneof(
  fc.anything(),
  fc.constantFrom(
    undefined,
    null,
    NaN,
    Infinity,
    -1,
    0,
    1e300,
    "",
    "x",
    {},
    [],
    { x: "1" },
    { x: 1 },
    new Float64Array(3),
  ),
);

const calls = [
  "parse",
  "differentiate",
  "evaluate",
  "sample",
  "graph",
  "backpropagate",
  "forward",
  "paths",
  "explainGradient",
  "prove",
  "equivalent",
  "undefinedAt",
  "dataset",
  "network",
];

test.each(calls)("%s answers anything with a result", (name) => {
  const call = chainwise[name as keyof Chainwise] as (...values: unknown[]) => {
    ok: boolean;
    error?: { code: string };
  };
  fc.assert(
    fc.property(fc.array(anything, { maxLength: 6 }), fc.boolean(), (values, withSource) => {
      const result = call(...(withSource ? ["x^2", ...values] : values));
      expect(typeof result.ok).toBe("boolean");
      if (!result.ok) expect(result.error?.code).not.toBe("engine-stopped");
    }),
    { numRuns: 300 },
  );
  stillWorks();
});

const questions = ["exampleGradients", "explain", "landscape", "lineSearch", "tryRate", "health", "updateProgram"];

test.each([
  ...["setData", "train", "predict", "gradients", "setParameters", "setLearningRate", "program", "surface", "restore"],
  ...questions,
])("network.%s answers anything with a result", (name) => {
  const network = makeNetwork({ inputSize: 2, layers: [{ units: 1, activation: "sigmoid" }], loss: "squared" });
  const before = network.parameters();
  const call = (
    network as unknown as Record<string, (...values: unknown[]) => { ok: boolean; error?: { code: string } }>
  )[name]!;
  fc.assert(
    fc.property(fc.array(anything, { maxLength: 3 }), (values) => {
      const result = call(...values);
      expect(typeof result.ok).toBe("boolean");
      if (!result.ok) expect(result.error?.code).not.toBe("engine-stopped");
    }),
    { numRuns: 200 },
  );
  expect(network.parameters()).toEqual(before);
  network.dispose();
  expect(call()).toMatchObject({ ok: false, error: { code: "disposed" } });
  network.dispose();
  stillWorks();
});

test("1,000 networks made, trained and disposed leave the memory where it was", () => {
  const cycle = () => {
    const network = makeNetwork({
      inputSize: 2,
      layers: [
        { units: 32, activation: "tanh" },
        { units: 1, activation: "sigmoid" },
      ],
      loss: "squared",
    });
    valueOf(network.setData(valueOf(chainwise.dataset({ name: "circles", count: 100, seed: 1 }))));
    valueOf(network.train({ batches: 2 }));
    network.dispose();
  };
  for (let i = 0; i < 50; ++i) cycle();
  const before = process.memoryUsage().arrayBuffers;
  for (let i = 0; i < 1000; ++i) cycle();
  // The module's memory is an array buffer of the process; a leak of 10 KB a network would add 10 MB.
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(8e6);
});

test.each(["chained", "forked"])(
  "a program of 5,000 lines, %s → derived with all steps, or refused",
  (kind) => {
    const later = (i: number): string => (kind === "chained" ? `sin(t${i - 1})` : `t${i - 1}*t${i - 2}`);
    const lines = Array.from({ length: 4998 }, (_, i) => `t${i + 2} = ${later(i + 2)}`);
    const source = ["t0 = x", "t1 = x^2", ...lines].join("\n");
    const result = chainwise.differentiate(source, "x", { detail: "all", formats: ["text"] });
    if (!result.ok) expect(["too-many-nodes", "print-too-long", "nested-too-deep"]).toContain(result.error.code);
    stillWorks();
  },
  60_000,
);
