/**
 * `<chainwise-by-hand>`: the links of one derivative as fields to fill in, with one's own calculator. The engine
 * judges each; the first one that is off is named, since all later ones hang on it.
 *
 *     html`<chainwise-by-hand .model=${model} .parameter=${"w1"}></chainwise-by-hand>`
 *
 * Properties: `model` (the small network with its numbers), `parameter`.
 */
import { html, nothing } from "lit";
import { define, KitElement } from "../../kit/element";
import { plainNumberText } from "../../kit/fields";
import "../../kit/formula";
import { rich } from "../../kit/rich-text";
import { spoken } from "../../kit/spoken";
import { text } from "../../locale/lessons/cost-derivative";
import type { SmallNetwork } from "../small-network/model";
import { handSteps, isRight, type HandStep } from "./hand-steps";

export class ChainwiseByHand extends KitElement {
  static override properties = {
    model: { attribute: false },
    numbers: { attribute: false },
    parameter: {},
    typed: { state: true },
    judged: { state: true },
  };
  declare model: SmallNetwork | undefined;
  /** Those of the model: when they change, the answers are others. */
  declare numbers: object | undefined;
  declare parameter: string;
  declare protected typed: ReadonlyMap<string, string>;
  declare protected judged: boolean;

  constructor() {
    super();
    this.parameter = "w1";
    this.typed = new Map();
    this.judged = false;
  }

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has("numbers") || changed.has("parameter")) this.judged = false;
  }

  #right(model: SmallNetwork, { key, value }: HandStep): boolean {
    return isRight(model, plainNumberText(this.typed.get(key) ?? ""), value);
  }

  protected override render() {
    const { model } = this;
    if (!model) return nothing;
    const steps = handSteps(model, this.parameter);
    const off = steps.find((step) => !this.#right(model, step));
    const { hand } = text;
    return html`<form
      class="by-hand"
      @submit=${(event: SubmitEvent) => {
        event.preventDefault();
        this.judged = true;
      }}
    >
      <ol>
        ${steps.map((step, index) => {
          const answered = (this.typed.get(step.key) ?? "") !== "";
          const verdict = this.judged && answered ? (this.#right(model, step) ? "yes" : "no") : nothing;
          return html`<li data-right=${verdict} data-step=${step.key}>
            <label
              ><kit-formula .tex=${step.tex}></kit-formula> <span class="equals" aria-hidden="true">=</span
              ><input
                class="field"
                inputmode="decimal"
                autocomplete="off"
                aria-label=${hand.field(index + 1, spoken(`$${step.tex}$`))}
                .value=${this.typed.get(step.key) ?? ""}
                @input=${(event: Event) => {
                  const typed = (event.target as HTMLInputElement).value;
                  this.typed = new Map(this.typed).set(step.key, typed);
                  this.judged = false;
                }}
            /></label>
            <span class="mark ui">${verdict === nothing ? nothing : verdict === "yes" ? hand.right : hand.off}</span>
          </li>`;
        })}
      </ol>
      <div class="button-row">
        <button class="button primary" type="submit">${hand.check}</button>
        <button
          class="button"
          type="button"
          @click=${() => {
            const open = off ?? steps.at(-1);
            if (open) this.typed = new Map(this.typed).set(open.key, String(Number(open.value.toPrecision(4))));
          }}
        >
          ${hand.reveal}
        </button>
      </div>
      <p role="status" class="verdict">
        ${this.judged ? (off ? rich(hand.first(off.tex, steps.indexOf(off) + 1)) : hand.all) : nothing}
      </p>
    </form>`;
  }
}

define("chainwise-by-hand", ChainwiseByHand);

declare global {
  interface HTMLElementTagNameMap {
    "chainwise-by-hand": ChainwiseByHand;
  }
}
