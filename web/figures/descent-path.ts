/**
 * A walk down a cost: some numbers of a program move by gradient descent, the others stay. No DOM; every number
 * comes from the engine. Places are computed when they are first asked for.
 *
 *     const path = new DescentPath(engine, { source, at, names: ["w1"], rate: 5 });
 *     path.place(0).cost; path.place(3).values; path.courseAt(3)   // "fell"
 */
import type { Bindings, Chainwise } from "../engine/api";

export interface DescentProblem {
  source: string;
  /** Where the walk begins, and all that stays as it is. */
  at: Bindings;
  /** What moves, in the order of `values` and `gradients`. */
  names: readonly string[];
  rate: number;
  /** Walks against the gradient where left out. `up` is the mistake of a lost sign. */
  direction?: "down" | "up";
}

export interface Place {
  values: readonly number[];
  gradients: readonly number[];
  cost: number;
}

/** What the last step did to the cost. */
export type Course = "fell" | "rose" | "stayed";

export class DescentPath {
  readonly #places: Place[] = [];

  constructor(
    readonly engine: Chainwise,
    readonly problem: DescentProblem,
  ) {}

  /** After so many steps. A walk that leaves the numbers there are stays NaN. */
  place(steps: number): Place {
    const { at, names } = this.problem;
    let last = this.#places.at(-1);
    if (!last) {
      last = this.#visit(names.map((name) => at[name] ?? NaN));
      this.#places.push(last);
    }
    while (this.#places.length <= steps) {
      last = this.#visit(this.#stepFrom(last));
      this.#places.push(last);
    }
    return this.#places[steps] ?? last;
  }

  places(steps: number): readonly Place[] {
    this.place(steps);
    return this.#places.slice(0, steps + 1);
  }

  /** Of the step that led here. */
  courseAt(steps: number): Course | undefined {
    return steps > 0 ? courseOf(this.place(steps - 1).cost, this.place(steps).cost) : undefined;
  }

  cost(values: readonly number[]): number {
    const result = this.engine.evaluate(this.problem.source, this.#bindings(values));
    return result.ok ? result.value : NaN;
  }

  /** The cost over the first of the moving numbers, the others as they are at the start. */
  curve(from: number, to: number): { x: Float64Array; y: Float64Array } {
    const { source, names, at } = this.problem;
    const sampled = this.engine.sample(source, names[0] ?? "", from, to, 240, at);
    return sampled.ok ? sampled.value : { x: new Float64Array(), y: new Float64Array() };
  }

  #bindings(values: readonly number[]): Bindings {
    const { at, names } = this.problem;
    return { ...at, ...Object.fromEntries(names.map((name, i) => [name, values[i] ?? NaN])) };
  }

  #visit(values: readonly number[]): Place {
    const { source, names } = this.problem;
    const pass = this.engine.backpropagate(source, this.#bindings(values), { detail: "definitions" });
    if (!pass.ok) return { values, gradients: names.map(() => NaN), cost: NaN };
    return {
      values,
      // The program need not use all of them: what is not in it changes nothing.
      gradients: names.map((name) => pass.value.gradients[name] ?? 0),
      cost: pass.value.nodes.at(-1)?.value ?? NaN,
    };
  }

  #stepFrom({ values, gradients }: Place): number[] {
    const { rate, direction } = this.problem;
    const rule = direction === "up" ? "w + r*g" : "w - r*g";
    return values.map((w, i) => {
      const moved = this.engine.evaluate(rule, { w, r: rate, g: gradients[i] ?? NaN });
      return moved.ok ? moved.value : NaN;
    });
  }
}

/** Far smaller changes than a figure shows are none. */
const kNoChange = 1e-9;

export function courseOf(before: number, after: number): Course {
  if (Math.abs(after - before) <= kNoChange * Math.max(Math.abs(before), 1e-3)) return "stayed";
  return after < before ? "fell" : "rose";
}
