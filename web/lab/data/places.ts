/** Between the pixels of the plane and its numbers. */
import type { Dataset } from "../../engine/api";
import type { Region } from "../../engine/training-protocol";
import { placeOf } from "../../figures/training-sheet";

/** As a share of the picture: a press so near to a point is meant for it. */
export const kNear = 0.04;

/** The point that a press on the picture is meant for, if there is one. */
export function nearestPoint(place: readonly [number, number], data: Dataset, region: Region): number | undefined {
  const at = shareOf(place, region);
  let nearest: number | undefined;
  let least = kNear;
  for (let i = 0; i < data.targets.length / data.targetSize; i++) {
    const [x, y] = shareOf(placeOf(data, i), region);
    const distance = Math.hypot(x - at[0], y - at[1]);
    if (distance < least) [nearest, least] = [i, distance];
  }
  return nearest;
}

/** Of the picture's width from the left, and of its height from the bottom. */
export function shareOf([x, y]: readonly [number, number], { from, to }: Region): [number, number] {
  return [(x - from[0]) / (to[0] - from[0]), (y - from[1]) / (to[1] - from[1])];
}

export function placeAt([across, up]: readonly [number, number], { from, to }: Region): [number, number] {
  return [from[0] + across * (to[0] - from[0]), from[1] + up * (to[1] - from[1])];
}
