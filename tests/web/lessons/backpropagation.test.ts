import { beforeAll, describe, expect, test } from "vitest";
import type { Chainwise } from "../../../web/engine/api";
import { presets } from "../../../web/figures/dense-program";
import { matrixForm, shapeOf, type Matrix } from "../../../web/figures/matrix-model";
import { growthOf } from "../../../web/figures/path-growth-model";
import { ledgerOf } from "../../../web/figures/path-ledger-model";
import { sharesOf } from "../../../web/figures/ways-model";
import { slipsOf } from "../../../web/lessons/backpropagation/slips";
import { FullNetwork, type Setting } from "../../../web/lessons/backpropagation/model";
import { table } from "../../../web/lessons/backpropagation/state";
import { good, testEngine } from "../support/engine";

let engine: Chainwise;
beforeAll(async () => {
  engine = await testEngine();
});

const made = (setting: Partial<Setting> = {}): FullNetwork =>
  new FullNetwork(engine, {
    ...{ preset: "textbook", changed: {}, rate: 0.5, mode: "reverse", weight: "w1" },
    ...setting,
  });

/** Numbers spread over the range of each name; `seed` gives others. */
function spread(names: readonly string[], seed: number): Record<string, number> {
  return Object.fromEntries(names.map((name, i) => [name, 4 * ((seed * Math.SQRT2 + i * 0.618) % 1) - 2]));
}

/** The gradients that training uses, by the names of the program. */
function trained({ program, at }: FullNetwork): Record<string, number> {
  const numbers = (names: readonly string[]) => Float64Array.from(names, (name) => at[name] ?? NaN);
  const network = good(
    engine.network({
      inputSize: program.inputs.length,
      layers: program.layers.map(({ z }) => ({ units: z.length, activation: "sigmoid" })),
      loss: "half-squared",
      parameters: {
        weights: program.layers.map(({ weights }) => numbers(weights.flat())),
        biases: program.layers.map(({ biases }) => numbers(biases)),
      },
    }),
  );
  const { weights, biases } = good(network.gradients(numbers(program.inputs), numbers(program.targets)));
  network.dispose();
  return Object.fromEntries(
    program.layers.flatMap((layer, l) => [
      ...layer.weights.flat().map((name, i) => [name, weights[l]?.[i] ?? NaN] as const),
      ...layer.biases.map((name, i) => [name, biases[l]?.[i] ?? NaN] as const),
    ]),
  );
}

describe("FullNetwork", () => {
  test("the textbook's numbers → its total error, and its weights after one step with η = 0.5", () => {
    const model = made();
    expect(model.value("J")).toBeCloseTo(0.298371109, 9);
    const published = { w1: 0.149780716, w2: 0.19956143, w3: 0.24975114, w4: 0.29950229 };
    const output = { w5: 0.35891648, w6: 0.408666186, w7: 0.51130127, w8: 0.561370121 };
    for (const [name, after] of Object.entries({ ...published, ...output })) {
      expect(model.updated[name], name).toBeCloseTo(after, 8);
    }
  });

  test.each(["textbook", "xor"] as const)(
    "%s: graph, formula, nudge and trained network agree in 20 places",
    (preset) => {
      for (let seed = 0; seed < 20; seed++) {
        const model = made({ preset, changed: spread(Object.keys(presets[preset].at), seed) });
        const gradients = trained(model);
        for (const name of model.program.parameters) {
          const proof = model.proofs.get(name);
          expect(Math.abs(model.gradient(name) - (gradients[name] ?? NaN)), name).toBeLessThan(1e-12);
          expect(Math.abs((proof?.symbolic ?? NaN) - model.gradient(name)), name).toBeLessThan(1e-12);
          expect(Math.abs((proof?.difference ?? NaN) - model.gradient(name)), name).toBeLessThan(1e-6);
        }
      }
    },
  );

  test("forward mode: the walk ends with the derivative that reverse mode finds, and updates nothing", () => {
    for (const weight of ["w1", "w4", "x2"]) {
      const { trace } = made({ mode: "forward", weight });
      const end = trace.at(trace.steps.length);
      expect(end.gradients.get(trace.graph.output)).toBeCloseTo(trace.pass.gradients[weight] ?? NaN, 12);
      expect(end.updated.size).toBe(0);
    }
  });

  test("no network takes more steps than a link can carry", () => {
    for (const preset of ["textbook", "xor"] as const) {
      for (const mode of ["reverse", "forward"] as const) {
        expect(made({ preset, mode }).trace.steps.length).toBeLessThanOrEqual(table.step.max);
      }
    }
  });
});

test("state: names that no network has, and numbers out of reach → refused", () => {
  expect(table.at.parse("w1=0.5,b4=-2")).toEqual({ w1: 0.5, b4: -2 });
  for (const text of ["w99=1", "w1=1000", "w1", "constructor=1"]) expect(table.at.parse(text), text).toBeUndefined();
});

describe("ways", () => {
  test("the shares of the ways add up to the whole; a smaller nudge brings it to what J really does", () => {
    const model = made();
    const paths = model.paths("w2");
    if (!paths) throw new Error("no paths");
    const off = (nudge: number): number => {
      const shares = sharesOf(engine, model.program, model.trace, paths, "w2", nudge);
      if (!shares) throw new Error("no shares");
      expect(shares.ways).toHaveLength(2);
      expect(shares.ways.reduce((sum, { change }) => sum + change, 0)).toBeCloseTo(shares.sum, 14);
      return Math.abs(shares.really - shares.sum);
    };
    // The rest is of second order: a tenth of the nudge, a hundredth of the difference.
    expect(off(0.1) / off(1)).toBeLessThan(0.02);
  });
});

describe("ledger", () => {
  test("rows multiply and add up to the derivative; known fronts cost nothing again", () => {
    const model = made();
    const paths = (name: string) => {
      const found = model.paths(name);
      return found ? [[name, found] as const] : [];
    };
    const parts = ledgerOf(model.trace, new Map(["w1", "w2"].flatMap(paths)));
    expect(parts).toHaveLength(2);
    for (const { name, rows } of parts) {
      expect(rows).toHaveLength(2);
      for (const { links, product } of rows) {
        expect(links.reduce((all, { value }) => all * value, 1)).toBeCloseTo(product, 14);
      }
      expect(rows.reduce((sum, { product }) => sum + product, 0)).toBeCloseTo(model.gradient(name), 14);
    }
    // w1: two rows of 5 links; w2 shares all but the last link with them.
    expect(parts.flatMap(({ rows }) => rows.map(({ alone }) => alone))).toEqual([4, 4, 4, 4]);
    expect(parts.flatMap(({ rows }) => rows.map(({ shared }) => shared))).toEqual([4, 4, 1, 1]);
  });
});

describe("growth", () => {
  test("paths from a weight of the first layer: units^(layers - 1) · outputs", () => {
    for (const [layers, units] of [
      [1, 3],
      [2, 2],
      [3, 4],
      [6, 5],
    ] as const) {
      expect(growthOf(engine, layers, units)?.paths, `${layers} layers of ${units}`).toBe(units ** (layers - 1) * 2);
    }
  });

  test("a deeper network → paths explode, reverse mode grows by a layer", () => {
    const counts = [4, 5, 6].map((layers) => growthOf(engine, layers, 5)?.multiplications);
    const [a, b, c] = counts;
    if (!a || !b || !c) throw new Error("no counts");
    expect(c.pathSum / b.pathSum).toBeGreaterThan(4.5);
    expect(c.reverse - b.reverse).toBe(b.reverse - a.reverse);
  });
});

describe("matrix form", () => {
  const values = ({ entries }: Matrix): number[][] => entries.map((row) => row.map(({ value }) => value));
  const times = (a: number[][], b: number[][]): number[][] =>
    a.map((row) => (b[0] ?? []).map((_, j) => row.reduce((sum, value, k) => sum + value * (b[k]?.[j] ?? NaN), 0)));

  test.each(["textbook", "xor"] as const)(
    "%s: each product, multiplied out here, is its left side; shapes fit",
    (preset) => {
      const model = made({ preset, changed: spread(Object.keys(presets[preset].at), 7) });
      const equations = matrixForm(model.program, model.trace);
      expect(equations).toHaveLength(10);
      for (const { id, kind, left, right } of equations) {
        const [a = [], b = [], c = []] = right
          .filter((part) => !("sign" in part))
          .map((part) => values(part as Matrix));
        const each = (f: (i: number) => number): number[][] => values(left).map((_, i) => [f(i)]);
        const expected = {
          forward: () => times(a, b).map((row, i) => [(row[0] ?? NaN) + (c[i]?.[0] ?? NaN)]),
          activation: () => each((i) => 1 / (1 + Math.exp(-(a[i]?.[0] ?? NaN)))),
          "output-delta": () => each((i) => (a[i]?.[0] ?? NaN) * (b[i]?.[0] ?? NaN)),
          delta: () => times(a, b).map((row, i) => [(row[0] ?? NaN) * (c[i]?.[0] ?? NaN)]),
          weights: () => times(a, b),
          biases: () => a,
        }[kind]();
        expect(
          expected.map((row) => row.length),
          id,
        ).toEqual(values(left).map((row) => row.length));
        values(left).forEach((row, i) =>
          row.forEach((value, j) => expect(expected[i]?.[j], `${id} ${i},${j}`).toBeCloseTo(value, 12)),
        );
      }
    },
  );

  test("the 2-2-1 network → W of its output layer is 1 × 2, transposed 2 × 1", () => {
    const model = made({ preset: "xor" });
    const delta = matrixForm(model.program, model.trace).find(({ id }) => id === "delta-1");
    const [turned] = delta?.right ?? [];
    expect(turned && "entries" in turned ? shapeOf(turned) : "").toBe("2 × 1");
    expect(delta?.scalars[1]?.[0]?.from).toEqual(["w6", "delta z3", "slope z2"]);
  });
});

describe("slips", () => {
  test("2-2-2: all three are wrong; worked out here from δ", () => {
    const model = made();
    const { at } = model;
    const [d3, d4] = [model.gradient("z3"), model.gradient("z4")];
    const a1 = model.value("a1");
    const rest = a1 * (1 - a1) * 0.05;
    const slips = slipsOf(model);
    expect(slips.right).toBeCloseTo(((at["w5"] ?? 0) * d3 + (at["w7"] ?? 0) * d4) * rest, 14);
    expect(slips.forgotten).toBeCloseTo((at["w5"] ?? 0) * d3 * rest, 14);
    expect(slips.transposed).toBeCloseTo(((at["w5"] ?? 0) * d3 + (at["w6"] ?? 0) * d4) * rest, 14);
    expect(slips.early).toBeCloseTo((0.35891648 * d3 + 0.51130127 * d4) * rest, 10);
  });

  test("2-2-1: the shapes do not fit when W is not transposed, and there is no fork to forget", () => {
    const slips = slipsOf(made({ preset: "xor" }));
    expect(slips.transposed).toBeUndefined();
    expect(slips.forgotten).toBeCloseTo(slips.right, 14);
  });
});
