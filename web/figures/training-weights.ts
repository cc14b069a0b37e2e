/** All weights and biases of a frame as a table. */
import { html } from "lit";
import type { TrainingFrame } from "../engine/training-protocol";
import { numberText } from "../kit/number-text";
import { training } from "../locale/training";
import "./numbers.css";
import { unitName } from "./training-words";

const kDigits = 3;

export function weightTable(frame: TrainingFrame, sizes: readonly number[]) {
  return html`<details class="ui weights">
    <summary>${training.weights}</summary>
    ${frame.parameters.weights.map((weights, layer) => {
      const inputs = sizes[layer] ?? 0;
      const units = sizes[layer + 1] ?? 0;
      return html`<div class="table-scroll" tabindex="0" role="region" aria-label=${training.weightsOf(layer + 1)}>
        <table class="numbers">
          <caption>
            ${training.weightsOf(layer + 1)}
          </caption>
          <thead>
            <tr>
              <td></td>
              ${Array.from({ length: inputs }, (_, i) => html`<th scope="col">${unitName(layer, i, sizes)}</th>`)}
              <th scope="col">${training.bias}</th>
            </tr>
          </thead>
          <tbody>
            ${Array.from(
              { length: units },
              (_, unit) =>
                html`<tr>
                  <th scope="row">${unitName(layer + 1, unit, sizes)}</th>
                  ${Array.from({ length: inputs }, (_, i) => html`<td>${numberText(weights[unit * inputs + i] ?? NaN, kDigits)}</td>`)}
                  <td>${numberText(frame.parameters.biases[layer]?.[unit] ?? NaN, kDigits)}</td>
                </tr>`,
            )}
          </tbody>
        </table>
      </div>`;
    })}
  </details>`;
}
