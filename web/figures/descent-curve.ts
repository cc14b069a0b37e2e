/**
 * `<chainwise-descent-curve>`: the cost over one parameter, walked down by hand or by gradient descent. At first the
 * reader sees no more than the places that were tried; then the slope; then the whole curve.
 *
 *     html`<chainwise-descent-curve .path=${path} .steps=${0} .window=${[-5, 5]} tex="w_1" name="w1" view="points"
 *            @chainwise-start=${({ detail }) => set(detail.values)} @chainwise-steps=${...} @chainwise-view=${...}
 *            @chainwise-rate=${...}></chainwise-descent-curve>`
 *
 * Properties: `path` (descent-path.ts, its first name is what moves), `steps` taken, `window` of the parameter,
 * `minRate`, `maxRate`. Attributes: `tex`, `name`, `view` (`points`, `slope`, `curve`).
 * Events: `chainwise-start` `{ values }`, `chainwise-steps` `{ steps }`, `chainwise-view` `{ view }`,
 * `chainwise-rate` `{ value }`. The page keeps the state.
 */
import { html, nothing } from "lit";
import { announce } from "../kit/announce";
import { valueRange } from "../kit/curve";
import { define, emit, KitElement } from "../kit/element";
import { numberTex, numberText, shortText } from "../kit/number-text";
import "../kit/player";
import "../kit/plot";
import type { Curve, Mark, Segment } from "../kit/plot";
import { rich } from "../kit/rich-text";
import "../kit/slider";
import { text } from "../locale/figures-descent";
import "./descent-curve.css";
import { courseOf, type DescentPath } from "./descent-path";
import { StepClock } from "./step-clock";
import { walkTable } from "./walk-table";

export const views = ["points", "slope", "curve"] as const;
export type CurveView = (typeof views)[number];

export const kMostSteps = 60;
const kMostTries = 30;
/** Moves that follow one another this closely are one move. */
const kOneMove = 350;
/** The tangent reaches so far to each side, as a share of the window. */
const kTangent = 0.14;
const kDigits = 4;

interface Try {
  value: number;
  cost: number;
}

export class ChainwiseDescentCurve extends KitElement {
  static override properties = {
    path: { attribute: false },
    steps: { type: Number },
    window: { attribute: false },
    minRate: { type: Number, attribute: "min-rate" },
    maxRate: { type: Number, attribute: "max-rate" },
    tex: {},
    name: {},
    view: {},
    tries: { state: true },
  };
  declare path: DescentPath | undefined;
  declare steps: number;
  declare window: [number, number];
  declare minRate: number;
  declare maxRate: number;
  declare tex: string;
  declare name: string;
  declare view: CurveView;
  /** Where the reader's hand has rested. */
  declare protected tries: readonly Try[];
  #movedAt = -Infinity;
  readonly #clock = new StepClock(
    () => this.#step(),
    () => this.requestUpdate(),
  );

  constructor() {
    super();
    this.steps = 0;
    this.window = [-5, 5];
    this.minRate = 0.01;
    this.maxRate = 100;
    this.tex = "w";
    this.name = "w";
    this.view = "points";
    this.tries = [];
  }

  protected override get ready(): boolean {
    return this.path !== undefined;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#clock.stop();
  }

  protected override screenChanged(near: boolean): void {
    if (!near) this.#clock.stop();
  }

  #move = (event: CustomEvent<{ x: number }>): void => {
    const { path } = this;
    if (!path) return;
    event.stopPropagation();
    this.#clock.stop();
    const now = performance.now();
    const place = path.place(this.steps);
    if (now - this.#movedAt > kOneMove) {
      this.tries = [...this.tries, { value: place.values[0] ?? NaN, cost: place.cost }].slice(-kMostTries);
    }
    this.#movedAt = now;
    emit(this, "chainwise-start", { values: [event.detail.x] });
    const cost = path.cost([event.detail.x]);
    announce(text.curve.here(this.name, shortText(event.detail.x), numberText(cost, kDigits)));
  };

  #go(steps: number): void {
    this.tries = [];
    emit(this, "chainwise-steps", { steps });
    const { path } = this;
    const course = path?.courseAt(steps);
    if (path && course) announce(this.#stepSentence(path, steps, course));
  }

  /** Goes on while there is a place to go to. */
  #step(): boolean {
    const { path, steps } = this;
    if (!path || steps >= kMostSteps) return false;
    const next = path.place(steps + 1);
    if (!this.#inside(next.values[0] ?? NaN) && !this.#inside(path.place(steps).values[0] ?? NaN)) return false;
    this.#go(steps + 1);
    return steps + 1 < kMostSteps;
  }

  #inside(value: number): boolean {
    return value >= this.window[0] && value <= this.window[1];
  }

  #stepSentence(path: DescentPath, steps: number, course: "fell" | "rose" | "stayed"): string {
    const before = numberText(path.place(steps - 1).cost, kDigits);
    return text.curve.step(steps, before, numberText(path.place(steps).cost, kDigits), course);
  }

  protected override render() {
    const { path, steps, view } = this;
    if (!path) return nothing;
    const place = path.place(steps);
    const [value = NaN] = place.values;
    const curve = path.curve(...this.window);
    const shown: Curve[] = view === "curve" ? [{ samples: curve, role: "cost" }] : [];
    const sentence = text.curve.here(this.name, shortText(value), numberText(place.cost, kDigits));
    return html`
      <div class="button-row" role="radiogroup" aria-label=${text.curve.viewLabel}>
        ${views.map((choice) => this.#viewButton(choice))}
      </div>
      <kit-plot
        .x=${this.window}
        .y=${valueRange([curve], [0])}
        .curves=${shown}
        .segments=${view === "points" ? [] : this.#segments(path)}
        .marks=${this.#marks(path)}
        .at=${Math.min(this.window[1], Math.max(this.window[0], value))}
        .step=${0.1}
        .height=${300}
        label=${text.curve.picture(this.name)}
        x-label=${this.name}
        y-label="J"
        handle-label=${text.curve.handle(this.name)}
        handle-text=${sentence}
        @kit-move=${this.#move}
      ></kit-plot>
      <p class="caption">${text.curve.legend}</p>
      ${this.#words(path)}
      ${
        view === "points"
          ? html`<div class="button-row">
              <button
                type="button"
                class="button"
                ?disabled=${this.tries.length === 0}
                @click=${() => (this.tries = [])}
              >
                ${text.curve.clear}
              </button>
              <span class="caption">${this.tries.length > 0 ? text.curve.tries(this.tries.length) : ""}</span>
            </div>`
          : this.#controls(path)
      }
      ${walkTable(path, steps, [this.name])}
    `;
  }

  #viewButton(choice: CurveView) {
    const chosen = choice === this.view;
    return html`<label class="button" aria-current=${chosen ? "true" : "false"}
      ><input
        class="visually-hidden"
        type="radio"
        name="view-of-${this.name}"
        .checked=${chosen}
        @change=${() => emit(this, "chainwise-view", { view: choice })}
      />${text.curve.views[choice]}</label
    >`;
  }

  #marks(path: DescentPath): Mark[] {
    const walked = path.places(this.steps);
    const marks: Mark[] = this.tries.map(({ value, cost }, i) => ({
      x: value,
      y: cost,
      role: "cost",
      shape: shapeOf(this.tries[i - 1]?.cost, cost),
    }));
    walked.slice(0, -1).forEach(({ values: [x = NaN], cost }, i) => {
      marks.push({ x, y: cost, role: "cost", shape: shapeOf(walked[i - 1]?.cost, cost) });
    });
    const last = walked.at(-1);
    if (last) marks.push({ x: last.values[0] ?? NaN, y: last.cost, role: "cost" });
    return marks;
  }

  #segments(path: DescentPath): Segment[] {
    const { cost, values: [value = NaN] = [], gradients: [slope = NaN] = [] } = path.place(this.steps);
    const next = path.place(this.steps + 1);
    const [to = NaN] = next.values;
    const reach = (this.window[1] - this.window[0]) * kTangent;
    const leftwards = to < value;
    const side = leftwards ? 1 : -1;
    const tangent: Segment = {
      from: [value - side * reach, cost - side * slope * reach],
      to: [value + side * reach, cost + side * slope * reach],
      role: "derivative",
      label: text.curve.slopeLabel(numberText(slope, 3)),
    };
    return [
      tangent,
      { from: [value, cost], to: [to, cost], role: "parameter", arrow: true },
      { from: [to, cost], to: [to, next.cost], role: "cost", thin: true, dashed: true },
    ];
  }

  #words(path: DescentPath) {
    const { steps, view } = this;
    const place = path.place(steps);
    const [slope = NaN] = place.gradients;
    const tried = this.tries.at(-1);
    const course = path.courseAt(steps) ?? (tried ? courseOf(tried.cost, place.cost) : undefined);
    const what = path.courseAt(steps);
    const sentences = [text.curve.here(this.name, shortText(place.values[0] ?? NaN), numberText(place.cost, kDigits))];
    if (what) sentences[0] = this.#stepSentence(path, steps, what);
    else if (tried && course) sentences.push(text.curve.moved(numberText(tried.cost, kDigits), course));
    if (view !== "points") {
      const turn = Math.abs(slope) < 1e-4 ? text.curve.flat : slope > 0 ? text.curve.toLeft : text.curve.toRight;
      sentences.push(text.curve.slope(numberText(slope, kDigits)), turn);
    }
    if (!this.#inside(place.values[0] ?? NaN)) sentences.push(text.curve.gone);
    return html`<p class="words ui" data-course=${course ?? nothing}>
      ${course ? html`<span class="course" aria-hidden="true">${text.marks[course]}</span>` : nothing}
      ${sentences.join(" ")}
    </p>`;
  }

  #controls(path: DescentPath) {
    const { rate } = path.problem;
    const { values: [value = NaN] = [], gradients: [slope = NaN] = [] } = path.place(this.steps);
    const [to = NaN] = path.place(this.steps + 1).values;
    const number = (n: number, inProduct = false): string => numberTex(n, kDigits, inProduct);
    const rule = `${this.tex} \\leftarrow ${number(value)} - ${shortText(rate, 4)} \\cdot ${number(slope, true)} = ${number(to)}`;
    return html`
      <p class="update">${rich(`$${rule}$`)}</p>
      <kit-slider
        tex="\\eta"
        label=${text.rate}
        role-of="derivative"
        logarithmic
        .min=${this.minRate}
        .max=${this.maxRate}
        .step=${0.05}
        .value=${rate}
        @kit-change=${(event: CustomEvent<{ value: number }>) => {
          event.stopPropagation();
          emit(this, "chainwise-rate", event.detail);
        }}
      ></kit-slider>
      <kit-player
        ?playing=${this.#clock.running}
        .position=${this.steps}
        can-go-back
        ?at-end=${this.steps >= kMostSteps}
        @kit-play=${() => this.#clock.start()}
        @kit-pause=${() => this.#clock.stop()}
        @kit-step=${() => this.#step()}
        @kit-back=${() => this.#go(Math.max(0, this.steps - 1))}
        @kit-reset=${() => {
          this.#clock.stop();
          this.#go(0);
        }}
      ></kit-player>
    `;
  }
}

function shapeOf(before: number | undefined, after: number): "dot" | "up" | "down" {
  if (before === undefined) return "dot";
  const course = courseOf(before, after);
  return course === "fell" ? "down" : course === "rose" ? "up" : "dot";
}

define("chainwise-descent-curve", ChainwiseDescentCurve);

declare global {
  interface HTMLElementTagNameMap {
    "chainwise-descent-curve": ChainwiseDescentCurve;
  }
}
