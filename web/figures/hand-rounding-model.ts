/**
 * One derivative of a program as somebody computes it by hand: every intermediate result rounded to so many decimals,
 * and the rounded one used from there on. Beside it the same in full precision, and what the rounding of each line alone
 * does to the result. No DOM; the engine computes each operation from what the lines before left.
 *
 *     const hand = handRounding(engine, { source, at, by: "w1", decimals: 3 });
 *     hand.lines.at(-1)   // { tex: "\\frac{\\partial J}{\\partial w_1}", exact: 0.0408..., rounded: 0.041, ... }
 */
import type { Bindings, Chainwise, Graph, GraphEdge } from "../engine/api";
import { derivative } from "./derivation-lines";

export interface HandProgram {
  source: string;
  at: Bindings;
  /** The derivative of the output by this input. */
  by: string;
  decimals: number;
}

export interface HandLine {
  key: string;
  /** What the line computes, typeset, and from what. */
  tex: string;
  from: string;
  exact: number;
  rounded: number;
  /** `rounded` - `exact`; 0 where only the computer's own rounding is left. */
  difference: number;
  /** One of the given numbers, which stays as it was given. */
  copied: boolean;
  /** How far the result is off where this line alone is rounded. */
  harm: number;
}

export interface HandRounding {
  /** The definitions, the links from the output back, and between them the gradients; the result is the last. */
  lines: readonly HandLine[];
  /** The line whose rounding harms the result most; undefined where none does. */
  worst: HandLine | undefined;
  /** How far the result is off, as a share of it; NaN where the result is 0. */
  share: number;
}

interface Operation {
  key: string;
  tex: string;
  from: string;
  /** From the values of the operations before. */
  compute(known: ReadonlyMap<string, number>): number;
  /** One of the given numbers, which nobody rounds. */
  copied?: boolean;
}

/** What one may choose. */
export const kDecimals = { min: 1, max: 6 };
/** Anything that one changes less than this is what computers round, not people. */
const kNothing = 1e-12;
/** Digits that a computer's number is right to after a few operations. */
const kReliable = 14;

export function handRounding(engine: Chainwise, program: HandProgram): HandRounding | undefined {
  const graph = engine.graph(program.source, { detail: "definitions" });
  if (!graph.ok) return undefined;
  const operations = operationsOf(engine, graph.value, program);
  if (operations.length === 0) return undefined;
  const ask = asker(engine);
  const run = (rounds: (operation: Operation) => boolean): Map<string, number> => {
    const known = new Map<string, number>();
    for (const operation of operations) {
      const value = operation.compute(known);
      known.set(operation.key, rounds(operation) && !operation.copied ? roundTo(value, program.decimals) : value);
    }
    return known;
  };
  const last = operations.at(-1)?.key ?? "";
  const exact = run(() => false);
  const rounded = run(() => true);
  const result = exact.get(last) ?? NaN;
  const lines = operations.map(({ key, tex, from, copied = false }) => {
    const [a = NaN, v = NaN] = [rounded.get(key), exact.get(key)];
    const alone = run((other) => other.key === key).get(last) ?? NaN;
    const harm = copied ? 0 : ask("abs(a - v)", { a: alone, v: result });
    const off = ask("a - v", { a, v });
    const difference = Math.abs(off) > kNothing * Math.abs(v) ? off : 0;
    return { key, tex, from, exact: v, rounded: a, difference, copied, harm };
  });
  const least = kNothing * Math.abs(result);
  const worst = lines.reduce((most, line) => (line.harm > most.harm ? line : most), { harm: least } as HandLine);
  return {
    lines,
    worst: worst.key === undefined ? undefined : worst,
    share: ask("abs(a - v)/abs(v)", { a: rounded.get(last) ?? NaN, v: result }),
  };
}

/** As one learns it: half goes away from 0. What is half but for the computer's own rounding is half. */
function roundTo(value: number, decimals: number): number {
  const scaled = Number((Math.abs(value) * 10 ** decimals).toPrecision(kReliable));
  return (Math.sign(value) * Math.round(scaled)) / 10 ** decimals + 0;
}

const asker =
  (engine: Chainwise) =>
  (source: string, at: Bindings, output?: string): number => {
    const answer = engine.evaluate(source, at, output === undefined ? {} : { output });
    return answer.ok ? answer.value : NaN;
  };

function operationsOf(engine: Chainwise, graph: Graph, { source, at, by }: HandProgram): Operation[] {
  const ask = asker(engine);
  const target = graph.nodes.find(({ name, kind }) => name === by && kind === "input");
  const output = graph.nodes.find(({ id }) => id === graph.output);
  if (!target || !output) return [];
  const named = new Map(graph.nodes.map((node) => [node.id, node]));
  const forward = graph.nodes
    .filter(({ kind, id }) => kind === "definition" && id !== output.id)
    .map(({ name, latex, formula }): Operation => ({
      key: name,
      tex: latex,
      from: formula.latex,
      compute: (known) => ask(source, { ...at, ...namesIn(known) }, name),
    }));
  const backward: Operation[] = [];
  /** The line that has each node's gradient. */
  const gradients = new Map<number, string>();
  const reached = between(graph, target.id);
  // From the output back: each node's gradient is the sum over the edges that leave it.
  for (const node of [...graph.nodes].reverse()) {
    if (node.id === output.id || !reached.has(node.id)) continue;
    const edges = graph.edges.filter(({ from, to }) => from === node.id && reached.has(to));
    const shares = edges.map((edge) => {
      const link: Operation = {
        key: `${edge.from}>${edge.to}`,
        tex: edge.latex,
        from: edge.local.latex,
        compute: (known) => ask(edge.local.text, { ...at, ...namesIn(known) }),
        copied: isGiven(edge, at),
      };
      backward.push(link);
      return edge.to === output.id ? [link.key] : [gradients.get(edge.to) ?? "", link.key];
    });
    const [only] = shares;
    if (only && shares.length === 1 && only.length === 1) {
      // One link from the output, the link is the gradient.
      gradients.set(node.id, only[0] ?? "");
      continue;
    }
    gradients.set(node.id, `grad ${node.id}`);
    const symbol = (id: number): string => derivative(output.latex, named.get(id)?.latex ?? "", true);
    backward.push({
      key: `grad ${node.id}`,
      tex: symbol(node.id),
      from: edges
        .map((edge) => (edge.to === output.id ? edge.latex : `${symbol(edge.to)} \\cdot ${edge.latex}`))
        .join(" + "),
      compute: (known) =>
        shares.reduce((sum, factors, i) => {
          const share = factors.map((key) => known.get(key) ?? NaN).reduce((g, l) => ask("g*l", { g, l }));
          return i === 0 ? share : ask("a + b", { a: sum, b: share });
        }, NaN),
    });
  }
  return [...forward, ...backward];
}

const namesIn = (known: ReadonlyMap<string, number>): Bindings =>
  Object.fromEntries([...known].filter(([key]) => !key.includes(" ") && !key.includes(">")));

const isGiven = ({ local }: GraphEdge, at: Bindings): boolean =>
  Object.hasOwn(at, local.text) || /^-?[\d.]+$/.test(local.text);

/** The nodes on the ways from one to the output, both included. */
function between({ edges, output }: Graph, from: number): ReadonlySet<number> {
  const below = spread(from, (id) => edges.filter((edge) => edge.from === id).map(({ to }) => to));
  const above = spread(output, (id) => edges.filter((edge) => edge.to === id).map((edge) => edge.from));
  return new Set([...below].filter((id) => above.has(id)));
}

function spread(start: number, next: (id: number) => number[]): Set<number> {
  const found = new Set([start]);
  for (const id of found) for (const other of next(id)) found.add(other);
  return found;
}
