/**
 * What is special about a curve: where it has no value and where it jumps. Samples show that something happens
 * between two points; cutting the stretch between them into ever smaller parts finds the place.
 *
 *     curveFeatures(samples, (from, to, count) => sample(from, to, count), 5)   // { gaps: [[-6.5, 0]], holes: [], breaks: [] }
 */
import { gaps as stretches, type Samples } from "../kit/curve";

export interface CurveFeatures {
  /** Stretches without a value. */
  gaps: [number, number][];
  /** Single points without a value. */
  holes: number[];
  /** Points where the curve jumps, or runs to infinity. */
  breaks: number[];
}

/** Values at `count` points from `from` to `to`. */
export type Resample = (from: number, to: number, count: number) => ArrayLike<number>;

/** A stretch is cut into so many parts, of which one is looked at again. */
const kParts = 16;
const kRounds = 10;
/** A step between two samples that is larger than this share of the window is looked at closely. */
const kSuspicious = 0.2;
const kMostSuspects = 24;
/** A curve that is whole spreads a large step over the parts; one that jumps keeps this share of it in one part. */
const kJumpShare = 0.6;

/** The place between `defined` and `undefined_` where the values end. */
function edge(resample: Resample, defined: number, undefined_: number): number {
  for (let round = 0; round < kRounds; ++round) {
    const y = resample(defined, undefined_, kParts + 1);
    const part = (undefined_ - defined) / kParts;
    let last = 0;
    while (last + 1 < kParts && Number.isFinite(y[last + 1] ?? Number.NaN)) ++last;
    [defined, undefined_] = [defined + last * part, defined + (last + 1) * part];
  }
  return tidy((defined + undefined_) / 2);
}

/** The place of a jump between two samples, or undefined where the curve is steep but whole. */
function jump(resample: Resample, x0: number, x1: number, size: number): number | undefined {
  for (let round = 0; round < kRounds; ++round) {
    const y = resample(x0, x1, kParts + 1);
    const part = (x1 - x0) / kParts;
    let widest = 0;
    let step = 0;
    for (let i = 0; i < kParts; ++i) {
      const [here = Number.NaN, next = Number.NaN] = [y[i], y[i + 1]];
      if (!Number.isFinite(next)) return tidy(x0 + (i + 1) * part);
      if (Math.abs(next - here) > step) [widest, step] = [i, Math.abs(next - here)];
    }
    if (step < kJumpShare * size) return undefined;
    [x0, x1] = [x0 + widest * part, x0 + (widest + 1) * part];
  }
  return tidy((x0 + x1) / 2);
}

/** The search ends some 1e-12 beside the round number that it means. */
function tidy(x: number): number {
  const rounded = Number(x.toFixed(9));
  return rounded === 0 ? 0 : rounded;
}

/** `height` is the height of the window in which the curve is drawn. */
export function curveFeatures(samples: Samples, resample: Resample, height: number): CurveFeatures {
  const features: CurveFeatures = { gaps: [], holes: [], breaks: [] };
  const { x, y } = samples;
  const first = x[0] ?? 0;
  const last = x[x.length - 1] ?? 0;
  const spacing = (last - first) / Math.max(1, x.length - 1);

  for (const [from, to] of stretches(samples)) {
    const isSample = to - from <= 2.5 * spacing && from > first && to < last;
    const inside = (from + to) / 2;
    const around = isSample ? resample(inside - spacing / 7, inside + spacing / 7, 2) : [Number.NaN];
    if (Number.isFinite(around[0]) && Number.isFinite(around[1])) {
      features.holes.push(tidy(inside));
      continue;
    }
    const start = from === first && !Number.isFinite(y[0]) ? first : edge(resample, from, inside);
    const end = to === last && !Number.isFinite(y[y.length - 1]) ? last : edge(resample, to, inside);
    features.gaps.push([start, end]);
  }

  let suspects = 0;
  for (let i = 1; i < x.length && suspects < kMostSuspects; ++i) {
    const [x0 = 0, x1 = 0, y0 = Number.NaN, y1 = Number.NaN] = [x[i - 1], x[i], y[i - 1], y[i]];
    if (!Number.isFinite(y0) || !Number.isFinite(y1) || Math.abs(y1 - y0) < kSuspicious * height) continue;
    ++suspects;
    const place = jump(resample, x0, x1, Math.abs(y1 - y0));
    if (place !== undefined && !features.breaks.includes(place)) features.breaks.push(place);
  }
  return features;
}
