/**
 * Where the labels of edges stand: on their curve, in its middle where that is free, else a little before or behind it.
 *
 *     besideOneAnother([[{ x: 0, y: 0 }, { x: 90, y: 60 }], [{ x: 0, y: 60 }, { x: 90, y: 0 }]], false)   // they cross
 */
export interface Place {
  x: number;
  y: number;
}

/** Along the curve; the earlier ones are liked better. */
const kTries = [0.5, 0.36, 0.64, 0.24, 0.76, 0.15];
const kLabel = { width: 34, height: 27 };

export function besideOneAnother(curves: readonly (readonly [Place, Place])[], down: boolean): Place[] {
  const taken: Place[] = [];
  for (const [a, b] of curves) {
    let best = bezier(a, b, 0.5, down);
    let least = Infinity;
    for (const t of kTries) {
      const place = bezier(a, b, t, down);
      const cost = taken.reduce((sum, other) => sum + overlap(place, other), 0);
      if (cost >= least) continue;
      best = place;
      least = cost;
    }
    taken.push(best);
  }
  return taken;
}

function overlap(a: Place, b: Place): number {
  const wide = Math.max(0, kLabel.width - Math.abs(a.x - b.x));
  const high = Math.max(0, kLabel.height - Math.abs(a.y - b.y));
  return wide * high;
}

/** A point of the curve that leaves and enters straight along the graph, as edges do. */
export function bezier(a: Place, b: Place, t: number, down: boolean): Place {
  const mix = (p: number, q: number, r: number, s: number): number =>
    p * (1 - t) ** 3 + 3 * q * t * (1 - t) ** 2 + 3 * r * t ** 2 * (1 - t) + s * t ** 3;
  const straight = (p: number, s: number): number => mix(p, (p + s) / 2, (p + s) / 2, s);
  const bent = (p: number, s: number): number => mix(p, p, s, s);
  return down ? { x: bent(a.x, b.x), y: straight(a.y, b.y) } : { x: straight(a.x, b.x), y: bent(a.y, b.y) };
}
