/**
 * `<chainwise-other-way>`: a derivation done another way, with the look of the one that it stands beside, and whether
 * both answers are equal. Also the quiet buttons that unfold it. Fetched when a derivation has such a way.
 *
 *     wayButtons(step.alternatives, isOpen, toggle)
 *     html`<chainwise-other-way .study=${study} .place=${{ step, whole: true }} rule="quotient-as-product">`
 *
 * Properties: `study` (of the derivation), `place`, `rule`, `detail` and `numbers` (as the derivation has them).
 */
import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { announce } from "../kit/announce";
import { define, KitElement } from "../kit/element";
import { neatTex, shortText } from "../kit/number-text";
import { rich } from "../kit/rich-text";
import { words } from "../locale";
import { text } from "../locale/other-way";
import type { Detail } from "./derivation";
import type { FunctionStudy } from "./function-study";
import { OtherWay, type Place } from "./other-way-model";
import "./other-way.css";

export interface Asked {
  study: FunctionStudy;
  place: Place;
  detail: Detail;
  numbers: boolean;
}

export function wayButtons(
  rules: readonly string[],
  isOpen: (rule: string) => boolean,
  toggle: (rule: string) => void,
): TemplateResult {
  return html`<span class="way-buttons"
    >${rules.map(
      (rule) =>
        html`<button
          class="fold"
          type="button"
          aria-expanded=${isOpen(rule) ? "true" : "false"}
          @click=${() => {
            announce(isOpen(rule) ? text.closed : text.opened(rule));
            toggle(rule);
          }}
        >
          ${text.button(rule)}
        </button>`,
    )}</span
  >`;
}

/** What the derivation has to show, with the other ways beside it, or under it where there is no room. */
export function beside(own: unknown, rules: readonly string[], { study, place, detail, numbers }: Asked) {
  return html`<div class="ways-beside">
    <section class="way">${place.whole ? html`<h4>${text.usual}</h4>` : nothing}${own}</section>
    ${rules.map(
      (rule) =>
        html`<section class="way" aria-label=${text.title(rule)}>
          <h4>${text.title(rule)}</h4>
          <chainwise-other-way
            .study=${study}
            .place=${place}
            .rule=${rule}
            .detail=${detail}
            .numbers=${numbers}
          ></chainwise-other-way>
        </section>`,
    )}
  </div>`;
}

export class ChainwiseOtherWay extends KitElement {
  static override properties = {
    study: { attribute: false },
    place: { attribute: false },
    rule: {},
    detail: {},
    numbers: { type: Boolean },
  };
  declare study: FunctionStudy | undefined;
  declare place: Place | undefined;
  declare rule: string;
  declare detail: Detail;
  declare numbers: boolean;
  #way: OtherWay | undefined;
  #key = "";
  #unsubscribe: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#follow();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unsubscribe?.();
  }

  #follow(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = this.study?.subscribe(() => this.requestUpdate());
  }

  protected override willUpdate(changed: PropertyValues): void {
    const { study, place } = this;
    if (changed.has("study")) this.#follow();
    if (!study || !place) return;
    const key = [study.source, study.variable, place.step.before.text, place.whole, this.rule].join("\n");
    if (this.#key !== key) this.#way = new OtherWay(study, place, this.rule);
    else this.#way?.follow();
    this.#key = key;
  }

  protected override render() {
    const way = this.#way;
    if (!way) return nothing;
    const { study } = way;
    const part = study.definitions.at(-1);
    return html`${this.place?.whole || !part ? nothing : html`<p>${rich(text.part(study.name, part.formula.latex))}</p>`}
      <chainwise-derivation
        nested
        .study=${study}
        .detail=${this.detail}
        .numbers=${this.numbers}
      ></chainwise-derivation>
      <p class="agreement" role="note">${this.#agreement(way)}</p>`;
  }

  #agreement({ study, agreement }: OtherWay) {
    if (!agreement) return text.none;
    const { usual, other, verdict, except, values } = agreement;
    const { end } = text;
    const said =
      verdict === "equal" && usual.text === other.text
        ? end.sameText(usual.latex)
        : end[verdict](usual.latex, other.latex);
    const [a, b] = values.map((value) => (Number.isFinite(value) ? `$${neatTex(value)}$` : words.kit.undefined)) as [
      string,
      string,
    ];
    return html`<span data-verdict=${verdict}>${rich(said)}</span>
      ${except.length > 0 ? rich(end.except(except.map(({ latex }) => latex))) : nothing}
      ${rich(end.at(study.variableLatex, shortText(study.x), a, b))}`;
  }
}

define("chainwise-other-way", ChainwiseOtherWay);

declare global {
  interface HTMLElementTagNameMap {
    "chainwise-other-way": ChainwiseOtherWay;
  }
}
