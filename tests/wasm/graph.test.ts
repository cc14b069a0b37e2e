/** What the calls about one graph say, held against each other. */
import { expect, test } from "vitest";
import type { GraphOptions } from "../../web/engine/api";
import { chainwise, valueOf } from "./engine";

const programs: [string, Record<string, number>][] = [
  ["a = x^2\nb = 3*x\nJ = a*b + y", { x: 2, y: 1 }],
  ["z1 = w1*x + b1\na1 = sigmoid(z1)\nz2 = w2*a1 + b2\nJ = (z2 - y)^2/2", { w1: 0.5, x: 2, b1: 0, w2: 3, b2: 1, y: 0 }],
  ["log(2+cos(x)) + x*x", { x: 1 }],
];
const details: GraphOptions[] = [{ detail: "definitions" }, { detail: "operations" }];
const cases = programs.flatMap(([source, at]) => details.map((options) => [source, at, options] as const));

test.each(cases)("%j %j %j -> forward mode, the sum over paths and reverse mode agree", (source, at, options) => {
  const reverse = valueOf(chainwise.backpropagate(source, at, options));
  for (const name of Object.keys(at)) {
    const gradient = reverse.gradients[name]!;
    const forward = valueOf(chainwise.forward(source, name, at, options));
    expect(forward.derivative).toBeCloseTo(gradient, 12);
    expect(forward.nodes.map((node) => node.id)).toEqual(reverse.nodes.map((node) => node.id));
    for (const event of forward.events) expect(event.contribution).toBe(event.fromTangent * event.local);
    const paths = valueOf(chainwise.paths(source, name, at, options));
    expect(paths.gradient).toBeCloseTo(gradient, 12);
    expect(paths.paths.length).toBe(paths.count);
    expect(paths.paths.reduce((sum, path) => sum + path.product, 0)).toBeCloseTo(gradient, 12);
    const graph = valueOf(chainwise.graph(source, options));
    for (const path of paths.paths) {
      expect(path.edges.reduce((product, edge) => product * edge.local, 1)).toBeCloseTo(path.product, 12);
      for (const { edge, from, to } of path.edges) expect(graph.edges[edge]).toMatchObject({ from, to });
    }
  }
});

test.each(cases)("%j %j %j -> every node's gradient is explained", (source, at, options) => {
  const reverse = valueOf(chainwise.backpropagate(source, at, options));
  for (const node of reverse.nodes) {
    const why = valueOf(chainwise.explainGradient(source, node.id, at, options));
    expect(why.gradient).toBe(node.gradient);
    const sum = why.contributions.reduce((total, one) => total + one.contribution, 0);
    if (why.case === "seed") expect(why.gradient).toBe(1);
    else if (why.case === "number") expect(why.gradient).toBe(null);
    else expect(sum).toBeCloseTo(why.gradient!, 12);
    expect(why.contributions.length > 1).toBe(why.case === "fork");
    for (const { contribution, upstream, local } of why.contributions) expect(contribution).toBe(upstream * local);
  }
});

test("forward mode: what does not depend on the variable is not computed, which is not 0", () => {
  const { nodes } = valueOf(chainwise.forward("a = x*0\nb = y\nJ = a + b", "x", { x: 1, y: 2 }));
  const tangents = Object.fromEntries(nodes.filter(({ name }) => name).map(({ name, tangent }) => [name, tangent]));
  expect(tangents).toMatchObject({ x: 1, a: 0, b: null, y: null, J: 0 });
});

test("20 forks -> a million paths are counted, 64 are listed; reverse mode takes 80 multiplications", () => {
  let source = "t0 = x";
  for (let i = 1; i <= 20; i += 1) source += `\na${i} = sin(t${i - 1})\nb${i} = cos(t${i - 1})\nt${i} = a${i}*b${i}`;
  const { count, paths, multiplications } = valueOf(
    chainwise.paths(source, "x", { x: 0.4 }, { detail: "definitions" }),
  );
  expect(count).toBe(2 ** 20);
  expect(paths.length).toBe(64);
  expect(multiplications.one.pathSum).toBeGreaterThan(2 ** 20 * 39);
  expect(multiplications.all.reverse).toBeLessThanOrEqual(81);
});

test("the two levels of detail know each other", () => {
  const source = "a = x^2 + 1\nJ = a*sin(a)";
  const fine = valueOf(chainwise.graph(source));
  const coarse = valueOf(chainwise.graph(source, { detail: "definitions" }));
  for (const definition of coarse.nodes.filter((node) => node.kind === "definition")) {
    expect(definition.operations!.length).toBeGreaterThan(0);
    for (const id of definition.operations!)
      expect(fine.nodes.find((node) => node.id === id)?.definition).toBe(definition.id);
  }
  expect(coarse.nodes.find((node) => node.name === "x")?.operations).toBeUndefined();
});

test.each([
  ["forward", ["x^2", "t", { x: 1 }], "unknown-variable"],
  ["paths", ["x^2", "x", {}], "unbound-name"],
  ["explainGradient", ["x^2", 100_000, { x: 1 }], "unknown-name"],
  ["explainGradient", ["x^2", "t", { x: 1 }], "unknown-variable"],
  ["explainGradient", ["x^2", -1, { x: 1 }], "not-a-count"],
  ["forward", ["x^2", "x", { x: 1 }, { detail: "some" }], "unknown-name"],
] as const)("%s %j -> %s", (call, values, code) => {
  const ask = chainwise[call] as (...values: readonly unknown[]) => unknown;
  expect(ask(...values)).toMatchObject({ ok: false, error: { code } });
});
