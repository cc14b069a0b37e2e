/**
 * A small drawing of a network whose lines can be pressed: each line is a weight, each node its bias. The lists beside
 * it do the same by keyboard.
 *
 *     edgePicker(sizes, axes, (id) => set(id))
 */
import { nothing, svg } from "lit";
import type { ParameterId } from "../../engine/api";
import { type Axes, writeId } from "./landscape-model";

const kWidth = 320;
const kNode = 7;
const kRow = 22;
const kEnds = ["x", "y"] as const;

export function edgePicker(sizes: readonly number[], axes: Axes, label: string, pick: (id: ParameterId) => void) {
  const height = Math.max(120, Math.max(...sizes) * kRow + 20);
  const place = (layer: number, unit: number): [number, number] => [
    16 + (layer * (kWidth - 32)) / (sizes.length - 1),
    (height * (unit + 0.5)) / (sizes[layer] ?? 1),
  ];
  const chosen = axes.map(writeId);
  const mark = (id: ParameterId): (typeof kEnds)[number] | undefined => kEnds[chosen.indexOf(writeId(id))];
  const lines = sizes.slice(1).flatMap((units, layer) =>
    Array.from({ length: units }, (_, unit) =>
      Array.from({ length: sizes[layer] ?? 0 }, (__, input) => {
        const [x1, y1] = place(layer, input);
        const [x2, y2] = place(layer + 1, unit);
        return { id: { layer, unit, input }, d: `M${x1} ${y1}L${x2} ${y2}`, middle: [(x1 + x2) / 2, (y1 + y2) / 2] };
      }),
    ).flat(),
  );
  const named = (id: ParameterId, x: number, y: number) => {
    const axis = mark(id);
    return axis
      ? svg`<g class="axis-mark" transform="translate(${x} ${y})"><circle r="9" /><text dy="0.34em" text-anchor="middle">${axis === "x" ? "→" : "↑"}</text></g>`
      : nothing;
  };
  return svg`<svg class="edges" viewBox="0 0 ${kWidth} ${height}" role="img" aria-label=${label}>
    ${lines.map(({ id, d }) => svg`<path class="edge" data-axis=${mark(id) ?? nothing} d=${d} />`)}
    ${lines.map(({ id, d }) => svg`<path class="touch" data-edge=${writeId(id)} d=${d} @click=${() => pick(id)} />`)}
    ${sizes.map((units, layer) =>
      Array.from({ length: units }, (_, unit) => {
        const [x, y] = place(layer, unit);
        const id = { layer: layer - 1, unit };
        return layer === 0
          ? svg`<rect class="input" x=${x - kNode} y=${y - kNode} width=${2 * kNode} height=${2 * kNode} />`
          : svg`<circle class="node" cx=${x} cy=${y} r=${kNode} data-edge=${writeId(id)} @click=${() => pick(id)} />${named(id, x, y)}`;
      }),
    )}
    ${lines.map(({ id, middle: [x = 0, y = 0] }) => named(id, x, y))}
  </svg>`;
}
