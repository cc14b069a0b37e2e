/**
 * What was done, one step after another, to be undone and done again. Knows nothing of what the states are.
 *
 *     const history = new History<State>();
 *     history.record("learning rate", before);          // just before, or just after with the state of before
 *     const back = history.undo(() => now);             // { name: "learning rate", state: before }
 */
export interface Entry<State> {
  /** What was done, in words. */
  name: string;
  state: State;
}

const kCapacity = 20;

export class History<State> {
  #done: Entry<State>[] = [];
  #undone: Entry<State>[] = [];

  constructor(private readonly capacity = kCapacity) {}

  /** The name of what `undo` takes back. */
  get undoName(): string | undefined {
    return this.#done.at(-1)?.name;
  }

  get redoName(): string | undefined {
    return this.#undone.at(-1)?.name;
  }

  /** Something else than what was undone has been done: that cannot be done again. */
  record(name: string, before: State): void {
    this.#done = [...this.#done, { name, state: before }].slice(-this.capacity);
    this.#undone = [];
  }

  /** What to go back to. `now` is asked for the state of now, to come back to; it is told what is undone. */
  undo(now: (entry: Entry<State>) => State): Entry<State> | undefined {
    return move(this.#done, this.#undone, now);
  }

  redo(now: (entry: Entry<State>) => State): Entry<State> | undefined {
    return move(this.#undone, this.#done, now);
  }
}

function move<State>(
  from: Entry<State>[],
  to: Entry<State>[],
  now: (entry: Entry<State>) => State,
): Entry<State> | undefined {
  const entry = from.pop();
  if (entry) to.push({ name: entry.name, state: now(entry) });
  return entry;
}
