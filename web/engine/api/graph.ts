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
  /** The definition whose formula it belongs to, itself for a definition; the first one for what several share. */
  definition?: number;
  /** Of a definition, at the level of definitions: its nodes at the level of operations. */
  operations?: number[];
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

/** One edge of a pass in forward mode: `contribution` = `fromTangent` · `local` is added to the tangent of `node`. */
export interface TangentEvent {
  /** The node that receives. */
  node: number;
  /** The node whose tangent flows on; equal to `node` for the seed d variable / d variable = 1. */
  from: number;
  local: number;
  fromTangent: number;
  contribution: number;
  /** The receiver's tangent after this event. */
  tangent: number;
}

/** The derivatives of all nodes by one variable, found in one pass along the program. */
export interface ForwardMode {
  /** `tangent` is d node / d variable; null where the node does not depend on it ("not computed", not 0). */
  nodes: { id: number; name: string; value: number; tangent: number | null }[];
  events: TangentEvent[];
  /** Of the output: the same as its gradient by the variable in reverse mode. */
  derivative: number;
}

export interface PathEdge {
  /** Its place in `edges` of the graph at this level of detail: x*x has two edges from x. */
  edge: number;
  from: number;
  to: number;
  local: number;
}

export interface Path {
  /** From the node to the output; none where it is the output. */
  edges: PathEdge[];
  /** Of their local derivatives. */
  product: number;
}

/**
 * Multiplications by local derivatives; multiplying the seed 1 is none, so that a chain of k edges takes k - 1 each way.
 * Path sum: each path on its own. Forward: a pass for each source. Reverse: one pass for all.
 */
export interface Multiplications {
  pathSum: number;
  forward: number;
  reverse: number;
}

/** A gradient as a sum over paths. */
export interface Paths {
  /** Of all paths; exact up to 2^53. */
  count: number;
  gradient: number;
  /** The first 64, or fewer where they are very long. */
  paths: Path[];
  /** What this gradient costs, and those by all inputs together. */
  multiplications: { one: Multiplications; all: Multiplications };
}

/** Where one gradient comes from, for a sentence with its numbers and for bars of its factors. */
export interface GradientExplanation {
  node: number;
  name: string;
  /** Null where there is no path to the output. */
  value: number | null;
  /** d output / d node; null for numbers, which nobody can move. */
  gradient: number | null;
  /**
   * `seed`: it is the output, ∂J/∂J = 1; `single`: one contribution; `fork`: several, which add; `no-path`: the output
   * does not depend on it, so 0; `number`: not computed.
   */
  case: "seed" | "single" | "fork" | "no-path" | "number";
  /** `contribution` = `upstream` · `local`; `from` is the node whose gradient flows back, along edge number `edge`. */
  contributions: {
    from: number;
    edge: number;
    local: number;
    formula: Formula;
    upstream: number;
    contribution: number;
  }[];
  /** How many paths lead to the output. */
  paths: number;
  /** The one of the largest product. */
  chain: Path;
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
