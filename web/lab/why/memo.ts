/**
 * A dear answer, asked for anew only when something that it depends on is another one.
 *
 *     const memo = new Memo<Result<Line>>();
 *     memo.get([frame, rate], () => lineOf(...))
 */
import type { Asked } from "../node-panel";

export class Memo<T> {
  #keys: readonly unknown[] | undefined;
  #value: T | undefined;

  get(keys: readonly unknown[], make: () => T): T {
    const known = this.#keys;
    const same = known?.length === keys.length && keys.every((key, index) => Object.is(key, known[index]));
    if (!same || this.#value === undefined) {
      this.#value = make();
      this.#keys = keys;
    }
    return this.#value;
  }
}

/** What makes two moments the same to whoever asks about the whole network. */
export const momentKeys = ({ frame, data, setup }: Asked): unknown[] => [frame, data, JSON.stringify(setup.network)];
