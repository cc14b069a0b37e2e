/**
 * `<lab-health>`: how large the gradient is in each layer over all points that are learned from, what is wrong with a
 * layer, and what that does to learning.
 *
 *     html`<lab-health .asked=${asked}></lab-health>`
 */
import { html, nothing } from "lit";
import type { LayerHealth, Result } from "../../engine/api";
import { report } from "../../figures/gradient-health-model";
import { healthBars } from "../../figures/health-bars";
import "../../figures/numbers.css";
import { sizeText } from "../../figures/size-text";
import { define, KitElement } from "../../kit/element";
import { numberText } from "../../kit/number-text";
import { rich } from "../../kit/rich-text";
import { text } from "../../locale/lab-why";
import type { Asked } from "../node-panel";
import { withNetwork } from "../trace";
import { Memo, momentKeys } from "./memo";

const words = text.why.health;

export class LabHealth extends KitElement {
  static override properties = { asked: { attribute: false } };
  declare asked: Asked | undefined;
  readonly #layers = new Memo<Result<LayerHealth[]>>();

  protected override render() {
    const { asked } = this;
    if (!asked) return nothing;
    const { engine, setup, data, frame } = asked;
    const layers = this.#layers.get(momentKeys(asked), () =>
      withNetwork(engine, setup, data, frame, (network) => network.health()),
    );
    if (!layers.ok) return html`<p class="caption">${layers.error.message}</p>`;
    const { first, last, factor, verdict } = report(layers.value);
    const ratio = verdict === "explodes" ? first / last : last / first;
    return html`<p class="says" data-verdict=${verdict}>
        ${rich(words.verdicts[verdict](sizeText(first), sizeText(ratio), sizeText(factor)))}
      </p>
      ${healthBars(layers.value, words)}
      ${
        layers.value.some(({ finding }) => finding)
          ? html`<ul class="findings">
              ${layers.value.map((layer, index) => this.#finding(asked, layer, index))}
            </ul>`
          : nothing
      }
      ${this.#table(asked, layers.value)}`;
  }

  #name({ setup }: Asked, index: number): string {
    return index === setup.network.layers.length - 1 ? words.theOutput : words.theLayer(index + 1);
  }

  #finding(asked: Asked, { finding, deadUnits, saturated }: LayerHealth, index: number) {
    if (!finding) return nothing;
    const units = asked.setup.network.layers[index]?.units ?? 1;
    const share = numberText(100 * saturated, 0);
    return html`<li>${rich(words.because[finding](this.#name(asked, index), deadUnits, units, share))}</li>`;
  }

  #table(asked: Asked, layers: readonly LayerHealth[]) {
    const { layers: shapes } = asked.setup.network;
    const heads = [words.layer, words.activations, words.weights, words.flat, words.dead];
    return html`<div class="table-scroll" tabindex="0" role="region" aria-label=${words.table}>
        <table class="numbers">
          <thead>
            <tr>
              ${heads.map((head) => html`<th scope="col">${head}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${layers.map((layer, index) => {
              const { activation = "", units = 1 } = shapes[index] ?? {};
              return html`<tr>
                <th scope="row">${this.#name(asked, index)} (${activation})</th>
                <td>${numberText(layer.activationMean, 2)} ± ${numberText(layer.activationDeviation, 2)}</td>
                <td>${numberText(layer.weightNorm, 2)}</td>
                <td>${numberText(100 * layer.saturated, 0)} %</td>
                <td>${words.of(layer.deadUnits, units)}</td>
              </tr>`;
            })}
          </tbody>
        </table>
      </div>
      <p class="caption">${words.legend}</p>`;
  }
}

define("lab-health", LabHealth);

declare global {
  interface HTMLElementTagNameMap {
    "lab-health": LabHealth;
  }
}
