/**
 * A fully connected network in matrix form: each line as an equation between matrices whose entries are the numbers of
 * the program, and for each entry of its left side the scalar sum that makes it. No DOM; the numbers are the engine's.
 *
 *     matrixForm(textbook, trace).find(({ id }) => id === "delta-1")?.left.entries[0]?.[0]?.scalar.symbols
 *     // "\\left(w_5\\,\\delta_3 + w_7\\,\\delta_4\\right) \\cdot \\sigma'(z_1)"
 */
import { edgeKey, nodeKey, type Key } from "../kit/linked";
import { numberTex } from "../kit/number-text";
import type { DenseProgram } from "./dense-program";
import type { Trace } from "./graph-trace";
import { kGradientDigits, kValueDigits } from "./graph-words";

export interface Entry {
  /** The same entry has the same name wherever it stands. */
  name: string;
  symbol: string;
  value: number;
  digits: number;
  keys: readonly Key[];
}

export interface Matrix {
  /** Typeset. */
  name: string;
  entries: readonly (readonly Entry[])[];
}

export interface Scalar {
  symbols: string;
  numbers: string;
  /** Names of the entries that it is made of. */
  from: readonly string[];
}

export interface MatrixEquation {
  id: string;
  kind: "forward" | "activation" | "output-delta" | "delta" | "weights" | "biases";
  /** The whole equation with the names of the matrices. */
  tex: string;
  left: Matrix;
  /** Between matrices stand signs; a sign alone is typeset. */
  right: readonly (Matrix | { sign: string })[];
  /** Of each entry of the left side, in its place. */
  scalars: readonly (readonly Scalar[])[];
}

export const shapeOf = ({ entries }: Matrix): string => `${entries.length} × ${entries[0]?.length ?? 0}`;

export function matrixForm(program: DenseProgram, trace: Trace): MatrixEquation[] {
  const ids = new Map(trace.graph.nodes.map(({ name, id }) => [name, id]));
  const id = (name: string): number => ids.get(name) ?? -1;
  const tex = (name: string): string => (trace.nodes.get(id(name))?.latex ?? name).replace(/_\{(\d)\}/, "_$1");
  const passed = new Map(trace.pass.nodes.map((node) => [node.name, node]));
  const local = (of: string, by: string): number =>
    passed.get(of)?.locals.find(({ from }) => from === id(by))?.value ?? NaN;
  const gradient = (name: string): number => trace.pass.gradients[name] ?? NaN;

  const value = (name: string): Entry => ({
    ...{ name, symbol: tex(name), value: passed.get(name)?.value ?? NaN, digits: kValueDigits },
    keys: [nodeKey(id(name))],
  });
  const delta = (z: string): Entry => ({
    ...{ name: `delta ${z}`, symbol: `\\delta_${z.slice(1)}`, value: gradient(z), digits: kGradientDigits },
    keys: [nodeKey(id(z))],
  });
  const slope = (z: string, a: string): Entry => ({
    ...{ name: `slope ${z}`, symbol: `\\sigma'(${tex(z)})`, value: local(a, z), digits: kGradientDigits },
    keys: [edgeKey(id(z), id(a))],
  });
  const error = (a: string, y: string): Entry => ({
    ...{ name: `error ${a}`, symbol: `${tex(a)} - ${tex(y)}`, value: local("J", a), digits: kGradientDigits },
    keys: [edgeKey(id(a), id("J"))],
  });
  const slopeBy = (parameter: string): Entry => ({
    ...{ name: `by ${parameter}`, symbol: `\\tfrac{\\partial J}{\\partial ${tex(parameter)}}` },
    ...{ value: gradient(parameter), digits: kGradientDigits },
    keys: [nodeKey(id(parameter))],
  });
  const column = (name: string, entries: readonly Entry[]): Matrix => ({
    name,
    entries: entries.map((entry) => [entry]),
  });
  const row = (name: string, entries: readonly Entry[]): Matrix => ({ name, entries: [entries] });
  const scalar = (parts: readonly (Entry | string)[]): Scalar => {
    const entries = parts.filter((part) => typeof part !== "string");
    return {
      symbols: parts.map((part) => (typeof part === "string" ? part : part.symbol)).join(" "),
      // One entry alone says its number by itself.
      numbers:
        parts.length > 1 ? parts.map((part) => (typeof part === "string" ? part : numberOf(part))).join(" ") : "",
      from: entries.map(({ name }) => name),
    };
  };
  const sum = (products: readonly (readonly [Entry, Entry])[]): (Entry | string)[] =>
    products.flatMap(([a, b], index) => [...(index > 0 ? ["+"] : []), a, "\\cdot", b]);

  const { layers, inputs, targets } = program;
  const a = (layer: number): string => (layer === 0 ? "x" : layer === layers.length ? "\\hat{y}" : `a^{(${layer})}`);
  const before = (layer: number): readonly string[] => layers[layer - 2]?.a ?? inputs;
  const forward: MatrixEquation[] = [];
  const backward: MatrixEquation[] = [];
  layers.forEach((layer, index) => {
    const l = index + 1;
    const from = before(l);
    const weights = layer.weights.map((names) => names.map(value));
    const z = layer.z.map(value);
    forward.push(
      {
        ...{ id: `z-${l}`, kind: "forward", tex: `z^{(${l})} = W^{(${l})}\\, ${a(l - 1)} + b^{(${l})}` },
        left: column(`z^{(${l})}`, z),
        right: [
          { name: `W^{(${l})}`, entries: weights },
          column(a(l - 1), from.map(value)),
          { sign: "+" },
          column(`b^{(${l})}`, layer.biases.map(value)),
        ],
        scalars: weights.map((names, unit) => [
          scalar([
            ...sum(names.map((weight, place) => [weight, value(from[place] ?? "")] as const)),
            "+",
            value(layer.biases[unit] ?? ""),
          ]),
        ]),
      },
      {
        ...{ id: `a-${l}`, kind: "activation", tex: `${a(l)} = \\sigma\\bigl(z^{(${l})}\\bigr)` },
        left: column(a(l), layer.a.map(value)),
        right: [{ sign: "\\sigma" }, column(`z^{(${l})}`, z)],
        scalars: z.map((entry) => [scalar(["\\sigma(", entry, ")"])]),
      },
    );
    const slopes = layer.z.map((name, unit) => slope(name, layer.a[unit] ?? ""));
    const deltas = layer.z.map(delta);
    const slopeName = `\\sigma'(z^{(${l})})`;
    const next = layers[l];
    if (!next) {
      const errors = layer.a.map((name, unit) => error(name, targets[unit] ?? ""));
      backward.push({
        ...{ id: `delta-${l}`, kind: "output-delta", tex: `\\delta^{(${l})} = (\\hat{y} - y) \\odot ${slopeName}` },
        left: column(`\\delta^{(${l})}`, deltas),
        right: [column("\\hat{y} - y", errors), { sign: "\\odot" }, column(slopeName, slopes)],
        scalars: errors.map((entry, unit) => [scalar(["(", entry, ") \\cdot", slopes[unit] ?? entry])]),
      });
    } else {
      const after = next.z.map(delta);
      const columns = layer.a.map((_, unit) => next.weights.map((names) => value(names[unit] ?? "")));
      backward.push({
        ...{ id: `delta-${l}`, kind: "delta" },
        tex: `\\delta^{(${l})} = \\bigl(W^{(${l + 1})}\\bigr)^{\\mathrm{T}} \\delta^{(${l + 1})} \\odot ${slopeName}`,
        left: column(`\\delta^{(${l})}`, deltas),
        right: [
          { name: `\\bigl(W^{(${l + 1})}\\bigr)^{\\mathrm{T}}`, entries: columns },
          column(`\\delta^{(${l + 1})}`, after),
          { sign: "\\odot" },
          column(slopeName, slopes),
        ],
        scalars: columns.map((names, unit) => {
          const products = sum(names.map((weight, place) => [weight, after[place] ?? weight] as const));
          const own = slopes[unit];
          return [scalar(["(", ...products, ") \\cdot", ...(own ? [own] : [])])];
        }),
      });
    }
    const came = from.map(value);
    backward.push({
      ...{ id: `weights-${l}`, kind: "weights" },
      tex: `\\frac{\\partial J}{\\partial W^{(${l})}} = \\delta^{(${l})}\\, ${turned(a(l - 1))}`,
      left: { name: `\\partial J / \\partial W^{(${l})}`, entries: layer.weights.map((names) => names.map(slopeBy)) },
      right: [column(`\\delta^{(${l})}`, deltas), row(turned(a(l - 1)), came)],
      scalars: deltas.map((own) => came.map((entry) => scalar([own, "\\cdot", entry]))),
    });
    backward.push({
      ...{ id: `biases-${l}`, kind: "biases", tex: `\\frac{\\partial J}{\\partial b^{(${l})}} = \\delta^{(${l})}` },
      left: column(`\\partial J / \\partial b^{(${l})}`, layer.biases.map(slopeBy)),
      right: [column(`\\delta^{(${l})}`, deltas)],
      scalars: deltas.map((own) => [scalar([own])]),
    });
  });
  // Backward begins at the last layer.
  const turns = layers.map((_, index) => backward.filter(({ id: name }) => name.endsWith(`-${index + 1}`)));
  return [...forward, ...turns.reverse().flat()];
}

/** Transposed: what has an exponent already gets brackets. */
function turned(tex: string): string {
  return tex.includes("^") ? `(${tex})^{\\mathrm{T}}` : `${tex}^{\\mathrm{T}}`;
}

function numberOf({ value, digits, symbol }: Entry): string {
  const written = numberTex(value, digits);
  return value < 0 && !symbol.includes(" - ") ? `(${written})` : written;
}
