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
/** Between the ends of edges that come in at the same card. */
const kSpread = 18;

export function layoutGraph(
  nodes: readonly { id: number }[],
  edges: readonly { from: number; to: number }[],
  { width, card }: Room,
): GraphLayout {
  const across = place(nodes, edges, card, kLeastGap, false);
  const down = across.width > width;
  const gap = down ? kGapDown : Math.min(kMostGap, kLeastGap + (width - across.width) / Math.max(1, across.ranks - 1));
  const drawn = place(nodes, edges, card, gap, down);
  const at = (id: number): Place => drawn.places.get(id) ?? { x: 0, y: 0 };
  const ends = edges.map(({ from, to }) => {
    const a = at(from);
    const b = at(to);
    const shift =
      kSpread *
      port(
        edges.filter((edge) => edge.to === to).map((edge) => at(edge.from)),
        a,
        b,
        down,
      );
    return down
      ? ([
          { x: a.x, y: a.y + card.height / 2 },
          { x: b.x + shift, y: b.y - card.height / 2 },
        ] as const)
      : ([
          { x: a.x + card.width / 2, y: a.y },
          { x: b.x - card.width / 2, y: b.y + shift },
        ] as const);
  });
  return {
    width: drawn.width,
    height: drawn.height,
    down,
    places: drawn.places,
    middles: ends.map(([a, b]) => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 })),
    path(edge, offset) {
      const [a, b] = ends[edge] ?? [
        { x: 0, y: 0 },
        { x: 0, y: 0 },
      ];
      const [dx, dy] = down ? [offset, 0] : [0, offset];
      const bend = down
        ? `${a.x + dx},${(a.y + b.y) / 2} ${b.x + dx},${(a.y + b.y) / 2}`
        : `${(a.x + b.x) / 2},${a.y + dy} ${(a.x + b.x) / 2},${b.y + dy}`;
      return `M${a.x + dx},${a.y + dy} C${bend} ${b.x + dx},${b.y + dy}`;
    },
  };
}

/** Where an edge comes in: 0 straight ahead, -1, -2, ... from above, 1, 2, ... from below. */
function port(sources: readonly Place[], source: Place, target: Place, down: boolean): number {
  const offset = (place: Place): number => Math.round(down ? place.x - target.x : place.y - target.y);
  const own = offset(source);
  const between = sources.filter(
    (other) => Math.sign(offset(other)) === Math.sign(own) && Math.abs(offset(other)) < Math.abs(own),
  );
  return Math.sign(own) * (between.length + 1);
}

/**
 * Order beside one another: what goes through the graph in the middle, what only feeds in above and below it. Where
 * the two sides differ, an unseen card makes them equal, so that the way through stays straight.
 */
function besides(
  nodes: readonly { id: number }[],
  edges: readonly { from: number; to: number }[],
): { constraints: { left: string; right: string }[]; unseen: { from: string; to: string }[] } {
  const fed = new Set(edges.map(({ to }) => to));
  const constraints: { left: string; right: string }[] = [];
  const unseen: { from: string; to: string }[] = [];
  for (const { id } of nodes) {
    const sources = edges.filter(({ to }) => to === id).map(({ from }) => from);
    const through = sources.filter((source) => fed.has(source));
    const feeding = sources.filter((source) => !fed.has(source)).map(String);
    if (through.length === 0) through.push(...feeding.splice(Math.floor(feeding.length / 2), 1).map(Number));
    if (through.length !== 1 || feeding.length === 0) continue;
    if (feeding.length % 2 === 1) {
      const pad = `unseen-${id}`;
      feeding.unshift(pad);
      unseen.push({ from: pad, to: String(id) });
    }
    const above = feeding.slice(0, feeding.length / 2);
    const order = [...above, String(through[0]), ...feeding.slice(above.length)];
    for (let i = 1; i < order.length; i++) constraints.push({ left: order[i - 1] ?? "", right: order[i] ?? "" });
  }
  return { constraints, unseen };
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
  const { constraints, unseen } = besides(nodes, edges);
  for (const { from, to } of unseen) {
    graph.setNode(from, { ...card });
    graph.setEdge(from, to, { weight: 1 });
  }
  runDagre(graph, { constraints });
  const places = new Map<number, Place>();
  for (const { id } of nodes) {
    const { x = 0, y = 0 } = graph.node(String(id)) as Partial<Place>;
    places.set(id, { x, y });
  }
  const { width = 0, height = 0 } = graph.graph() as { width?: number; height?: number };
  const ranks = new Set([...places.values()].map(({ x, y }) => Math.round(down ? y : x))).size;
  return { width, height, ranks, places };
}
