/** A program as a graph, its passes, its proof and its code. */
import type { Formula } from "./formula.js";

export interface GraphNode {
  /** The same id as in every other call about the same source. */
  id: number;
  /** `input`: a free name; `number`: a constant; `operation`; `definition`: carries a name of the program. */
  kind: "input" | "number" | "operation" | "definition";
  /** The name, for inputs and definitions; empty otherwise. */
  name: string;
  /** Short typeset label: the name, the number, or the operation's sign. */
  latex: string;
  /** `add`, `subtract`, `multiply`, `divide`, `power`, `negate`, `copy`, or a function's name; for definitions the outermost operation; empty for inputs and numbers. */
  operation: string;
  /** The expression that this node computes from the nodes before it. */
  formula: Formula;
  /** Column of a drawing: right of all arguments; inputs and numbers stand left of their first use. */
  layer: number;
}

export interface GraphEdge {
  from: number;
  to: number;
  /** The local derivative ∂to/∂from as a formula. */
  local: Formula;
  /** Typeset left side of the local derivative, such as `\frac{\partial z_1}{\partial w_1}`. */
  latex: string;
}

/** Nodes stand in topological order: each after those that it is computed from. */
export interface Graph {
  nodes: GraphNode[];
  edges: GraphEdge[];
  /** The node of the program's output. */
  output: number;
}

export interface NodeValue {
  id: number;
  name: string;
  /** NaN where undefined. */
  value: number;
  /** d output / d node; null where there is no path from the node to the output ("not computed", not 0). */
  gradient: number | null;
  /** Local derivatives ∂node/∂from, one per argument. */
  locals: { from: number; value: number }[];
}

export interface ForwardEvent {
  node: number;
  from: number[];
  value: number;
}

/** One edge of the backward pass: `contribution` = `upstream` · `local` is added to the gradient of `node`. */
export interface BackwardEvent {
  /** The node that receives. */
  node: number;
  /** The node whose gradient flows back; equal to `node` for the seed d output / d output = 1. */
  from: number;
  local: number;
  upstream: number;
  contribution: number;
  /** The receiver's gradient after this event. */
  gradient: number;
}

export interface Backpropagation {
  nodes: NodeValue[];
  forward: ForwardEvent[];
  backward: BackwardEvent[];
  /** d output / d name for every input and definition; 0 where there is no path. */
  gradients: Record<string, number>;
}

export interface Proof {
  /** The symbolic derivative, evaluated. */
  symbolic: number;
  /** Reverse-mode differentiation on the graph. */
  reverse: number;
  /** The central difference (f(x+h) - f(x-h)) / 2h. */
  difference: number;
  /** Its step h. */
  step: number;
  agree: boolean;
  /** Why not: `undefined` (no value here), `kink` (the slopes left and right differ), `rounding`. */
  reason?: "undefined" | "kink" | "rounding";
}

export interface ListingLine {
  /** With its indentation. */
  text: string;
  /** The node that the line computes, or (backward) whose gradient it adds to; none for the frame around them. */
  node?: number;
  pass: "forward" | "backward";
}
