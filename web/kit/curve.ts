/**
 * From samples to the path of a curve: gaps where there is no value, a break where the curve jumps, and a window
 * that is not spoilt by a pole.
 *
 *     const window = valueRange([samples.y]);
 *     const d = curvePath(samples, xScale, yScale);
 */
import type { ScaleLinear } from "d3-scale";

export interface Samples {
  x: ArrayLike<number>;
  y: ArrayLike<number>;
}

export type Scale = ScaleLinear<number, number>;

/** Outliers beyond this share of the samples at each end do not widen the window. */
const kTrim = 0.04;
/** How many heights of the window a curve may leave it before it counts as gone. */
const kReach = 4;

/** The range of values worth showing, with some air. `include` are values that must be in it, such as 0. */
export function valueRange(samples: readonly Samples[], include: readonly number[] = []): [number, number] {
  const values: number[] = [...include.filter(Number.isFinite)];
  for (const { y } of samples) {
    const finite = Array.from(y)
      .filter(Number.isFinite)
      .sort((a, b) => a - b);
    if (finite.length === 0) continue;
    const at = (share: number): number => finite[Math.round(share * (finite.length - 1))] ?? 0;
    const low = at(kTrim);
    const high = at(1 - kTrim);
    const spread = high - low;
    // Keep the true ends where they are near: only a pole is cut off.
    values.push(Math.max(at(0), low - spread / 2), Math.min(at(1), high + spread / 2));
  }
  if (values.length === 0) return [-1, 1];
  let low = Math.min(...values);
  let high = Math.max(...values);
  const size = Math.max(Math.abs(low), Math.abs(high), 1e-9);
  if (high - low < 1e-9 * size || high === low)
    [low, high] = [low - Math.max(0.5, size / 2), high + Math.max(0.5, size / 2)];
  const air = (high - low) * 0.08;
  return [low - air, high + air];
}

/**
 * Two neighbouring samples belong to different branches: the curve leaves the window on one side and comes back
 * on the other, or it was found to jump there (`breaks`, ascending x).
 */
function isBreak(
  x0: number,
  y0: number,
  x1: number,
  y1: number,
  window: [number, number],
  breaks: readonly number[],
): boolean {
  const [low, high] = window;
  if ((y0 > high && y1 < low) || (y0 < low && y1 > high)) return true;
  return breaks.some((at) => at >= x0 && at <= x1);
}

/** An SVG path. Nothing is drawn where y is not finite. */
export function curvePath(samples: Samples, x: Scale, y: Scale, breaks: readonly number[] = []): string {
  const [low = 0, high = 1] = y.domain();
  const window: [number, number] = [Math.min(low, high), Math.max(low, high)];
  const reach = kReach * (window[1] - window[0]);
  let path = "";
  let open = false;
  for (let i = 0; i < samples.x.length; ++i) {
    const xi = samples.x[i] ?? Number.NaN;
    const yi = samples.y[i] ?? Number.NaN;
    if (!Number.isFinite(yi)) {
      open = false;
      continue;
    }
    if (open && isBreak(samples.x[i - 1] ?? xi, samples.y[i - 1] ?? yi, xi, yi, window, breaks)) open = false;
    const held = Math.min(window[1] + reach, Math.max(window[0] - reach, yi));
    path += `${open ? "L" : "M"}${x(xi).toFixed(2)},${y(held).toFixed(2)}`;
    open = true;
  }
  return path;
}

/** Stretches of x without a value, as [from, to]. */
export function gaps(samples: Samples): [number, number][] {
  const found: [number, number][] = [];
  let start: number | undefined;
  const last = samples.x.length - 1;
  for (let i = 0; i <= last; ++i) {
    const xi = samples.x[i] ?? 0;
    if (!Number.isFinite(samples.y[i] ?? Number.NaN)) {
      start ??= i === 0 ? xi : (samples.x[i - 1] ?? xi);
      if (i === last) found.push([start, xi]);
    } else if (start !== undefined) {
      found.push([start, xi]);
      start = undefined;
    }
  }
  return found;
}
