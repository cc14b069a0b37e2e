/**
 * All paths from some names to the output, each as the product of its links from the output back, and how much of it
 * an earlier row has multiplied already. No DOM; the numbers are the engine's.
 *
 *     ledgerOf(trace, new Map([["w1", paths]]))[0]?.rows[0]?.links.map(({ value }) => value)
 */
import type { Paths } from "../engine/api";
import { localFormula, type Link } from "./gradient-paths";
import { edgeName, type Trace } from "./graph-trace";

export interface LedgerRow {
  /** From the output back to the name. */
  links: readonly Link[];
  product: number;
  /** So many links at the front stand in an earlier row, too. */
  known: number;
  /** What the row costs by itself, and where the front part is known: multiplications. */
  alone: number;
  shared: number;
}

export interface LedgerPart {
  name: string;
  symbol: string;
  gradient: number;
  rows: readonly LedgerRow[];
}

export function ledgerOf(trace: Trace, paths: ReadonlyMap<string, Paths>): LedgerPart[] {
  const seen = new Set<string>();
  return [...paths].map(([name, { paths: found, gradient }]) => ({
    name,
    symbol: trace.graph.nodes.find((node) => node.name === name)?.latex ?? name,
    gradient,
    rows: found.map(({ edges, product }): LedgerRow => {
      const links = [...edges].reverse().flatMap(({ from, to, local }): Link[] => {
        const edge = trace.edges.get(edgeName(from, to));
        return edge ? [{ from, to, symbol: edge.latex, formula: localFormula(trace, edge), value: local }] : [];
      });
      const fronts = links.map((_, count) =>
        links
          .slice(0, count + 1)
          .map(({ from, to }) => edgeName(from, to))
          .join(),
      );
      const known = fronts.filter((front) => seen.has(front)).length;
      for (const front of fronts) seen.add(front);
      const alone = Math.max(0, links.length - 1);
      return { links, product, known, alone, shared: known > 0 ? links.length - known : alone };
    }),
  }));
}
