/**
 * Places the cards of a layered graph, from left to right or from top to bottom. Positions depend on the graph and
 * on the room alone, never on numbers, so that nothing jumps while one computes.
 *
 *     const layout = layoutGraph(nodes, edges, { width: 820, card: { width: 84, height: 80 } });
 *     layout.places.get(3)   // { x, y }: the middle of the card
 *
 * With `small`, a size for the cards of nodes that are given, a graph of some thirty nodes has room, too: what is given
 * gets these cards, and from top to bottom rows of its own where a row would be too long.
 */
import { arrange, type Arrangement, type LayeredEdge, type LayeredNode } from "./layered";
import { besideOneAnother, bezier, type Place } from "./label-places";

export type { Place } from "./label-places";

export interface Size {
  width: number;
  height: number;
}

export interface GraphLayout {
  width: number;
  height: number;
  down: boolean;
  places: ReadonlyMap<number, Place>;
  sizes: ReadonlyMap<number, Size>;
  /** Where each edge has its label, in the order of the edges. */
  middles: readonly Place[];
  /** The SVG path of each edge from card to card, shifted sideways by `offset`. */
  path(edge: number, offset: number): string;
}

export interface Room {
  width: number;
  card: Size;
  /** For nodes that nothing leads to. */
  small?: Size | undefined;
}

const kLeastGap = 62;
const kMostGap = 96;
const kGapDown = 46;
const kGapAcross = 14;
/** The same for graphs of many nodes. */
const kManyMostGap = 142;
const kManyGapDown = 34;
const kManyGapAcross = 6;
const kManyPassing = 4;
/** Between the ends of edges that come in at the same card, and what they leave free of its side. */
const kSpread = 18;
const kCorner = 8;
const kMargin = 1;

export function layoutGraph(
  given: readonly LayeredNode[],
  edges: readonly LayeredEdge[],
  { width, card, small }: Room,
): GraphLayout {
  const reached = new Set(edges.map(({ to }) => to));
  const sizes = new Map(given.map(({ id }) => [id, small && !reached.has(id) ? small : card]));
  const mostGap = small ? kManyMostGap : kMostGap;
  const columns = Math.max(0, ...given.map(({ layer }) => layer)) + 1;
  const gap = columns > 1 ? (width - 2 * kMargin - columns * card.width) / (columns - 1) : mostGap;
  const down = gap < kLeastGap;
  const across = (id: number): number => (sizes.get(id) ?? card)[down ? "width" : "height"];
  const gapAcross = small ? kManyGapAcross : kGapAcross;
  const distance = (down ? card.width : card.height) + gapAcross;

  const sized = given.map((node) => ({ ...node, size: (across(node.id) + gapAcross) / distance }));
  const nodes = small && down ? inRows(sized, edges, (width - 2 * kMargin + gapAcross) / distance) : sized;
  const arranged = arrange(nodes, edges, distance, small ? kManyPassing / distance : undefined);
  const { rows, passes } =
    small && down ? within(width - 2 * kMargin, nodes, arranged, (id) => across(id) / 2) : arranged;
  const least = Math.min(0, ...nodes.map(({ id }) => (rows.get(id) ?? 0) - across(id) / 2));
  const most = Math.max(0, ...nodes.map(({ id }) => (rows.get(id) ?? 0) + across(id) / 2));

  const layers = stations(nodes, sizes, down, down ? (small ? kManyGapDown : kGapDown) : Math.min(mostGap, gap));
  const place = (layer: number, row: number): Place => {
    const along = kMargin + (layers[layer]?.middle ?? 0);
    const aside = kMargin + row - least;
    return down ? { x: aside, y: along } : { x: along, y: aside };
  };
  const places = new Map(nodes.map(({ id, layer }) => [id, place(layer, rows.get(id) ?? 0)]));
  const ways = edges.map(({ from, to }, index) => {
    const a = places.get(from) ?? { x: 0, y: 0 };
    const b = places.get(to) ?? { x: 0, y: 0 };
    const [start, end] = [sizes.get(from) ?? card, sizes.get(to) ?? card];
    const sources = edges.filter((edge) => edge.to === to).map((edge) => places.get(edge.from) ?? a);
    const side = (down ? end.width : end.height) / 2 - kCorner;
    const spread = Math.min(kSpread, (2 * side) / Math.max(1, sources.length - 1));
    const shift = Math.max(-side, Math.min(side, spread * port(sources, a, b, down)));
    const first = down ? { x: a.x, y: a.y + start.height / 2 } : { x: a.x + start.width / 2, y: a.y };
    const last = down ? { x: b.x + shift, y: b.y - end.height / 2 } : { x: b.x - end.width / 2, y: b.y + shift };
    return [first, ...(passes[index] ?? []).map(({ layer, row }) => place(layer, row)), last];
  });
  const long = 2 * kMargin + (layers.at(-1)?.end ?? 0);
  const wide = 2 * kMargin + most - least;
  const first = ways.map(([a = { x: 0, y: 0 }, b = a]) => [a, b] as const);
  return {
    width: down ? wide : long,
    height: down ? long : wide,
    down,
    places,
    sizes,
    middles: small ? besideOneAnother(first, down) : first.map(([a, b]) => bezier(a, b, 0.5, down)),
    path: (edge, offset) => curve(ways[edge] ?? [], offset, down),
  };
}

/** Where each layer lies along the graph: as wide as its widest card. */
function stations(
  nodes: readonly LayeredNode[],
  sizes: ReadonlyMap<number, Size>,
  down: boolean,
  gap: number,
): { middle: number; end: number }[] {
  const extents: number[] = [];
  for (const { id, layer } of nodes) {
    extents[layer] = Math.max(extents[layer] ?? 0, sizes.get(id)?.[down ? "height" : "width"] ?? 0);
  }
  let begin = 0;
  return Array.from(extents, (extent = 0) => {
    const station = { middle: begin + extent / 2, end: begin + extent };
    begin = station.end + gap;
    return station;
  });
}

/**
 * Layers that are too long are cut: first what others lead to, and what several need; then, for each node that
 * follows, what is given to it alone.
 */
function inRows<Node extends LayeredNode>(nodes: readonly Node[], edges: readonly LayeredEdge[], room: number): Node[] {
  const reached = new Set(edges.map(({ to }) => to));
  const layers = Math.max(0, ...nodes.map(({ layer }) => layer)) + 1;
  const out: Node[] = [];
  let next = 0;
  for (let layer = 0; layer < layers; layer++) {
    const here = nodes.filter((node) => node.layer === layer);
    const rows: Node[][] = [here];
    if (here.reduce((sum, { size = 1 }) => sum + size, 0) > room) {
      const targets = (id: number): number[] => edges.filter(({ from }) => from === id).map(({ to }) => to);
      const shared = here.filter(({ id }) => reached.has(id) || targets(id).length !== 1);
      const groups = new Map<number, Node[]>();
      for (const node of here) {
        if (shared.includes(node)) continue;
        const target = targets(node.id)[0] ?? -1;
        groups.set(target, [...(groups.get(target) ?? []), node]);
      }
      rows.splice(0, 1, ...[shared, ...groups.values()].filter((row) => row.length > 0));
    }
    for (const row of rows) {
      out.push(...row.map((node) => ({ ...node, layer: next })));
      next++;
    }
  }
  return out;
}

/** Rows that reach beyond the room around the last node are moved back into it, with the edges that pass them. */
function within(
  room: number,
  nodes: readonly LayeredNode[],
  { rows, passes }: Arrangement,
  half: (id: number) => number,
): Arrangement {
  const last = nodes.reduce((furthest, node) => (node.layer > furthest.layer ? node : furthest));
  const middle = rows.get(last.id) ?? 0;
  const shifts: number[] = [];
  for (let layer = 0; layer <= last.layer; layer++) {
    const here = nodes.filter((node) => node.layer === layer);
    const least = Math.min(...here.map(({ id }) => (rows.get(id) ?? 0) - half(id)));
    const most = Math.max(...here.map(({ id }) => (rows.get(id) ?? 0) + half(id)));
    shifts.push(Math.max(0, middle - room / 2 - least) + Math.min(0, middle + room / 2 - most));
  }
  const shift = (layer: number): number => shifts[layer] ?? 0;
  return {
    rows: new Map(nodes.map(({ id, layer }) => [id, (rows.get(id) ?? 0) + shift(layer)])),
    passes: passes.map((way) => way.map(({ layer, row }) => ({ layer, row: row + shift(layer) }))),
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
