/**
 * Places the cards of a layered graph, from left to right or from top to bottom. Positions depend on the graph and
 * on the room alone, never on numbers, so that nothing jumps while one computes.
 *
 *     const layout = layoutGraph(nodes, edges, { width: 820, card: { width: 84, height: 80 } });
 *     layout.places.get(3)   // { x, y }: the middle of the card
 */
import { graphlib, layout as runDagre } from "@dagrejs/dagre";

export interface Place {
  x: number;
  y: number;
}

export interface GraphLayout {
  width: number;
  height: number;
  down: boolean;
  places: ReadonlyMap<number, Place>;
  /** The middle of each edge, in the order of the edges. */
  middles: readonly Place[];
  /** The SVG path of each edge from card to card, shifted sideways by `offset`. */
  path(edge: number, offset: number): string;
}

export interface Room {
  width: number;
  card: { width: number; height: number };
}

const kLeastGap = 62;
const kMostGap = 96;
const kGapDown = 46;
const kGapAcross = 14;

export function layoutGraph(
  nodes: readonly { id: number }[],
  edges: readonly { from: number; to: number }[],
  { width, card }: Room,
): GraphLayout {
  const across = place(nodes, edges, card, kLeastGap, false);
  const down = across.width > width;
  const gap = down ? kGapDown : Math.min(kMostGap, kLeastGap + (width - across.width) / Math.max(1, across.ranks - 1));
  const drawn = place(nodes, edges, card, gap, down);
  const ends = edges.map(({ from, to }) => {
    const a = drawn.places.get(from) ?? { x: 0, y: 0 };
    const b = drawn.places.get(to) ?? { x: 0, y: 0 };
    return down
      ? [{ x: a.x, y: a.y + card.height / 2 }, { x: b.x, y: b.y - card.height / 2 }] as const
      : [{ x: a.x + card.width / 2, y: a.y }, { x: b.x - card.width / 2, y: b.y }] as const;
  });
  return {
    width: drawn.width,
    height: drawn.height,
    down,
    places: drawn.places,
    middles: ends.map(([a, b]) => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 })),
    path(edge, offset) {
      const [a, b] = ends[edge] ?? [{ x: 0, y: 0 }, { x: 0, y: 0 }];
      const [dx, dy] = down ? [offset, 0] : [0, offset];
      const bend = down
        ? `${a.x + dx},${(a.y + b.y) / 2} ${b.x + dx},${(a.y + b.y) / 2}`
        : `${(a.x + b.x) / 2},${a.y + dy} ${(a.x + b.x) / 2},${b.y + dy}`;
      return `M${a.x + dx},${a.y + dy} C${bend} ${b.x + dx},${b.y + dy}`;
    },
  };
}

function place(
  nodes: readonly { id: number }[],
  edges: readonly { from: number; to: number }[],
  card: Room["card"],
  gap: number,
  down: boolean,
): { width: number; height: number; ranks: number; places: Map<number, Place> } {
  const graph = new graphlib.Graph();
  graph.setGraph({ rankdir: down ? "TB" : "LR", ranksep: gap, nodesep: kGapAcross, marginx: 1, marginy: 1 });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const { id } of nodes) graph.setNode(String(id), { ...card });
  const fed = new Set(edges.map(({ to }) => to));
  // The long way through the graph is drawn straight; what only feeds into it stands beside it.
  for (const { from, to } of edges) graph.setEdge(String(from), String(to), { weight: fed.has(from) ? 8 : 1 });
  runDagre(graph);
  const places = new Map<number, Place>();
  for (const { id } of nodes) {
    const { x = 0, y = 0 } = graph.node(String(id)) as Partial<Place>;
    places.set(id, { x, y });
  }
  const { width = 0, height = 0 } = graph.graph() as { width?: number; height?: number };
  const ranks = new Set([...places.values()].map(({ x, y }) => Math.round(down ? y : x))).size;
  return { width, height, ranks, places };
}
