/**
 * `<lab-parameter>`: one weight or bias that was pressed in the drawing: its value, its slope as a product, the
 * three-way proof, and the next update.
 *
 *     html`<lab-parameter .asked=${asked} .parameter=${{ layer: 0, unit: 1, input: 0 }}></lab-parameter>`
 *
 * Event: `chainwise-weight` with the parameter and the `value` that was typed.
 */
import { html, nothing } from "lit";
import type { ParameterId } from "../../engine/api";
import { define, emit, KitElement } from "../../kit/element";
import { enter } from "../../kit/controls";
import { numberField } from "../../kit/fields";
import { numberTex } from "../../kit/number-text";
import { rich } from "../../kit/rich-text";
import { text } from "../../locale/lab-ask";
import "../node-panel.css";
import { nodeTex } from "../node-names";
import type { Asked } from "../node-panel";
import { kLargestTyped } from "../state";
import { traceOf } from "../trace";
import { line, parameterParts } from "./parameter-parts";

const words = text.parameter;
const valueField = numberField({ initial: 0, min: -kLargestTyped, max: kLargestTyped, step: 0.1 });

export class LabParameter extends KitElement {
  static override properties = { asked: { attribute: false }, parameter: { attribute: false } };
  declare asked: Asked | undefined;
  declare parameter: ParameterId | undefined;

  protected override render() {
    const { parameter } = this;
    if (!this.asked || !parameter) return nothing;
    const { layer, unit, input } = parameter;
    const asked = { ...this.asked, place: { layer, unit, example: this.asked.place.example } };
    const { engine, setup, data, frame, place } = asked;
    const trace = traceOf(engine, setup, data, frame, place);
    if (!trace.ok) return html`<p class="caption">${trace.error.message}</p>`;
    const row = trace.value.rows.find((it) => it.input === input);
    if (!row) return nothing;
    const of = input === undefined ? "b" : `w_{${input + 1}}`;
    const slope = `\\frac{\\partial J}{\\partial ${of}} = \\delta`;
    const delta = numberTex(trace.value.explanation.delta);
    const product =
      input === undefined
        ? `${slope} = ${delta}`
        : `${slope} \\cdot ${nodeTex(layer - 1, input, setup)} = ${delta} \\cdot ${numberTex(row.factor, 3, true)} = ${numberTex(row.gradient)}`;
    return html`<div class="row ui" data-value=${row.value}>
        ${enter({
          label: words.value,
          field: valueField,
          value: row.value,
          enter: (value) => emit(this, "chainwise-weight", { ...parameter, value }),
        })}
        <button type="button" class="button" @click=${() => this.#showNode()}>${words.node}</button>
      </div>
      <p>${input === undefined ? words.bias : words.here}</p>
      ${line(product, row.gradient)}
      <p data-mean=${row.mean}>${rich(words.mean(data.targets.length / data.targetSize, numberTex(row.mean, 5)))}</p>
      ${parameterParts(asked, row)}`;
  }

  #showNode(): void {
    this.closest(".lab")?.querySelector("chainwise-node")?.scrollIntoView();
  }
}

define("lab-parameter", LabParameter);

declare global {
  interface HTMLElementTagNameMap {
    "lab-parameter": LabParameter;
  }
}
