/**
 * What a nudge of one number of a fully connected network does to the cost: on each way, together, and in truth. And
 * where the network's nodes stand in the picture of it. No DOM; the numbers are the engine's.
 *
 *     sharesOf(engine, textbook, trace, paths, "w1", 0.5)?.ways.map(({ change }) => change)   // [0.00033, -0.00011]
 */
import type { Bindings, Chainwise, Paths } from "../engine/api";
import type { Role } from "../kit/colours";
import type { DenseProgram } from "./dense-program";
import type { Trace } from "./graph-trace";

export interface Way {
  /** The nodes along it, typeset and in words. */
  tex: string;
  label: string;
  /** The answer that it leads through. */
  through: string;
  edges: readonly { from: number; to: number }[];
  /** What arrives at the cost, to first order. */
  change: number;
}

export interface Shares {
  program: DenseProgram;
  trace: Trace;
  name: string;
  symbol: string;
  ways: readonly Way[];
  sum: number;
  /** J with the nudge, minus J without. */
  really: number;
  /** How far each node moves, to first order; nothing where the nudge does not get to. */
  moves: ReadonlyMap<number, number>;
}

export function sharesOf(
  engine: Chainwise,
  program: DenseProgram,
  trace: Trace,
  paths: Paths,
  name: string,
  nudge: number,
): Shares | undefined {
  const { source, at } = trace.request;
  const forward = engine.forward(source, name, at, { detail: "definitions" });
  const moved = engine.evaluate(source, { ...at, [name]: (at[name] ?? NaN) + nudge });
  if (!forward.ok || !moved.ok) return undefined;
  const say = (expression: string, names: Bindings): number => {
    const value = engine.evaluate(expression, names);
    return value.ok ? value.value : NaN;
  };
  const node = (id: number) => trace.nodes.get(id);
  const ways = paths.paths.map(({ edges, product }): Way => {
    const along = [edges[0]?.from ?? -1, ...edges.map(({ to }) => to)];
    return {
      tex: along.map((id) => node(id)?.latex ?? "").join(" \\to "),
      label: along.map((id) => node(id)?.name ?? "").join(", "),
      through: node(along.at(-2) ?? -1)?.name ?? "",
      edges: edges.map(({ from, to }) => ({ from, to })),
      change: say("d*p", { d: nudge, p: product }),
    };
  });
  const moves = new Map<number, number>();
  for (const { id, tangent } of forward.value.nodes) {
    if (tangent !== null) moves.set(id, say("d*t", { d: nudge, t: tangent }));
  }
  const before = trace.value(trace.graph.output);
  return {
    ...{ program, trace, name, ways, moves },
    symbol: trace.graph.nodes.find((candidate) => candidate.name === name)?.latex ?? name,
    sum: say("d*t", { d: nudge, t: forward.value.derivative }),
    really: say("a - b", { a: moved.value, b: before }),
  };
}

export interface Spot {
  id: number;
  column: number;
  x: number;
  y: number;
  role: Role;
  letter: string;
  index: string;
  change: number | undefined;
}

export interface DrawnNetwork {
  radius: number;
  spots: readonly Spot[];
  lines: readonly { from: number; to: number; a: Spot; b: Spot; carries: number | undefined }[];
}

/** Room for half a number at both sides. */
const kSide = 29;
/** The first gap is wider than the others: a weight stands in it. */
const kFirstGap = 1.45;

/** Inputs, then each layer's z and a, then the cost: a column each. What is nudged stands on its own line. */
export function drawnNetwork(
  { program, trace, name, moves, ways }: Shares,
  width: number,
  height: number,
): DrawnNetwork {
  const columns = [program.inputs, ...program.layers.flatMap(({ z, a }) => [z, a]), ["J"]];
  const radius = Math.min(21, width / (columns.length * 3.6));
  const spots = new Map<number, Spot>();
  const put = (nodeName: string, column: number, x: number, y: number): void => {
    const node = trace.graph.nodes.find((candidate) => candidate.name === nodeName);
    if (!node) return;
    const [, letter = nodeName, index = ""] = /^([a-z]+)(\d*)$/i.exec(nodeName) ?? [];
    const role = roleIn(trace, node.id, program, nodeName);
    spots.set(node.id, {
      id: node.id,
      column,
      x,
      y,
      role,
      letter: letter === "yhat" ? "ŷ" : letter,
      index,
      change: moves.get(node.id),
    });
  };
  const unit = (width - 2 * kSide) / (columns.length - 2 + kFirstGap);
  const x = (column: number): number => kSide + (column === 0 ? 0 : unit * (column - 1 + kFirstGap));
  columns.forEach((column, place) =>
    column.forEach((nodeName, row) =>
      put(
        nodeName,
        place,
        x(place),
        column.length === 1 ? height / 2 : radius + 6 + (row * (height - 2 * radius - 22)) / (column.length - 1),
      ),
    ),
  );
  const ids = [...spots.keys()];
  const lines = trace.graph.edges.filter(({ from, to }) => ids.includes(from) && ids.includes(to));
  const weight = trace.graph.edges.find(({ from }) => trace.nodes.get(from)?.name === name);
  const target = weight && spots.get(weight.to);
  if (weight && target && !spots.has(weight.from)) {
    // On the line that it is the weight of: the one whose local derivative it is.
    const own = lines.find(({ to, local }) => to === weight.to && local.text === name);
    const source = own && spots.get(own.from);
    if (source) put(name, 0, (source.x + target.x) / 2, (source.y + target.y) / 2);
    lines.push(weight);
  }
  const used = new Map<string, number>();
  for (const { edges, change } of ways) {
    for (const { from, to } of edges) used.set(`${from}>${to}`, (used.get(`${from}>${to}`) ?? 0) + change);
  }
  return {
    radius,
    spots: [...spots.values()],
    lines: lines.flatMap(({ from, to }) => {
      const a = spots.get(from);
      const b = spots.get(to);
      return a && b ? [{ from, to, a, b, carries: used.get(`${from}>${to}`) }] : [];
    }),
  };
}

function roleIn(trace: Trace, id: number, { inputs, parameters }: DenseProgram, name: string): Role {
  if (id === trace.graph.output) return "cost";
  if (parameters.includes(name)) return "parameter";
  return inputs.includes(name) ? "data" : "value";
}
