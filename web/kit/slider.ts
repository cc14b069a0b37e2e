/**
 * `<kit-slider>`: a symbol, a rail and a value that can be typed over. Arrow keys move by `step`, Page keys by ten.
 *
 *     html`<kit-slider tex="w_1" label="w1, weight into the inner node" .min=${-5} .max=${5} .step=${0.1}
 *            .value=${w1} @kit-change=${(e: CustomEvent<{ value: number }>) => set(e.detail.value)}></kit-slider>`
 *
 * `label` is what a screen reader says. `role-of` colours the rail (`data`, `parameter`, `value`, `derivative`).
 * `digits`: decimals of the value. `show-range` writes the ends of the range under the rail.
 * `logarithmic`: equal ways on the rail multiply the value by equal factors; `step` is then in powers of ten.
 * Event `kit-change`: `{ value: number }`.
 */
import { html, nothing } from "lit";
import { define, emit, KitElement } from "./element";
import { readNumber } from "./fields";
import "./formula";
import { plainNumber } from "./number-text";
import { words } from "../locale";

export class KitSlider extends KitElement {
  static override properties = {
    tex: {},
    label: {},
    value: { type: Number },
    min: { type: Number },
    max: { type: Number },
    step: { type: Number },
    digits: { type: Number },
    showRange: { type: Boolean, attribute: "show-range" },
    disabled: { type: Boolean },
    logarithmic: { type: Boolean },
  };
  declare tex: string;
  declare label: string;
  declare value: number;
  declare min: number;
  declare max: number;
  declare step: number;
  declare digits: number;
  declare showRange: boolean;
  declare disabled: boolean;
  declare logarithmic: boolean;
  protected override lazy = false;

  constructor() {
    super();
    this.tex = "";
    this.label = "";
    this.value = 0;
    this.min = -1;
    this.max = 1;
    this.step = 0.01;
    this.digits = 3;
    this.showRange = false;
    this.disabled = false;
    this.logarithmic = false;
  }

  #slide = (event: Event): void => {
    const place = (event.target as HTMLInputElement).valueAsNumber;
    event.stopPropagation();
    this.#propose(this.logarithmic ? Number((10 ** place).toPrecision(3)) : place);
  };

  #type = (event: Event): void => {
    const field = event.target as HTMLInputElement;
    event.stopPropagation();
    const value = readNumber(field.value);
    if (value !== undefined) this.#propose(Math.min(this.max, Math.max(this.min, value)));
    field.value = plainNumber(this.value, this.digits);
  };

  #propose(value: number): void {
    if (Number.isNaN(value) || value === this.value) return;
    this.value = value;
    emit(this, "kit-change", { value });
  }

  protected override render() {
    const text = plainNumber(this.value, this.digits);
    const place = (value: number): number => (this.logarithmic ? Math.log10(value) : value);
    return html`
      <kit-formula class="symbol" .tex=${this.tex} aria-hidden="true"></kit-formula>
      <input
        type="range"
        aria-label=${this.label}
        aria-valuetext=${text}
        min=${place(this.min)}
        max=${place(this.max)}
        step=${this.step}
        .value=${String(place(this.value))}
        ?disabled=${this.disabled}
        @input=${this.#slide}
      />
      <input
        class="number"
        type="text"
        inputmode="decimal"
        autocomplete="off"
        aria-label=${words.kit.valueOf(this.label)}
        .value=${text}
        ?disabled=${this.disabled}
        @change=${this.#type}
      />
      ${
        this.showRange
          ? html`<span class="range" aria-hidden="true"
              ><span>${plainNumber(this.min)}</span><span>${plainNumber(this.max)}</span></span
            >`
          : nothing
      }
    `;
  }
}

define("kit-slider", KitSlider);

declare global {
  interface HTMLElementTagNameMap {
    "kit-slider": KitSlider;
  }
}
