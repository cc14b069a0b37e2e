/**
 * The derivative of the output by one name as a product of links along each path of the graph, or as the sum of
 * such products where paths fork. A model without a view.
 *
 *     gradientPaths(trace, "w1")[0].links.map((link) => link.value)   // (ŷ - y), σ'(z2), w2, σ'(z1), x
 */
import type { GraphEdge } from "../engine/api";
import { edgeName, type Trace } from "./graph-trace";

export interface Link {
  from: number;
  to: number;
  /** ∂to/∂from, typeset. */
  symbol: string;
  /** What that is, typeset; `\sigma'(z_1)` for a function of one value. */
  formula: string;
  value: number;
}

export interface GradientPath {
  /** From the output back to the name. */
  links: readonly Link[];
}

/** More paths than anybody reads; a graph can have exponentially many. */
const kMostPaths = 64;

export function gradientPaths(trace: Trace, name: string): GradientPath[] {
  const target = trace.graph.nodes.find((node) => node.name === name)?.id;
  if (target === undefined) return [];
  const intoNode = new Map<number, GraphEdge[]>();
  for (const edge of trace.graph.edges) intoNode.set(edge.to, [...(intoNode.get(edge.to) ?? []), edge]);
  const locals = new Map(
    trace.pass.nodes.flatMap(({ id, locals }) =>
      locals.map((local) => [edgeName(local.from, id), local.value] as const),
    ),
  );

  const finished: GradientPath[] = [];
  const begun: { at: number; links: Link[] }[] = [{ at: trace.graph.output, links: [] }];
  while (begun.length > 0 && finished.length < kMostPaths) {
    const path = begun.pop();
    if (!path) break;
    if (path.at === target) {
      finished.push({ links: path.links });
      continue;
    }
    for (const edge of intoNode.get(path.at) ?? []) {
      const value = locals.get(edgeName(edge.from, edge.to)) ?? NaN;
      begun.push({ at: edge.from, links: [...path.links, linkOf(trace, edge, value)] });
    }
  }
  return finished;
}

function linkOf(trace: Trace, edge: GraphEdge, value: number): Link {
  return { from: edge.from, to: edge.to, symbol: edge.latex, formula: localFormula(trace, edge), value };
}

/** In Lagrange's notation where the node is a function of this one value: σ'(z1) is what the books write. */
export function localFormula(trace: Trace, edge: GraphEdge): string {
  const whole = trace.nodes.get(edge.to)?.formula;
  const application = whole && /^[a-z]+\d*\((\w+)\)$/i.exec(whole.text);
  if (!whole || !application || application[1] !== trace.nodes.get(edge.from)?.name) return edge.local.latex;
  const [, head, argument] = /^(\\?[a-zA-Z]+(?:\{[a-zA-Z]+\})?)\s*((?:\\left)?\(.*)$/.exec(whole.latex) ?? [];
  return head && argument ? `${head}'${argument}` : edge.local.latex;
}
