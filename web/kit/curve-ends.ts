/**
 * Names of curves behind their right ends, one below the other where the ends lie close together.
 *
 *     curveEnds(curves, xScale, yScale, { right: 600, top: 14, bottom: 230 })
 */
import { nothing, svg } from "lit";
import type { Scale } from "./curve";
import type { Curve } from "./plot";

const kLine = 16;
const kLetter = 9; // bold, capitals among them
const kAside = 7;

export function curveEnds(
  curves: readonly Curve[],
  x: Scale,
  y: Scale,
  { right, top, bottom }: { right: number; top: number; bottom: number },
) {
  const ends = curves.flatMap(({ end, samples, role }) => {
    const last = samples.x.length - 1;
    const [endX, endY] = [x(samples.x[last] ?? NaN), y(samples.y[last] ?? NaN)];
    if (end === undefined || !Number.isFinite(endX) || !Number.isFinite(endY)) return [];
    return [{ end, role, x: endX, y: Math.min(bottom - 5, Math.max(top + 10, endY + 4)) }];
  });
  if (ends.length === 0) return nothing;
  const sorted = ends.sort((a, b) => a.y - b.y);
  sorted.forEach((it, i) => (it.y = Math.max(it.y, (sorted[i - 1]?.y ?? -Infinity) + kLine)));
  // What has been pushed out below moves up again, with what it would cover.
  let below = bottom - 5 + kLine;
  for (const it of sorted.toReversed()) below = it.y = Math.min(it.y, below - kLine);
  return sorted.map((it) => {
    const fits = it.x + kAside + it.end.length * kLetter < right + kAside;
    return svg`<text class="direct" data-role=${it.role} x=${fits ? it.x + kAside : right} y=${it.y}
      text-anchor=${fits ? "start" : "end"}>${it.end}</text>`;
  });
}
