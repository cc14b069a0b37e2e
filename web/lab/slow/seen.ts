/**
 * What a walk has come to know of each place of the drawing, and where it is now. No DOM.
 *
 *     const seen = seenOf(walk, state);
 *     seen.at.get("1:0")        // { value: 0.331, gradient: -0.02 } of the first node of the second layer
 *     seen.active.has("w2_1_3")
 */
import { placeOfName } from "./places";
import { parameterOf, type SlowWalk, type WalkState } from "./walk";

export interface Seen {
  value?: number | undefined;
  gradient?: number | undefined;
}

export interface SeenNetwork {
  /** By `layer:unit` (the inputs are layer -1), by the name of a parameter, and `cost`. */
  at: ReadonlyMap<string, Seen>;
  /** What the event of now is about. */
  active: ReadonlySet<string>;
  /** The parameters whose edges numbers run along in this event. */
  running: readonly string[];
  back: boolean;
  /** The parameters that have moved. */
  moved: ReadonlySet<string>;
}

export const kCost = "cost";
export const unitKey = (layer: number, unit: number): string => `${layer}:${unit}`;

function keyOf(name: string, last: number): string {
  const place = placeOfName(name, last);
  if (place.kind === "cost") return kCost;
  if (place.kind === "weight" || place.kind === "bias" || place.kind === "target") return name;
  return unitKey(place.layer, place.unit);
}

export function seenOf(walk: SlowWalk, state: WalkState): SeenNetwork {
  const { trace, known, current, step } = state;
  const last = walk.moment.setup.network.layers.length - 1;
  const nameOf = (id: number): string => trace.nodes.get(id)?.name ?? "";
  const at = new Map<string, Seen>();
  // A node comes after what it is made of: an activation takes the place of its sum, on the way back the reverse.
  for (const { id, name } of trace.graph.nodes) {
    const key = keyOf(name, last);
    if (key === kCost && id !== trace.graph.output) continue;
    const before = at.get(key);
    const sum = placeOfName(name, last).kind === "activation" ? before?.gradient : undefined;
    at.set(key, {
      value: known.values.get(id) ?? before?.value,
      gradient: sum ?? known.gradients.get(id),
    });
  }
  const active = new Set<string>();
  let running: string[] = [];
  let back = false;
  if (step) active.add(step.name);
  else if (current?.phase === "forward" || current?.phase === "loss") {
    const from = current.from.map(nameOf);
    running = from.filter((name) => placeOfName(name, last).kind === "weight");
    for (const name of [...from, nameOf(current.node)]) active.add(keyOf(name, last));
  } else if (current?.phase === "backward") {
    const [to, from] = [nameOf(current.event.node), nameOf(current.event.from)];
    for (const name of [to, from]) active.add(keyOf(name, last));
    const edge = edgeBetween(walk.names, to, from, last);
    running = edge === undefined ? [] : [edge];
    back = true;
  }
  return { at, active, running, back, moved: new Set(walk.names.slice(0, state.moved)) };
}

/** The weight on the edge that a gradient runs back along, from a sum to what it is made of. */
function edgeBetween(names: readonly string[], to: string, from: string, last: number): string | undefined {
  const [end, start] = [placeOfName(to, last), placeOfName(from, last)];
  if (end.kind === "weight") return to;
  if (start.kind !== "sum" || end.kind !== "activation") return undefined;
  return names.find((name) => {
    const id = parameterOf(name);
    return id?.layer === start.layer && id.unit === start.unit && id.input === end.unit;
  });
}
