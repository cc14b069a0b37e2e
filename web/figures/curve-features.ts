/**
 * What is special about a curve: where it has no value and where it jumps. Samples show that something happens
 * between two points; halving the stretch between them finds the place.
 *
 *     curveFeatures(samples, (x) => valueAt(x), 5)   // { gaps: [[-6.5, 0]], holes: [], breaks: [] }
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

const kHalvings = 40;
/** A step between two samples that is larger than this share of the window is looked at closely. */
const kSuspicious = 0.2;
const kMostSuspects = 24;

type Evaluate = (x: number) => number;

/** The place between `defined` and `undefined_` where the values end. */
function edge(evaluate: Evaluate, defined: number, undefined_: number): number {
  for (let i = 0; i < kHalvings; ++i) {
    const middle = (defined + undefined_) / 2;
    if (Number.isFinite(evaluate(middle))) defined = middle;
    else undefined_ = middle;
  }
  return tidy((defined + undefined_) / 2);
}

/** The place of a jump between two samples, or undefined where the curve is steep but whole. */
function jump(evaluate: Evaluate, x0: number, y0: number, x1: number, y1: number): number | undefined {
  const size = Math.abs(y1 - y0);
  for (let i = 0; i < kHalvings; ++i) {
    const middle = (x0 + x1) / 2;
    const y = evaluate(middle);
    if (!Number.isFinite(y)) return tidy(middle);
    if (Math.abs(y - y0) > Math.abs(y1 - y)) [x1, y1] = [middle, y];
    else [x0, y0] = [middle, y];
  }
  return Math.abs(y1 - y0) > size / 2 ? tidy((x0 + x1) / 2) : undefined;
}

/** Halving ends some 1e-12 beside the round number that it means. */
function tidy(x: number): number {
  const rounded = Number(x.toFixed(9));
  return rounded === 0 ? 0 : rounded;
}

/** `height` is the height of the window in which the curve is drawn. */
export function curveFeatures(samples: Samples, evaluate: Evaluate, height: number): CurveFeatures {
  const features: CurveFeatures = { gaps: [], holes: [], breaks: [] };
  const { x, y } = samples;
  const first = x[0] ?? 0;
  const last = x[x.length - 1] ?? 0;
  const spacing = (last - first) / Math.max(1, x.length - 1);

  for (const [from, to] of stretches(samples)) {
    const isSample = to - from <= 2.5 * spacing && from > first && to < last;
    const inside = (from + to) / 2;
    if (isSample && Number.isFinite(evaluate(inside - spacing / 7)) && Number.isFinite(evaluate(inside + spacing / 7))) {
      features.holes.push(tidy(inside));
      continue;
    }
    const start = from === first && !Number.isFinite(evaluate(first)) ? first : edge(evaluate, from, inside);
    const end = to === last && !Number.isFinite(evaluate(last)) ? last : edge(evaluate, to, inside);
    features.gaps.push([start, end]);
  }

  let suspects = 0;
  for (let i = 1; i < x.length && suspects < kMostSuspects; ++i) {
    const [x0 = 0, x1 = 0, y0 = Number.NaN, y1 = Number.NaN] = [x[i - 1], x[i], y[i - 1], y[i]];
    if (!Number.isFinite(y0) || !Number.isFinite(y1) || Math.abs(y1 - y0) < kSuspicious * height) continue;
    ++suspects;
    const place = jump(evaluate, x0, y0, x1, y1);
    if (place !== undefined) features.breaks.push(place);
  }
  return features;
}
