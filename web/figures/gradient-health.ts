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
import type { Chainwise } from "../engine/api";
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
import { healthBars } from "./health-bars";
import { sizeText } from "./size-text";

const words = text.figures.health;

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
      ${healthBars(report.layers, words)}
      <p class="verdict" data-verdict=${report.verdict}>${rich(this.#sentence(report))}</p>
    `;
  }
}

define("chainwise-gradient-health", ChainwiseGradientHealth);

declare global {
  interface HTMLElementTagNameMap {
    "chainwise-gradient-health": ChainwiseGradientHealth;
  }
}
