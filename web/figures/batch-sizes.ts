/**
 * `<chainwise-batch-sizes>`: the same network trained with three sizes of batches, the losses as three curves, over
 * epochs or over the first updates.
 *
 *     html`<chainwise-batch-sizes .engine=${engine} .rate=${0.3} axis="epochs"
 *            @chainwise-batches=${(event) => state.set(event.detail)}></chainwise-batch-sizes>`
 *
 * Event `chainwise-batches`: what is to change of `batchrate` and `axis`. It keeps its own epochs.
 */
import { html, nothing, type PropertyValues } from "lit";
import type { Chainwise } from "../engine/api";
import { announce } from "../kit/announce";
import type { Role } from "../kit/colours";
import { define, emit, KitElement } from "../kit/element";
import { numberText } from "../kit/number-text";
import "../kit/player";
import "../kit/plot";
import type { Segment } from "../kit/plot";
import "../kit/slider";
import { text } from "../locale/lessons/optimisers";
import { batchAxes, batchFields, BatchSizesModel, curveOver, kMostEpochs, type BatchAxis } from "./batch-sizes-model";
import "./batch-sizes.css";
import { choiceButtons } from "./choice-buttons";
import { StepClock } from "./step-clock";

const kPace = { every: 80, calmSteps: 8 };
/** Room for the names behind the ends of the curves. */
const kRoom = 1.2;
const kHighest = 0.15;
/** The first updates change little: their window is a narrow one. */
const kBelow = 0.9;
const kAbove = 1.04;
const kHeight = 300;
/** Names need so many pixels, one below the other. */
const kNameLine = 17;
const kRoles: readonly Role[] = ["data", "parameter", "cost"];

const words = text.figures.batches;

export class ChainwiseBatchSizes extends KitElement {
  static override properties = {
    engine: { attribute: false },
    rate: { type: Number },
    axis: {},
  };
  declare engine: Chainwise | undefined;
  declare rate: number;
  declare axis: BatchAxis;
  #model: BatchSizesModel | undefined;
  readonly #clock = new StepClock(
    (epochs) => this.#step(epochs),
    () => this.#tell(),
    kPace,
  );

  constructor() {
    super();
    this.rate = batchFields.batchrate.initial;
    this.axis = "epochs";
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#clock.stop();
    this.#model?.dispose();
    this.#model = undefined;
  }

  protected override screenChanged(near: boolean): void {
    if (!near) this.#clock.stop();
  }

  protected override get ready(): boolean {
    return this.engine !== undefined;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (!this.engine) return;
    if (!this.#model) this.#model = new BatchSizesModel(this.engine, this.rate);
    else if (changed.has("rate")) {
      // Whoever has seen the curves wants to see the new ones.
      const goOn = this.#clock.running || this.#model.epochs > 0;
      this.#model.reset(this.rate);
      if (goOn) this.#clock.start();
    }
  }

  #play = (): void => {
    if (this.#model && this.#model.epochs >= kMostEpochs) this.#model.reset(this.rate);
    this.#clock.start();
  };

  #step(epochs: number): boolean {
    const model = this.#model;
    if (!model) return false;
    for (let i = 0; i < epochs; i++) model.step();
    if (this.#clock.running) this.requestUpdate();
    else this.#tell();
    return model.epochs < kMostEpochs;
  }

  #reset = (): void => {
    this.#clock.stop();
    this.#model?.reset(this.rate);
    this.#tell();
  };

  #sentence(): string {
    const model = this.#model;
    if (!model) return "";
    const each = model.runs.map(({ loss }, i) => words.at(words.names[i] ?? "", numberText(loss, 4)));
    return words.after(model.epochs, each.join(", "));
  }

  /** At each stop and single step, the numbers as words. */
  #tell(): void {
    if (!this.#clock.running) announce(this.#sentence());
    this.requestUpdate();
  }

  protected override render() {
    const model = this.#model;
    if (!model) return nothing;
    const { batchrate } = batchFields;
    return html`
      <kit-player
        ?playing=${this.#clock.running}
        .stepLabel=${words.step}
        .position=${model.epochs}
        .count=${kMostEpochs}
        @kit-play=${this.#play}
        @kit-pause=${() => this.#clock.stop()}
        @kit-step=${() => this.#step(1)}
        @kit-reset=${this.#reset}
      ></kit-player>
      ${choiceButtons(
        words.axis,
        batchAxes,
        this.axis,
        (name) => words.axes[name],
        (axis) => emit(this, "chainwise-batches", { axis }),
      )}
      ${this.#plot(model)}
      <kit-slider
        tex="\\eta"
        label=${words.rate}
        role-of="derivative"
        .min=${batchrate.min}
        .max=${batchrate.max}
        .step=${batchrate.step}
        .digits=${2}
        .value=${this.rate}
        @kit-change=${(event: CustomEvent<{ value: number }>) =>
          emit(this, "chainwise-batches", { batchrate: event.detail.value })}
      ></kit-slider>
      ${this.#table(model)}
    `;
  }

  #plot({ runs, epochs }: BatchSizesModel) {
    const begun = epochs > 0;
    const curves = runs.map((run, i) => ({
      samples: curveOver(run, this.axis),
      role: kRoles[i] ?? "value",
      dashed: i === 2,
    }));
    const shown = curves.flatMap(({ samples }) => samples.y);
    const window: [number, number] =
      this.axis === "epochs" ? [0, kHighest] : [Math.min(...shown) * kBelow, Math.max(...shown) * kAbove];
    const names = namesBehind(curves, window);
    return html`<kit-plot
        .x=${[0, kMostEpochs * kRoom]}
        .y=${window}
        .curves=${curves}
        .segments=${names}
        .height=${kHeight}
        .label="${words.plot} ${this.#sentence()}"
        .marks=${begun ? [] : [{ x: 0, y: runs[0]?.loss ?? 0, role: "cost" }]}
        .yLabel=${"J"}
      ></kit-plot>
      <p class="caption unit" aria-hidden="true">${words.axes[this.axis]}</p>`;
  }

  #table({ runs }: BatchSizesModel) {
    return html`<table class="runs ui">
      <caption class="visually-hidden">
        ${words.table}
      </caption>
      <thead>
        <tr>
          ${words.columns.map((column) => html`<th scope="col">${column}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${runs.map(
          ({ size, updates, rises, loss }, i) =>
            html`<tr data-size=${size}>
              <th scope="row" data-role=${kRoles[i] ?? nothing}>
                <svg viewBox="0 0 26 8" width="26" height="8" aria-hidden="true" class=${i === 2 ? "dashed" : ""}>
                  <path d=${i === 0 ? "M1 6L5 2L9 6L13 3L17 5L21 2L25 5" : "M1 4H25"} /></svg
                >${words.names[i]}
              </th>
              <td data-number="updates">${updates}</td>
              <td data-number="rises">${rises}</td>
              <td data-number="loss" data-value=${loss}>${numberText(loss, 4)}</td>
            </tr>`,
        )}
      </tbody>
    </table>`;
  }
}

interface NamedCurve {
  samples: { x: number[]; y: number[] };
  role: Role;
}

/** Each name stands behind the end of its curve; names that would cover each other are moved apart. */
function namesBehind(curves: readonly NamedCurve[], [low, high]: [number, number]): Segment[] {
  const gap = ((high - low) * kNameLine) / kHeight;
  let above = Infinity;
  return curves
    .map(({ samples, role }, i) => ({
      role,
      label: words.short[i] ?? "",
      x: samples.x.at(-1) ?? 0,
      y: samples.y.at(-1) ?? 0,
    }))
    .filter(({ x }) => x > 0)
    .sort((a, b) => b.y - a.y)
    .map(({ role, label, x, y }) => {
      above = Math.min(y, above - gap);
      return { from: [x, above], to: [x, above], role, label };
    });
}

define("chainwise-batch-sizes", ChainwiseBatchSizes);

declare global {
  interface HTMLElementTagNameMap {
    "chainwise-batch-sizes": ChainwiseBatchSizes;
  }
}
