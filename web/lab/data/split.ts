/** Some points are set apart, drawn by the seed: the engine draws, so that each browser sets the same ones apart. */
import type { Chainwise, Dataset, Result } from "../../engine/api";

export interface Parts {
  learned: number[];
  apart: number[];
}

/** `percent` of `count` points; one is always left to learn from. */
export function split(engine: Chainwise, count: number, percent: number, seed: number): Result<Parts> {
  const all = Array.from({ length: count }, (_, i) => i);
  const few = Math.min(count - 1, Math.round((count * percent) / 100));
  if (few <= 0) return { ok: true, value: { learned: all, apart: [] } };
  const drawn = engine.dataset({ name: "line", count, seed });
  if (!drawn.ok) return drawn;
  const lots = drawn.value.inputs;
  const order = [...all].sort((a, b) => (lots[a] ?? 0) - (lots[b] ?? 0));
  const apart = new Set(order.slice(0, few));
  return { ok: true, value: { learned: all.filter((i) => !apart.has(i)), apart: [...apart].sort((a, b) => a - b) } };
}

/** The parts of a set as the engine takes them. */
export function together({ learned, apart }: Parts, part: (chosen: readonly number[]) => Dataset): Dataset {
  const train = part(learned);
  if (apart.length === 0) return train;
  const { inputs, targets } = part(apart);
  return { ...train, test: { inputs, targets } };
}
