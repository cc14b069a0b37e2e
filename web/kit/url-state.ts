/**
 * What a person has set on a page, as one small table that is also the link. Each row of the table is a field
 * (see `fields.ts`); values that equal their default stay out of the link.
 *
 *     const state = new UrlState({ x: numberField({ initial: 1, min: -10, max: 10 }) });
 *     const damaged = state.read("x=banana");     // ["x"]; x keeps its default
 *     state.subscribe(() => draw(state.values.x));
 *     state.set({ x: 2 });                        // the link follows
 */
import type { Field } from "./fields";

export type ValuesOf<T> = { readonly [K in keyof T]: T[K] extends Field<infer V> ? V : never };

type AnyField = Field<unknown>;

/** Browsers refuse more than about three changes of the address a second. */
const kLinkDelay = 350;

export class UrlState<T extends { [K in keyof T]: Field<ValuesOf<T>[K]> }> {
  readonly table: T;
  #values: ValuesOf<T>;
  readonly #listeners = new Set<(changed: ReadonlySet<keyof T>) => void>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #linkPath: string | undefined;

  constructor(table: T) {
    this.table = table;
    this.#values = this.#initial();
  }

  get values(): ValuesOf<T> {
    return this.#values;
  }

  /**
   * Takes over the values of a link's query. Returns the keys that could not be read and kept their default:
   * the page shows them in a notice.
   */
  read(query: string): string[] {
    clearTimeout(this.#timer); // what was set before is gone
    const damaged: string[] = [];
    const values: Record<string, unknown> = { ...this.#initial() };
    for (const [key, text] of new URLSearchParams(query)) {
      if (key === "embed") continue;
      const field = Object.hasOwn(this.table, key) ? this.#field(key) : undefined;
      const value = field?.parse(text);
      if (value === undefined) damaged.push(key);
      else values[key] = value;
    }
    this.#replace(values as ValuesOf<T>);
    return damaged;
  }

  /** Changes some values. Numbers out of range are brought back into it. */
  set(change: Partial<ValuesOf<T>>): void {
    const values: Record<string, unknown> = { ...this.#values };
    for (const [key, value] of Object.entries(change)) values[key] = this.#field(key).limit(value);
    this.#replace(values as ValuesOf<T>);
    this.#scheduleLink();
  }

  reset(): void {
    this.#replace(this.#initial());
    this.#scheduleLink();
  }

  /** `key=value&...` of everything that differs from its default. */
  query(): string {
    const parts = new URLSearchParams();
    for (const key of Object.keys(this.table)) {
      const field = this.#field(key);
      const text = field.print(this.#values[key as keyof T]);
      if (text !== field.print(field.initial)) parts.set(key, text);
    }
    return parts.toString();
  }

  subscribe(listener: (changed: ReadonlySet<keyof T>) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** From now on the address bar follows the state under `path`, such as `#/lessons/chain-rule`. */
  bindToAddress(path: string): void {
    this.#linkPath = path;
  }

  /** The page is left: a change that is still on its way must not write over the next page's address. */
  release(): void {
    clearTimeout(this.#timer);
    this.#linkPath = undefined;
  }

  #field(key: string): AnyField {
    return (this.table as Readonly<Record<string, AnyField>>)[key] as AnyField;
  }

  #initial(): ValuesOf<T> {
    return Object.fromEntries(Object.keys(this.table).map((key) => [key, this.#field(key).initial])) as ValuesOf<T>;
  }

  #replace(values: ValuesOf<T>): void {
    const changed = new Set<keyof T>();
    for (const key of Object.keys(this.table) as (keyof T)[]) {
      if (!Object.is(values[key], this.#values[key])) changed.add(key);
    }
    if (changed.size === 0) return;
    this.#values = values;
    for (const listener of this.#listeners) listener(changed);
  }

  #scheduleLink(): void {
    clearTimeout(this.#timer);
    if (this.#linkPath === undefined) return;
    const before = location.hash;
    this.#timer = setTimeout(() => {
      // A link that somebody has followed meanwhile, and that is about to be read, is not written over.
      if (location.hash !== before) return;
      const query = this.query();
      try {
        history.replaceState(history.state, "", this.#linkPath + (query ? `?${query}` : ""));
      } catch {
        // A sandboxed frame may refuse; the page works without a link.
      }
    }, kLinkDelay);
  }
}
