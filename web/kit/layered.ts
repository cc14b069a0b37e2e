/**
 * Orders the nodes of a layered graph within their columns and gives each a place beside its neighbours, so that few
 * edges cross and the way through the graph is straight.
 *
 *     const { rows } = arrange(nodes, edges, 90);   // rows.get(id): distance from the first node's line
 *
 * After Sugiyama, Tagawa and Toda, "Methods for visual understanding of hierarchical system structures" (1981):
 * unseen nodes where an edge passes a column, sweeps of neighbours' means against crossings, then places by least
 * squares with a least distance (pool adjacent violators).
 */
export interface LayeredNode {
  id: number;
  /** Column, from 0. */
  layer: number;
  /** How much room it takes of that of a usual card; 1 where left out. */
  size?: number;
}

export interface LayeredEdge {
  from: number;
  to: number;
}

interface Knot {
  layer: number;
  /** Not there for the places where an edge passes a column. */
  id: number | undefined;
  size: number;
  before: Knot[];
  after: Knot[];
  /** Its place in the column, then its distance from the middle line. */
  order: number;
  y: number;
}

const kSweeps = 6;
/** The last one runs back from the output, so that the way to it ends up straight. */
const kPasses = 7;
/** How much more the way through weighs than what only feeds into it. */
const kThrough = 1000;
/** What has no neighbours on this side gives way. */
const kLoose = 0.01;
/** An edge that passes needs less room than a card. */
const kPassing = 0.35;

export interface Arrangement {
  /** Place of each node within its column. */
  rows: ReadonlyMap<number, number>;
  /** For each edge, where it passes the columns between its ends. */
  passes: readonly (readonly { layer: number; row: number }[])[];
}

/** `distance`: between the middles of two cards in a column; `passingSize`: the part of it that a passing edge needs. */
export function arrange(
  nodes: readonly LayeredNode[],
  edges: readonly LayeredEdge[],
  distance: number,
  passingSize = kPassing,
): Arrangement {
  const { columns, passing } = knots(nodes, edges, passingSize);
  firstOrder(columns);
  lessenCrossings(columns);
  const room = (a: Knot, b: Knot): number => distance * (a.size + b.size) * 0.5;
  for (const column of columns) column.forEach((knot, i) => (knot.y = (i - (column.length - 1) / 2) * distance));
  for (let pass = 0; pass < kPasses; pass++) {
    const back = pass % 2 === 0;
    for (const column of back ? [...columns].reverse() : columns) {
      settle(column, (knot) => (back ? knot.after : knot.before), room);
    }
  }
  const rows = new Map<number, number>();
  for (const { id, y } of columns.flat()) if (id !== undefined) rows.set(id, Math.round(y));
  const passes = passing.map((knots) => knots.map(({ layer, y }) => ({ layer, row: Math.round(y) })));
  return { rows, passes };
}

function knots(
  nodes: readonly LayeredNode[],
  edges: readonly LayeredEdge[],
  passingSize: number,
): { columns: Knot[][]; passing: Knot[][] } {
  const make = (layer: number, size: number, id?: number): Knot => ({
    ...{ layer, id, size, order: 0, y: 0 },
    before: [],
    after: [],
  });
  const byId = new Map(nodes.map(({ id, layer, size = 1 }) => [id, make(layer, size, id)]));
  const passing = edges.map(({ from, to }) => {
    const passed: Knot[] = [];
    let last = byId.get(from);
    const end = byId.get(to);
    if (!last || !end) return passed;
    for (let layer = last.layer + 1; layer <= end.layer; layer++) {
      const next: Knot = layer === end.layer ? end : make(layer, passingSize);
      if (next !== end) passed.push(next);
      last.after.push(next);
      next.before.push(last);
      last = next;
    }
    return passed;
  });
  const columns: Knot[][] = [];
  for (const knot of [...byId.values(), ...passing.flat()]) (columns[knot.layer] ??= []).push(knot);
  return { columns: Array.from(columns, (column) => column ?? []), passing };
}

/** From the right: what goes through in the middle, what only feeds in above and below it. */
function firstOrder(columns: Knot[][]): void {
  for (let layer = columns.length - 1; layer >= 0; layer--) {
    const wanted = new Set<Knot>();
    for (const knot of columns[layer + 1] ?? []) {
      const through = knot.before.filter(({ before }) => before.length > 0);
      const feeding = knot.before.filter(({ before }) => before.length === 0);
      const above = Math.floor(feeding.length / 2);
      for (const source of [...feeding.slice(0, above), ...through, ...feeding.slice(above)]) wanted.add(source);
    }
    const rest = (columns[layer] ?? []).filter((knot) => !wanted.has(knot));
    columns[layer] = renumbered([...wanted, ...rest]);
  }
}

function renumbered(column: Knot[]): Knot[] {
  column.forEach((knot, order) => (knot.order = order));
  return column;
}

function lessenCrossings(columns: Knot[][]): void {
  let fewest = crossings(columns);
  let best = columns.map((column) => [...column]);
  for (let sweep = 0; sweep < kSweeps && fewest > 0; sweep++) {
    const back = sweep % 2 === 0;
    const layers = columns.map((_, layer) => layer);
    for (const layer of back ? layers.reverse() : layers) {
      const column = columns[layer] ?? [];
      const mean = new Map(column.map((knot) => [knot, meanOrder(back ? knot.after : knot.before, knot.order)]));
      columns[layer] = renumbered([...column].sort((a, b) => (mean.get(a) ?? 0) - (mean.get(b) ?? 0)));
    }
    const count = crossings(columns);
    if (count >= fewest) continue;
    fewest = count;
    best = columns.map((column) => [...column]);
  }
  best.forEach((column, layer) => (columns[layer] = renumbered(column)));
}

function meanOrder(neighbours: readonly Knot[], own: number): number {
  if (neighbours.length === 0) return own;
  return neighbours.reduce((sum, { order }) => sum + order, 0) / neighbours.length;
}

function crossings(columns: readonly Knot[][]): number {
  let count = 0;
  for (const column of columns) {
    const ends = column.flatMap((knot) => knot.after.map((next) => [knot.order, next.order] as const));
    ends.forEach(([a, b], i) => {
      for (const [c, d] of ends.slice(i + 1)) if ((a - c) * (b - d) < 0) count++;
    });
  }
  return count;
}

const weightOf = (knot: Knot): number => (knot.before.length > 0 ? kThrough : 1);

/** Least squares towards the neighbours' mean, in the given order and with room between. */
function settle(column: readonly Knot[], neighbours: (knot: Knot) => Knot[], room: (a: Knot, b: Knot) => number): void {
  const blocks: { weight: number; sum: number; count: number }[] = [];
  const offsets: number[] = [];
  column.forEach((knot, i) => {
    const previous = column[i - 1];
    offsets.push(previous ? (offsets[i - 1] ?? 0) + room(previous, knot) : 0);
    const beside = neighbours(knot);
    const total = beside.reduce((sum, other) => sum + weightOf(other), 0);
    const wish = total > 0 ? beside.reduce((sum, other) => sum + weightOf(other) * other.y, 0) / total : knot.y;
    const weight = total > 0 ? weightOf(knot) : kLoose;
    blocks.push({ weight, sum: weight * (wish - (offsets[i] ?? 0)), count: 1 });
    // Neighbours that would come too close move as one.
    for (let last = blocks.at(-1), other = blocks.at(-2); last && other; last = blocks.at(-1), other = blocks.at(-2)) {
      if (other.sum / other.weight <= last.sum / last.weight) break;
      blocks.splice(-2, 2, {
        weight: last.weight + other.weight,
        sum: last.sum + other.sum,
        count: last.count + other.count,
      });
    }
  });
  let i = 0;
  for (const { weight, sum, count } of blocks) {
    for (let k = 0; k < count; k++, i++) {
      const knot = column[i];
      if (knot) knot.y = sum / weight + (offsets[i] ?? 0);
    }
  }
}
