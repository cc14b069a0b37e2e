/**
 * The network of one walk as it is known so far, in the places of the canvas beneath it: nodes with value and
 * gradient, edges that have been used, weights that have moved.
 *
 *     slowPicture(walk, state, { width: 480, height: 300, side: 26, moves: true, position: 7, label: "..." })
 */
import { nothing, svg, type SVGTemplateResult } from "lit";
import { keyed } from "lit/directives/keyed.js";
import { features } from "../../engine/features";
import { classSigns } from "../../kit/class-marks";
import { measure } from "../../kit/network-drawing";
import { numberText } from "../../kit/number-text";
import { text } from "../../locale/lab-slow";
import { sizesOf } from "../setup";
import { kCost, seenOf, unitKey, type Seen } from "./seen";
import { parameterOf, valueOf, type SlowWalk, type WalkState } from "./walk";

export interface Room {
  width: number;
  height: number;
  side: number | undefined;
  /** False with reduced motion. */
  moves: boolean;
  position: number;
  label: string;
}

type Spot = readonly [x: number, y: number];

const kDigits = 3;
const kCostSize = 40;

export function slowPicture(walk: SlowWalk, state: WalkState, room: Room): SVGTemplateResult {
  const sizes = sizesOf(walk.moment.setup);
  const { unit, place } = measure(sizes, room.width, room.height, room.side);
  const seen = seenOf(walk, state);
  const last = sizes.length - 1;
  const lowest = place(last, (sizes[last] ?? 1) - 1);
  const cost: Spot = [lowest[0], Math.min(room.height - kCostSize / 2 - 1, lowest[1] + unit / 2 + kCostSize)];

  const paths = new Map<string, string>();
  for (const name of walk.names) {
    const id = parameterOf(name);
    if (id?.input === undefined) continue;
    paths.set(name, edgePath(place(id.layer, id.input), place(id.layer + 1, id.unit), unit));
  }
  const running = new Set(seen.running);
  const edges = [...paths].map(([name, path]) => {
    const id = parameterOf(name);
    return line(path, {
      forward: id !== undefined && seen.at.get(unitKey(id.layer, id.unit))?.value !== undefined,
      backward: seen.at.get(name)?.gradient !== undefined,
      moved: seen.moved.has(name),
      current: running.has(name) || seen.active.has(name),
    });
  });
  const costs = seen.at.get(kCost);
  const toCost = line(`M${lowest[0]},${lowest[1] + unit / 2} V${cost[1] - kCostSize / 2}`, {
    forward: costs?.value !== undefined,
    backward: costs?.gradient !== undefined,
    moved: false,
    current: seen.active.has(kCost),
  });
  const nodes = sizes.flatMap((units, column) =>
    Array.from({ length: units }, (_, index) => {
      const key = unitKey(column - 1, index);
      return card(place(column, index), unit, seen.at.get(key), seen.active.has(key));
    }),
  );
  const dots = seen.running.map((name) => dot(paths.get(name) ?? "", seen.back));
  return svg`<svg class="slow" width=${room.width} height=${room.height} role="img" aria-label=${room.label}>
    ${edges}${toCost}${nodes}${labels(walk, sizes, place, unit)}${card(cost, kCostSize, costs, seen.active.has(kCost), text.cost)}
    ${room.moves ? keyed(room.position, dots) : nothing}
    ${tag(walk, state, seen.back ? seen.running[0] : undefined, seen.at, place)}
  </svg>`;
}

/** The same as those of the canvas. */
function labels(walk: SlowWalk, sizes: readonly number[], place: (layer: number, unit: number) => Spot, unit: number) {
  const last = sizes.length - 1;
  const given = walk.moment.setup.features?.map((name) => features[name].label);
  const inputs = given ?? (sizes[0] === 1 ? ["x"] : ["x₁", "x₂"]);
  const outputs = sizes[last] === 1 ? ["ŷ"] : classSigns.slice(0, sizes[last]);
  const label = (says: string, [x, y]: Spot, anchor: "end" | "start") =>
    svg`<text class="label" x=${x} y=${y + 5} style="text-anchor: ${anchor}">${says}</text>`;
  const [left, right] = [-unit / 2 - 6, unit / 2 + 6];
  return [
    ...inputs.map((says, index) => label(says, [place(0, index)[0] + left, place(0, index)[1]], "end")),
    ...outputs.map((says, index) => label(says, [place(last, index)[0] + right, place(last, index)[1]], "start")),
  ];
}

/** As the canvas draws it. */
function edgePath([x1, y1]: Spot, [x2, y2]: Spot, unit: number): string {
  const [start, end] = [x1 + unit / 2, x2 - unit / 2];
  const middle = (start + end) / 2;
  return `M${start},${y1} C${middle},${y1} ${middle},${y2} ${end},${y2}`;
}

function line(path: string, is: { forward: boolean; backward: boolean; moved: boolean; current: boolean }) {
  const names = Object.entries(is).flatMap(([name, on]) => (on ? [name] : []));
  return svg`<path class=${["line", ...names].join(" ")} d=${path} />`;
}

function card([x, y]: Spot, size: number, seen: Seen | undefined, active: boolean, name?: string) {
  const { value, gradient } = seen ?? {};
  const shown = value === undefined ? (name ?? "") : numberText(value, kDigits);
  const slope = gradient === undefined ? "" : numberText(gradient, kDigits);
  const kind = [name === undefined ? "card" : "card cost", active ? "current" : "", value === undefined ? "" : "known"];
  // As large as four digits with a sign have room.
  const letters = `font-size: ${Math.min(12, Math.max(9, size * 0.26))}px`;
  return svg`<g class=${kind.join(" ")} style=${letters}>
    <rect x=${x - size / 2} y=${y - size / 2} width=${size} height=${size} rx="4" />
    <text class="value" x=${x} y=${slope ? y - 4 : y + 4}>${shown}</text>
    <text class="gradient" x=${x} y=${y + 12}>${slope}</text>
  </g>`;
}

/** What runs along an edge; where motion is not wanted, the edge alone tells. */
function dot(path: string, back: boolean) {
  const way = `offset-path: path("${path}"); animation-direction: ${back ? "reverse" : "normal"}`;
  return svg`<circle class=${back ? "dot back" : "dot"} r="5" style=${way} />`;
}

/** The number of the edge that the event is about. */
function tag(
  walk: SlowWalk,
  { step }: WalkState,
  running: string | undefined,
  at: ReadonlyMap<string, Seen>,
  place: (layer: number, unit: number) => Spot,
) {
  const name = step?.name ?? running;
  const id = name === undefined ? undefined : parameterOf(name);
  if (name === undefined || !id) return nothing;
  const end = place(id.layer + 1, id.unit);
  const start = id.input === undefined ? end : place(id.layer, id.input);
  const [x, y] =
    id.input === undefined ? [end[0], end[1] - 30] : [(start[0] + end[0]) / 2, (start[1] + end[1]) / 2 - 10];
  const gradient = at.get(name)?.gradient;
  const before = valueOf(walk.moment.frame.parameters, id);
  const says = step
    ? `${numberText(before, kDigits)} → ${numberText(step.after, kDigits)}`
    : gradient === undefined
      ? numberText(before, kDigits)
      : numberText(gradient, kDigits);
  const kind = step || gradient === undefined ? "tag weight" : "tag gradient";
  return svg`<text class=${kind} x=${x} y=${y}>${says}</text>`;
}
