/**
 * A formula taken apart into its links: one operation a line, each with a name of its own, as a computer takes it.
 *
 *     linksProgram(engine, "log(2+cos(x))", "h")   // v1 = cos(x)  v2 = 2 + v1  h = log(v2)
 *
 * The lines are a program again, so that every figure that shows programs can show them.
 */
import type { Chainwise, Graph, GraphNode } from "../engine/api";

/** The program's text; undefined where the source has an error, or has no operation to be taken apart. */
export function linksProgram(engine: Chainwise, source: string, output: string): string | undefined {
  const found = engine.graph(source, { detail: "operations" });
  if (!found.ok) return undefined;
  const graph = found.value;
  const taken = new Set([output, ...graph.nodes.map(({ name }) => name)]);
  let count = 0;
  const fresh = (): string => {
    do count++;
    while (taken.has(`v${count}`));
    return `v${count}`;
  };
  const names = new Map<number, string>();
  const lines: string[] = [];
  for (const node of graph.nodes) {
    if (node.kind === "input") names.set(node.id, node.name);
    else if (node.kind === "number") names.set(node.id, node.formula.text);
    else {
      const name = node.name || (node.id === graph.output ? output : fresh());
      lines.push(`${name} = ${operation(graph, node, names)}`);
      names.set(node.id, name);
    }
  }
  return lines.length > 0 ? lines.join("\n") : undefined;
}

const signs: Readonly<Record<string, string>> = { multiply: " * ", divide: " / ", power: "^" };

function operation(graph: Graph, node: GraphNode, names: ReadonlyMap<number, string>): string {
  const arms = graph.edges.filter(({ to }) => to === node.id);
  const parts = arms.map(({ from }) => names.get(from) ?? "");
  switch (node.operation) {
    case "copy":
      return parts.join();
    case "negate":
      return `-${parts.join()}`;
    case "add":
    case "subtract": // the slope of a term says whether it is added
      return arms
        .map(({ local }, i) => (local.text === "-1" ? " - " : i > 0 ? " + " : "") + (parts[i] ?? ""))
        .join("")
        .trim();
    default: {
      const sign = signs[node.operation];
      if (sign !== undefined) return parts.join(sign);
      const name = node.operation === "logbase" ? "log" : node.operation;
      return parts.length > 0 ? `${name}(${parts.join(", ")})` : node.formula.text;
    }
  }
}
