/**
 * What the reader points at, shared by the views of one program: a term, a node, an edge, a number. Each view
 * lights what carries the same key.
 *
 *     const linked = new Linked();
 *     linked.subscribe(() => card.classList.toggle("lit", linked.lights(nodeKey(3))));
 *     linked.point([edgeKey(3, 5)]);      // ... and linked.leave() afterwards
 */
export type Key = `node:${number}` | `edge:${number}>${number}`;

export const nodeKey = (id: number): Key => `node:${id}`;
export const edgeKey = (from: number, to: number): Key => `edge:${from}>${to}`;

export class Linked {
  #keys: ReadonlySet<Key> = new Set();
  readonly #listeners = new Set<() => void>();

  get any(): boolean {
    return this.#keys.size > 0;
  }

  lights(key: Key): boolean {
    return this.#keys.has(key);
  }

  point(keys: Iterable<Key>): void {
    this.#keys = new Set(keys);
    for (const listener of this.#listeners) listener();
  }

  leave(): void {
    if (this.any) this.point([]);
  }

  /** Returns the function that ends the subscription. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
