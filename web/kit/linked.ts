/**
 * What the reader points at, shared by the views of one program: a term, a node, an edge, a number. Each view
 * lights what carries the same key. What is held stays lit when the pointer leaves, until it is let go.
 *
 *     const linked = new Linked();
 *     linked.subscribe(() => card.classList.toggle("lit", linked.lights(nodeKey(3))));
 *     linked.point([edgeKey(3, 5)]);      // ... and linked.leave() afterwards
 *     linked.hold();                      // ... and linked.release() afterwards
 */
export type Key = `node:${number}` | `edge:${number}>${number}`;

export const nodeKey = (id: number): Key => `node:${id}`;
export const edgeKey = (from: number, to: number): Key => `edge:${from}>${to}`;

const kNone: ReadonlySet<Key> = new Set();

export class Linked {
  #keys = kNone;
  #held = kNone;
  readonly #listeners = new Set<() => void>();

  get any(): boolean {
    return this.#keys.size + this.#held.size > 0;
  }

  get pointed(): ReadonlySet<Key> {
    return this.#keys;
  }

  lights(key: Key): boolean {
    return this.#keys.has(key) || this.#held.has(key);
  }

  point(keys: Iterable<Key>): void {
    this.#keys = new Set(keys);
    this.#tell();
  }

  leave(): void {
    if (this.#keys.size > 0) this.point([]);
  }

  /** Holds the light of these; the same once more lets go. */
  hold(keys: ReadonlySet<Key> = this.#keys): void {
    if (keys.size === 0) return;
    const same = keys.size === this.#held.size && [...keys].every((key) => this.#held.has(key));
    this.#held = same ? kNone : keys;
    this.#tell();
  }

  release(): void {
    if (this.#held.size === 0) return;
    this.#held = kNone;
    this.#tell();
  }

  /** Returns the function that ends the subscription. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
