/** The pictures of a training run in words and as a table, from the same frame that they are painted from. */
import { html } from "lit";
import type { Dataset } from "../engine/api";
import type { TrainingFrame } from "../engine/training-protocol";
import { numberText } from "../kit/number-text";
import { training } from "../locale/training";
import type { TrainingModel } from "./training-model";
import "./numbers.css";

const kDigits = 3;

export function describeSurface(frame: TrainingFrame, data: Dataset, values: boolean): string {
  const [epochs, loss] = [numberText(frame.epochs, 0), numberText(frame.loss, 3)];
  if (data.inputSize === 1) return training.aboutCurve(epochs, loss, data.targets.length);
  if (values) return training.aboutValues(epochs, loss);
  const right = training.ofPoints(frame.correct, data.targets.length / data.targetSize);
  if (data.targetSize > 1) return training.aboutClasses(epochs, loss, right, data.targetSize);
  return training.aboutSurface(epochs, loss, right);
}

/** Where a run stands, when it rests or when something is wrong. */
export function stateSentence({ error, frame }: TrainingModel): string {
  if (error) return error.message;
  if (!frame) return training.starting;
  const { diverged, reason, epochs, loss, learningRate } = frame;
  if (diverged) return training.diverged(reason, String(learningRate));
  return training.paused(numberText(epochs, 1), numberText(loss, 4));
}

/** Names as in the course: x1, x2, then a1, a2, ... with the layer's number above, ŷ at the end. */
function unitName(layer: number, unit: number, sizes: readonly number[]): string {
  const several = (sizes[layer] ?? 1) > 1;
  if (layer === 0) return several ? `x${unit + 1}` : "x";
  return layer === sizes.length - 1 ? (several ? `ŷ${unit + 1}` : "ŷ") : `a${unit + 1} (${training.weightsOf(layer)})`;
}

export function describeNetwork(frame: TrainingFrame, sizes: readonly number[]): string {
  let best = { layer: 0, index: 0, weight: 0 };
  frame.parameters.weights.forEach((weights, layer) =>
    weights.forEach((weight, index) => {
      if (Math.abs(weight) > Math.abs(best.weight)) best = { layer, index, weight };
    }),
  );
  const inputs = sizes[best.layer] ?? 1;
  const strongest = training.strongest(
    unitName(best.layer, best.index % inputs, sizes),
    unitName(best.layer + 1, Math.floor(best.index / inputs), sizes),
    numberText(best.weight, 1),
  );
  return training.aboutNetwork(sizes.join(", "), strongest);
}

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
