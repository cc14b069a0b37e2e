/**
 * `<lab-answer>`: what the network answers at a place and how it comes to it: the forward calculation of every node,
 * in symbols and in numbers, and which way the answer moves with each input.
 *
 *     html`<lab-answer .asked=${asked} .desk=${desk}></lab-answer>`
 */
import { html, nothing } from "lit";
import type { Result } from "../../engine/api";
import { enter } from "../../kit/controls";
import { define, KitElement } from "../../kit/element";
import { numberField } from "../../kit/fields";
import "../../kit/formula";
import { neatTex, numberText } from "../../kit/number-text";
import { text } from "../../locale/lab-why";
import type { LabDesk } from "../desk";
import type { Asked } from "../node-panel";
import { Memo, momentKeys } from "./memo";
import { answerAt, type Answer } from "./place-model";

const words = text.why.place;
const coordinate = numberField({ initial: 0, min: -100, max: 100, step: 0.1 });
const kOpenNodes = 12;

export class LabAnswer extends KitElement {
  static override properties = { asked: { attribute: false }, desk: { attribute: false }, inputs: { state: true } };
  declare asked: Asked | undefined;
  declare desk: LabDesk | undefined;
  /** The place that was typed; that of the point that is looked at where left out. */
  declare protected inputs: readonly number[] | undefined;
  readonly #answer = new Memo<Result<Answer>>();
  #point = -1;

  protected override willUpdate(): void {
    const { asked } = this;
    if (!asked || asked.place.example === this.#point) return;
    this.#point = asked.place.example;
    this.inputs = undefined;
  }

  #place({ data, place }: Asked): readonly number[] {
    const size = data.inputSize;
    if (this.inputs?.length === size) return this.inputs;
    return [...data.inputs.slice(place.example * size, (place.example + 1) * size)];
  }

  protected override render() {
    const { asked } = this;
    if (!asked) return nothing;
    const place = this.#place(asked);
    const answer = this.#answer.get([...momentKeys(asked), place.join()], () => answerAt(asked, place));
    return html`<div class="row ui">
        ${place.map((value, index) =>
          enter({
            label: words.input(index + 1, place.length),
            field: coordinate,
            value,
            enter: (typed) => (this.inputs = place.map((old, other) => (other === index ? typed : old))),
          }),
        )}
      </div>
      ${answer.ok ? this.#calculation(answer.value) : html`<p class="caption">${answer.error.message}</p>`}
      <p class="caption">${words.legend}</p>`;
  }

  #calculation({ layers, outputs }: Answer) {
    const nodes = layers.reduce((sum, lines) => sum + lines.length, 0) / 2;
    return html`${outputs.map(
      ({ tex, value, slopes }) =>
        html`<p class="says" data-answer=${value}>
          ${words.answers} <kit-formula .tex=${`${tex} = ${neatTex(value, 5)}`}></kit-formula>.
          ${slopes.map(({ name, value: slope }) => words.slope(name, numberText(slope, 3))).join(" ")}
        </p>`,
    )}
    ${layers.map(
      (lines, index) =>
        html`<details class="layer" ?open=${nodes <= kOpenNodes}>
          <summary>${index === layers.length - 1 ? words.output : words.layer(index + 1)}</summary>
          ${lines.map(
            ({ tex, value }) =>
              html`<p class="line" data-value=${value} tabindex="0"><kit-formula .tex=${tex}></kit-formula></p>`,
          )}
        </details>`,
    )}`;
  }
}

define("lab-answer", LabAnswer);

declare global {
  interface HTMLElementTagNameMap {
    "lab-answer": LabAnswer;
  }
}
