/** The six numbers of the small network as symbols and as sliders, for each lesson that shows it. */
import { html, type TemplateResult } from "lit";
import type { NumberField } from "../../kit/fields";
import "../../kit/slider";
import { networkWords } from "../../locale/network-figures";
import type { InputName } from "./model";

export const kTex: Readonly<Record<InputName, string>> = { x: "x", y: "y", w1: "w_1", b1: "b_1", w2: "w_2", b2: "b_2" };
/** Gradients that have a symbol of their own, by the node that they arrive at. */
export const kDeltas = { z2: "\\delta_2", z1: "\\delta_1" };

export function numberSliders(
  names: readonly InputName[],
  table: Readonly<Record<InputName, NumberField>>,
  values: Readonly<Record<InputName, number>>,
  change: (change: Partial<Record<InputName, number>>) => void,
): TemplateResult {
  return html`<div class="sliders">
    ${names.map((name) => {
      const { min, max, step } = table[name];
      return html`<kit-slider
        .tex=${kTex[name]}
        .label=${networkWords.names[name]}
        role-of=${name === "x" || name === "y" ? "data" : "parameter"}
        .min=${min}
        .max=${max}
        .step=${step}
        .value=${values[name]}
        data-name=${name}
        @kit-change=${(event: CustomEvent<{ value: number }>) => change({ [name]: event.detail.value })}
      ></kit-slider>`;
    })}
  </div>`;
}
