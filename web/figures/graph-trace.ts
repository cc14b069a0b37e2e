/**
 * One pass through a program, cut into steps that can be walked: forward, loss, backward, update.
 * A model without a view: what is known after so many steps, and what each step does.
 *
 *     const trace = traceProgram(engine, { source, at, parameters: ["w1", "b1"], learningRate: 0.5 });
 *     if (trace.ok) trace.value.at(7).values.get(node)   // undefined: not computed yet
 */
import type {
  Backpropagation,
  BackwardEvent,
  Bindings,
  Chainwise,
  Graph,
  GraphEdge,
  GraphNode,
  Result,
  TangentEvent,
} from "../engine/api";

export interface TraceRequest {
  source: string;
  at: Bindings;
  /** Inputs that gradients flow back to; the others are data. */
  parameters: readonly string[];
  /** Of the update of all parameters; left out where the program is a formula, and nothing is to be learned. */
  learningRate?: number;
  /** Where set, derivatives run forward, all of them by this name, and there is no update. */
  along?: string;
}

export interface Update {
  name: string;
  node: number;
  before: number;
  gradient: number;
  after: number;
}

export type TraceStep =
  | { phase: "forward" | "loss"; node: number; from: readonly number[]; value: number }
  /** `last`: nothing more will be added to the gradient of the receiving node. */
  | { phase: "backward"; event: BackwardEvent; last: boolean }
  | { phase: "tangent"; event: TangentEvent; last: boolean }
  | { phase: "update"; update: Update };

/** What is known after some steps. A node or edge that is not in a map has not been computed yet. */
export interface Known {
  values: ReadonlyMap<number, number>;
  /** The derivative of the output by the node; in forward mode the derivative of the node by `along`. */
  gradients: ReadonlyMap<number, number>;
  locals: ReadonlyMap<string, number>;
  updated: ReadonlyMap<number, number>;
  /** The step that was taken last. */
  current: TraceStep | undefined;
}

export const edgeName = (from: number, to: number): string => `${from}>${to}`;

export class Trace {
  readonly nodes: ReadonlyMap<number, GraphNode>;
  readonly edges: ReadonlyMap<string, GraphEdge>;

  constructor(
    readonly graph: Graph,
    readonly pass: Backpropagation,
    readonly steps: readonly TraceStep[],
    readonly request: TraceRequest,
  ) {
    this.nodes = new Map(graph.nodes.map((node) => [node.id, node]));
    this.edges = new Map(graph.edges.map((edge) => [edgeName(edge.from, edge.to), edge]));
  }

  at(position: number): Known {
    const values = new Map<number, number>();
    const gradients = new Map<number, number>();
    const locals = new Map<string, number>();
    const updated = new Map<number, number>();
    for (const { id, value } of this.pass.nodes) {
      const kind = this.nodes.get(id)?.kind;
      if (kind === "input" || kind === "number") values.set(id, value);
    }
    for (const step of this.steps.slice(0, position)) {
      if (step.phase === "update") updated.set(step.update.node, step.update.after);
      else if (step.phase === "tangent") {
        const { node, from, local, tangent } = step.event;
        gradients.set(node, tangent);
        if (node !== from) locals.set(edgeName(from, node), local);
      } else if (step.phase === "backward") {
        const { node, from, local, gradient } = step.event;
        gradients.set(node, gradient);
        if (node !== from) locals.set(edgeName(node, from), local);
      } else values.set(step.node, step.value);
    }
    return { values, gradients, locals, updated, current: this.steps[position - 1] };
  }

  /** Whether the parameters are moved at the end. */
  get learns(): boolean {
    return this.request.learningRate !== undefined;
  }

  /** The value of a node in this pass, whether the walk has reached it or not. */
  value(id: number): number {
    return this.pass.nodes.find((node) => node.id === id)?.value ?? NaN;
  }
}

export function traceProgram(engine: Chainwise, request: TraceRequest): Result<Trace> {
  const { source, at, parameters, learningRate, along } = request;
  const graph = engine.graph(source, { detail: "definitions" });
  if (!graph.ok) return graph;
  const pass = engine.backpropagate(source, at, { detail: "definitions" });
  if (!pass.ok) return pass;

  const steps = forwardSteps(graph.value, pass.value, learningRate !== undefined);

  if (along !== undefined) {
    const forward = engine.forward(source, along, at, { detail: "definitions" });
    if (!forward.ok) return forward;
    const { events } = forward.value;
    events.forEach((event, index) => {
      steps.push({ phase: "tangent", event, last: !events.slice(index + 1).some(({ node }) => node === event.node) });
    });
    return { ok: true, value: new Trace(graph.value, pass.value, steps, request) };
  }

  steps.push(...backwardSteps(graph.value, pass.value, parameters));

  for (const name of learningRate === undefined ? [] : parameters) {
    const node = graph.value.nodes.find((candidate) => candidate.kind === "input" && candidate.name === name)?.id;
    const update = node === undefined ? undefined : updateOf(engine, pass.value, name, node, at, learningRate ?? 0);
    if (update) steps.push({ phase: "update", update });
  }
  return { ok: true, value: new Trace(graph.value, pass.value, steps, request) };
}

export function forwardSteps(graph: Graph, pass: Backpropagation, learns: boolean): TraceStep[] {
  const computed = new Set(
    graph.nodes.filter(({ kind }) => kind !== "input" && kind !== "number").map((node) => node.id),
  );
  return pass.forward
    .filter(({ node }) => computed.has(node))
    .map((event) => ({ phase: learns && event.node === graph.output ? "loss" : "forward", ...event }));
}

/** Data stay as they are: what flows back to them is of no use to descent. */
export function backwardSteps(graph: Graph, pass: Backpropagation, parameters: readonly string[]): TraceStep[] {
  const learned = new Set(parameters);
  const data = new Set(
    graph.nodes.filter(({ kind, name }) => kind === "input" && !learned.has(name)).map((node) => node.id),
  );
  const events = pass.backward.filter(({ node }) => !data.has(node));
  const lastOf = new Map(events.map(({ node }, index) => [node, index]));
  return events.map((event, index) => ({ phase: "backward", event, last: lastOf.get(event.node) === index }));
}

function updateOf(
  engine: Chainwise,
  pass: Backpropagation,
  name: string,
  node: number,
  at: Bindings,
  learningRate: number,
): Update | undefined {
  const before = at[name];
  const gradient = pass.gradients[name];
  if (before === undefined || gradient === undefined) return undefined;
  const after = engine.evaluate("w - r*g", { w: before, r: learningRate, g: gradient });
  return after.ok ? { name, node, before, gradient, after: after.value } : undefined;
}
