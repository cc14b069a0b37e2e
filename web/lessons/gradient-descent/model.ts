/**
 * What the lesson's figures show, made from what the reader has set. No DOM; each part is computed again only when
 * a number that it depends on has changed.
 *
 *     const model = new DescentLesson(engine, state.values);
 *     model.values = state.values;
 *     model.alongW1.place(3).cost
 */
import type { Chainwise, ParameterId } from "../../engine/api";
import { DescentPath, type DescentProblem } from "../../figures/descent-path";
import type { Heights } from "../../figures/landscape-picture";
import type { networkHeights } from "../../figures/network-heights";
import type { Learner } from "../../figures/rate-finder";
import { kSource } from "../small-network/model";
import { table, type LessonValues } from "./state";

export const kUnitSource = "yhat = w*x + b\nJ = (yhat - y)^2";

export class DescentLesson {
  readonly #paths = new Map<string, { key: string; path: DescentPath }>();
  #heights: { key: string; heights: Heights | undefined } | undefined;

  constructor(
    readonly engine: Chainwise,
    public values: LessonValues,
  ) {}

  /** The small network, only w1 moves. */
  get alongW1(): DescentPath {
    const { w1, eta } = this.values;
    return this.#path("w1", { source: kSource, at: { ...this.#rest, w1 }, names: ["w1"], rate: eta });
  }

  /** The small network, w1 and w2 move. */
  get onMap(): DescentPath {
    const { p, q, lr } = this.values;
    return this.#path("map", {
      source: kSource,
      at: { ...this.#rest, w1: p, w2: q },
      names: ["w1", "w2"],
      rate: lr,
    });
  }

  /** Where one stands on the map does not change the map. */
  mapHeights(heights: typeof networkHeights): Heights | undefined {
    const key = JSON.stringify(this.#rest);
    if (this.#heights?.key !== key) {
      const [x, y] = [0, 1].map((layer) => ({ layer, unit: 0, input: 0 })) as [ParameterId, ParameterId];
      const window = [table.p.min, table.p.max] as const;
      this.#heights = { key, heights: heights(this.engine, this.smallNetwork, { x, y, window }) };
    }
    return this.#heights.heights;
  }

  /** The single node; `up` takes the steps with the lost sign. */
  unit(direction: "down" | "up"): DescentPath {
    const { ux: x, uw: w, ub: b, uy: y, ueta: rate } = this.values;
    const at = { x, w, b, y };
    return this.#path(direction, { source: kUnitSource, at, names: ["w", "b"], rate, direction });
  }

  get learner(): Learner {
    return this.values.of === "unit" ? this.#unitLearner() : this.smallNetwork;
  }

  get smallNetwork(): Learner {
    const { x, y, w1, b1, w2, b2 } = this.values;
    const layers = [1, 2].map(() => ({ units: 1, activation: "sigmoid" }));
    const weights = [Float64Array.of(w1), Float64Array.of(w2)];
    const biases = [Float64Array.of(b1), Float64Array.of(b2)];
    return {
      config: { inputSize: 1, layers, loss: "half-squared", parameters: { weights, biases } },
      data: { inputs: Float64Array.of(x), targets: Float64Array.of(y) },
    };
  }

  #unitLearner(): Learner {
    const { ux, uw, ub, uy } = this.values;
    const parameters = { weights: [Float64Array.of(uw)], biases: [Float64Array.of(ub)] };
    return {
      config: { inputSize: 1, layers: [{ units: 1, activation: "linear" }], loss: "squared", parameters },
      data: { inputs: Float64Array.of(ux), targets: Float64Array.of(uy) },
    };
  }

  get #rest() {
    const { x, y, b1, w2, b2 } = this.values;
    return { x, y, b1, w2, b2 };
  }

  #path(name: string, problem: DescentProblem): DescentPath {
    const key = JSON.stringify(problem);
    const known = this.#paths.get(name);
    if (known?.key === key) return known.path;
    const path = new DescentPath(this.engine, problem);
    this.#paths.set(name, { key, path });
    return path;
  }
}
