/**
 * `<chainwise-gradient-health>`: the gradients of a deep network before its first step, layer by layer, as bars on a
 * logarithmic scale, for a chosen activation, first draw of the weights, and depth.
 *
 *     html`<chainwise-gradient-health .engine=${engine} .setting=${{ activation: "relu", start: "he", depth: 8, draw: 1 }}
 *            @chainwise-health=${(event) => state.set(event.detail)}></chainwise-gradient-health>`
 *
 * Properties `engine`, `setting`. Event `chainwise-health`: the part of the setting that the reader changed.
 */
import { html, nothing, type PropertyValues } from "lit";
import type { Chainwise, LayerHealth } from "../engine/api";
import { announce } from "../kit/announce";
import { define, emit, KitElement } from "../kit/element";
import { rich } from "../kit/rich-text";
import "../kit/slider";
import { text } from "../locale/lessons/optimisers";
import { choiceButtons } from "./choice-buttons";
import "./gradient-health.css";
import {
  activations,
  GradientHealthModel,
  healthFields,
  starts,
  type HealthReport,
  type HealthSetting,
} from "./gradient-health-model";
import { sizeText, superscript } from "./size-text";

/** The scale, as powers of ten. */
const kFrom = -12;
const kTo = 6;
const kTick = 3;

const words = text.figures.health;

function place(value: number): number {
  return ((Math.log10(value) - kFrom) / (kTo - kFrom)) * 100;
}

export class ChainwiseGradientHealth extends KitElement {
  static override properties = { engine: { attribute: false }, setting: { attribute: false } };
  declare engine: Chainwise | undefined;
  declare setting: HealthSetting | undefined;
  #model: GradientHealthModel | undefined;
  #report: HealthReport | undefined;

  protected override get ready(): boolean {
    return this.engine !== undefined && this.setting !== undefined;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (this.engine) this.#model ??= new GradientHealthModel(this.engine);
    if (!this.#model || !this.setting) return;
    const asked = changed.has("setting") && this.#report !== undefined;
    this.#report = this.#model.examine(this.setting);
    if (asked) announce(this.#sentence(this.#report).replaceAll("$", ""));
  }

  #sentence({ verdict, first, last, factor }: HealthReport): string {
    const ratio = verdict === "explodes" ? first / last : last / first;
    return words.verdicts[verdict](sizeText(ratio), sizeText(first), sizeText(factor));
  }

  #change(change: Partial<HealthSetting>): void {
    emit(this, "chainwise-health", change);
  }

  protected override render() {
    const report = this.#report;
    const { setting } = this;
    if (!report || !setting) return nothing;
    const { depth, draw } = healthFields;
    return html`
      <div class="choices">
        ${choiceButtons(
          words.activation,
          activations,
          setting.activation,
          (name) => words.activations[name],
          (activation) => this.#change({ activation }),
        )}
        ${choiceButtons(
          words.start,
          starts,
          setting.start,
          (name) => words.starts[name],
          (start) => this.#change({ start }),
        )}
      </div>
      <div class="depth">
        <kit-slider
          tex="L"
          label=${words.depth}
          role-of="value"
          .min=${depth.min}
          .max=${depth.max}
          .step=${1}
          .digits=${0}
          .value=${setting.depth}
          @kit-change=${(event: CustomEvent<{ value: number }>) =>
            this.#change({ depth: Math.round(event.detail.value) })}
        ></kit-slider>
        <button
          type="button"
          class="button"
          ?disabled=${setting.start === "zeros"}
          @click=${() => this.#change({ draw: (setting.draw % draw.max) + 1 })}
        >
          ${words.redraw}
        </button>
      </div>
      <table class="bars ui">
        <caption>
          ${words.caption}
        </caption>
        <thead>
          <tr>
            <th scope="col">${words.layer}</th>
            <th scope="col">
              <span class="visually-hidden">${words.finding}</span>
              <span class="scale" aria-hidden="true"
                >${ticks().map((power) => html`<span style="inset-inline-start: ${place(10 ** power)}%">${power === 0 ? "1" : `10${superscript(power)}`}</span>`)}</span
              >
            </th>
            <th scope="col">${words.gradient}</th>
          </tr>
        </thead>
        <tbody>
          ${report.layers.map((layer, index) => this.#row(layer, index, report.layers.length))}
        </tbody>
      </table>
      <p class="verdict" data-verdict=${report.verdict}>${rich(this.#sentence(report))}</p>
    `;
  }

  #row(layer: LayerHealth, index: number, count: number) {
    const { gradientNorm, finding } = layer;
    const at = gradientNorm > 0 ? place(gradientNorm) : 0;
    const beyond = at > 100 ? "›" : at < 0 ? "‹" : "";
    const name = index === count - 1 ? words.output : String(index + 1);
    return html`<tr data-layer=${index}>
      <th scope="row">${name}</th>
      <td>
        <span class="rail" aria-hidden="true"
          >${ticks().map((power) => html`<i style="inset-inline-start: ${place(10 ** power)}%"></i>`)}<span
            class="bar"
            style="inline-size: ${Math.min(100, Math.max(0, at))}%"
          ></span
          >${beyond ? html`<b class=${at > 100 ? "beyond high" : "beyond"}>${beyond}</b>` : nothing}${
            finding
              ? html`<em class=${at > 45 ? "inside" : ""} style="inset-inline-start: ${Math.max(0, Math.min(at, 100))}%"
                  >${words.findings[finding]}</em
                >`
              : nothing
          }</span
        ><span class="visually-hidden">${finding ? words.findings[finding] : words.noFinding}</span>
      </td>
      <td class="number" data-value=${gradientNorm}>${sizeText(gradientNorm)}</td>
    </tr>`;
  }
}

function ticks(): number[] {
  return Array.from({ length: (kTo - kFrom) / kTick + 1 }, (_, i) => kFrom + i * kTick);
}

define("chainwise-gradient-health", ChainwiseGradientHealth);

declare global {
  interface HTMLElementTagNameMap {
    "chainwise-gradient-health": ChainwiseGradientHealth;
  }
}
