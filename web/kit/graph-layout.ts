/**
 * Places the cards of a layered graph, from left to right or from top to bottom. Positions depend on the graph and
 * on the room alone, never on numbers, so that nothing jumps while one computes.
 *
 *     const layout = layoutGraph(nodes, edges, { width: 820, card: { width: 84, height: 80 } });
 *     layout.places.get(3)   // { x, y }: the middle of the card
 */
import { arrange, type LayeredEdge, type LayeredNode } from "./layered";

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
const kMargin = 1;

export function layoutGraph(
  nodes: readonly LayeredNode[],
  edges: readonly LayeredEdge[],
  { width, card }: Room,
): GraphLayout {
  const columns = Math.max(0, ...nodes.map(({ layer }) => layer)) + 1;
  const gap = columns > 1 ? (width - 2 * kMargin - columns * card.width) / (columns - 1) : kMostGap;
  const down = gap < kLeastGap;
  const step = down ? card.height + kGapDown : card.width + Math.min(kMostGap, gap);
  const { rows, passes } = arrange(nodes, edges, (down ? card.width : card.height) + kGapAcross);
  const least = Math.min(0, ...rows.values());
  const most = Math.max(0, ...rows.values());

  const half = { along: (down ? card.height : card.width) / 2, across: (down ? card.width : card.height) / 2 };
  const place = (layer: number, row: number): Place => {
    const along = kMargin + half.along + layer * step;
    const across = kMargin + half.across + row - least;
    return down ? { x: across, y: along } : { x: along, y: across };
  };
  const places = new Map(nodes.map(({ id, layer }) => [id, place(layer, rows.get(id) ?? 0)]));
  const ways = edges.map(({ from, to }, index) => {
    const a = places.get(from) ?? { x: 0, y: 0 };
    const b = places.get(to) ?? { x: 0, y: 0 };
    const sources = edges.filter((edge) => edge.to === to).map((edge) => places.get(edge.from) ?? a);
    const shift = kSpread * port(sources, a, b, down);
    const start = down ? { x: a.x, y: a.y + half.along } : { x: a.x + half.along, y: a.y };
    const end = down ? { x: b.x + shift, y: b.y - half.along } : { x: b.x - half.along, y: b.y + shift };
    return [start, ...(passes[index] ?? []).map(({ layer, row }) => place(layer, row)), end];
  });
  const long = 2 * (kMargin + half.along) + (columns - 1) * step;
  const wide = 2 * (kMargin + half.across) + most - least;
  return {
    width: down ? wide : long,
    height: down ? long : wide,
    down,
    places,
    middles: ways.map(([a = { x: 0, y: 0 }, b = a]) => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 })),
    path: (edge, offset) => curve(ways[edge] ?? [], offset, down),
  };
}

/** Leaves and enters each of its points straight along the graph. */
function curve(way: readonly Place[], offset: number, down: boolean): string {
  const [dx, dy] = down ? [offset, 0] : [0, offset];
  return way
    .map(({ x, y }, i) => {
      const before = way[i - 1];
      if (!before) return `M${x + dx},${y + dy}`;
      const bend = down
        ? `${before.x + dx},${(before.y + y) / 2} ${x + dx},${(before.y + y) / 2}`
        : `${(before.x + x) / 2},${before.y + dy} ${(before.x + x) / 2},${y + dy}`;
      return `C${bend} ${x + dx},${y + dy}`;
    })
    .join(" ");
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
