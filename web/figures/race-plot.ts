/**
 * What lies above the landscape of the race: axes, the four paths with a shape and a name each, and the start as a
 * handle.
 *
 *     racePaths(runs, steps, scales)
 */
import { nothing, svg } from "lit";
import { scaleLinear } from "d3-scale";
import type { Scale } from "../kit/curve";
import { text } from "../locale/lessons/optimisers";
import { kRegion, placeAfter, type OptimiserName, type Run } from "./optimiser-race-model";

const words = text.figures.race;

export const kMargin = { top: 10, right: 12, bottom: 40, left: 40 };

export interface PlotSize {
  width: number;
  height: number;
  x: Scale;
  y: Scale;
}

export function plotSize(width: number, height: number): PlotSize {
  return {
    width,
    height,
    x: scaleLinear([kRegion.from[0], kRegion.to[0]], [kMargin.left, width - kMargin.right]),
    y: scaleLinear([kRegion.from[1], kRegion.to[1]], [height - kMargin.bottom, kMargin.top]),
  };
}

/** Around 0, 0. */
const kShapes: Record<OptimiserName, string> = {
  descent: "M6 0A6 6 0 1 1 -6 0A6 6 0 1 1 6 0Z",
  momentum: "M-5.5 -5.5H5.5V5.5H-5.5Z",
  rmsprop: "M0 -7L6.5 5H-6.5Z",
  adam: "M0 -7.5L7 0L0 7.5L-7 0Z",
};

/** The mark of an optimiser for a legend. */
export function shapeOf(name: OptimiserName) {
  return svg`<path class="shape" data-optimiser=${name} d=${kShapes[name]} />`;
}

export function axes({ width, height, x, y }: PlotSize) {
  const bottom = height - kMargin.bottom;
  return svg`<g class="axes" aria-hidden="true">
    ${x.ticks(5).map((tick) => svg`<text class="tick" x=${x(tick)} y=${bottom + 17} text-anchor="middle">${tickText(tick)}</text>`)}
    ${y.ticks(6).map((tick) => svg`<text class="tick" x=${kMargin.left - 8} y=${y(tick)} dy="0.32em" text-anchor="end">${tickText(tick)}</text>`)}
    <text class="axis-name" x=${(kMargin.left + width - kMargin.right) / 2} y=${height - 4} text-anchor="middle">w</text>
    <text class="axis-name" x="10" y=${(kMargin.top + bottom) / 2} text-anchor="middle">b</text>
    <rect class="frame" x=${kMargin.left} y=${kMargin.top} width=${width - kMargin.left - kMargin.right} height=${bottom - kMargin.top} />
  </g>`;
}

const tickText = (tick: number): string => String(tick).replace("-", "−");

function lineOf({ path }: Run, steps: number, { x, y }: PlotSize): string {
  return path
    .slice(0, steps + 1)
    .map(({ w, b }, i) => `${i === 0 ? "M" : "L"}${x(w).toFixed(1)} ${y(b).toFixed(1)}`)
    .join("");
}

export function racePaths(runs: readonly Run[], steps: number, size: PlotSize) {
  const { left, top, wide, high } = inside(size);
  const heads = runs.map((run) => headOf(run, steps, size));
  return svg`<g aria-hidden="true">
    <svg x=${left} y=${top} width=${wide} height=${high} viewBox="${left} ${top} ${wide} ${high}">
      ${runs.map(
        (run) => svg`<path class="under" d=${lineOf(run, steps, size)} />
          <path class="path" data-optimiser=${run.name} d=${lineOf(run, steps, size)} />`,
      )}
    </svg>
    ${heads.map(({ name, x, y }) => svg`<g transform="translate(${x} ${y})">${shapeOf(name)}</g>`)}
    ${steps > 0 ? names(heads, size) : nothing}
  </g>`;
}

function inside({ width, height }: PlotSize) {
  const { left, top, right, bottom } = kMargin;
  return { left, top, wide: Math.max(1, width - left - right), high: Math.max(1, height - top - bottom) };
}

interface Head {
  name: OptimiserName;
  x: number;
  y: number;
  /** Off the map: the mark waits at the edge. */
  outside: boolean;
}

function headOf(run: Run, steps: number, size: PlotSize): Head {
  const { left, top, wide, high } = inside(size);
  const place = placeAfter(run, steps);
  const [x, y] = [size.x(place.w), size.y(place.b)];
  const held = { x: Math.min(left + wide, Math.max(left, x)), y: Math.min(top + high, Math.max(top, y)) };
  return { name: run.name, ...held, outside: held.x !== x || held.y !== y };
}

const kLine = 17;
/** Names are to the left of their mark where they would not fit to the right. */
const kLongestName = 150;

/** Names stand beside the heads, one below the other where these are close together. */
function names(heads: readonly Head[], { width, height }: PlotSize) {
  let last = -Infinity;
  const lowest = height - kMargin.bottom - 6;
  const rows = [...heads]
    .sort((a, b) => a.y - b.y)
    .map((head) => ({ head, y: (last = Math.max(head.y + 4, last + kLine)) }));
  // What has been pushed out below moves up again, with what it would cover.
  let above = lowest + kLine;
  for (const row of rows.toReversed()) above = row.y = Math.min(row.y, above - kLine);
  return rows.map(({ head: { name, x, outside }, y }) => {
    const left = x > width - kLongestName;
    return svg`<text class="name" data-optimiser=${name} x=${x + (left ? -13 : 13)} y=${y}
      text-anchor=${left ? "end" : "start"}>${outside ? words.outside(words.names[name]) : words.names[name]}</text>`;
  });
}

/** A start that lies under the heads of the paths would be out of reach: it is a ring around them. */
export function startHandle(
  { w, b, says }: { w: number; b: number; says: string },
  size: PlotSize,
  key: (event: KeyboardEvent) => void,
) {
  return svg`<g class="start" tabindex="0" role="slider" aria-label=${words.start} aria-valuemin=${kRegion.from[0]}
      aria-valuemax=${kRegion.to[0]} aria-valuenow=${w} aria-valuetext=${says} @keydown=${key}
      transform="translate(${size.x(w)} ${size.y(b)})">
    <circle class="touch" r="22" /><circle class="ring" r="12" />
  </g>`;
}
