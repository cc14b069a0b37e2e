/**
 * Where the names of a network's program stand in its drawing.
 *
 *     placeOfName("w2_1_3")   // { kind: "weight", layer: 1, unit: 0, input: 2 }
 *     placeOfName("yhat")     // { kind: "activation", layer: "last", unit: 0 }
 */
export type NamedPlace =
  | { kind: "input" | "target" | "sum" | "bias" | "activation"; layer: number; unit: number }
  | { kind: "weight"; layer: number; unit: number; input: number }
  /** The cost, and what it is made of. */
  | { kind: "cost" };

const number = (text: string | undefined): number => Number(text ?? 1) - 1;

/** Layers are counted from 0, the inputs are layer -1; `last` is that of the output. */
export function placeOfName(name: string, last: number): NamedPlace {
  const [, letter = "", first, second, third] = /^(yhat|[a-z])(\d+)?(?:_(\d+))?(?:_(\d+))?$/.exec(name) ?? [];
  if (letter === "yhat") return { kind: "activation", layer: last, unit: number(first) };
  if (letter === "x") return { kind: "input", layer: -1, unit: number(first) };
  if (letter === "y") return { kind: "target", layer: last, unit: number(first) };
  if (letter === "w") return { kind: "weight", layer: number(first), unit: number(second), input: number(third) };
  if (first === undefined) return { kind: "cost" };
  if (letter === "b") return { kind: "bias", layer: number(first), unit: number(second) };
  if (letter === "z") return { kind: "sum", layer: number(first), unit: number(second) };
  if (letter === "a") return { kind: "activation", layer: number(first), unit: number(second) };
  return { kind: "cost" };
}
