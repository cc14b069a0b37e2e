/**
 * `<chainwise-hand-rounding>`: a derivative computed with so many decimals in every line, beside the same in full
 * precision, and which line lost the most.
 *
 *     html`<chainwise-hand-rounding .engine=${engine} .source=${source} .at=${at} by="w1" .decimals=${3}
 *            @chainwise-decimals=${({ detail }) => ...}></chainwise-hand-rounding>`
 *
 * Properties: `engine`, `source` (a program), `at` (its inputs), `by` (one of them), `decimals`. Event
 * `chainwise-decimals` `{ decimals }`.
 */
import { html, nothing } from "lit";
import type { Bindings, Chainwise } from "../engine/api";
import { define, emit, KitElement } from "../kit/element";
import { numberText, shortText } from "../kit/number-text";
import { rich } from "../kit/rich-text";
import "../kit/slider";
import { spoken } from "../kit/spoken";
import { text } from "../locale/hand-rounding";
import { handRounding, kDecimals, type HandLine, type HandRounding } from "./hand-rounding-model";
import "./hand-rounding.css";
import "./numbers.css";

/** So many more digits show what the rounding took away. */
const kMoreDigits = 3;

export class ChainwiseHandRounding extends KitElement {
  static override properties = {
    engine: { attribute: false },
    source: { attribute: false },
    at: { attribute: false },
    by: {},
    decimals: { type: Number },
  };
  declare engine: Chainwise | undefined;
  declare source: string | undefined;
  declare at: Bindings | undefined;
  declare by: string;
  declare decimals: number;

  constructor() {
    super();
    this.decimals = 3;
  }

  protected override get ready(): boolean {
    return this.engine !== undefined && this.source !== undefined && this.at !== undefined;
  }

  protected override render() {
    const { engine, source, at, by, decimals } = this;
    if (!engine || source === undefined || !at) return nothing;
    const hand = handRounding(engine, { source, at, by, decimals });
    if (!hand) return nothing;
    const { head } = text;
    return html`<kit-slider
        tex="d"
        label=${text.slider}
        .min=${kDecimals.min}
        .max=${kDecimals.max}
        .step=${1}
        .value=${decimals}
        @kit-change=${(event: CustomEvent<{ value: number }>) =>
          emit(this, "chainwise-decimals", { decimals: event.detail.value })}
      ></kit-slider>
      <div class="table-scroll" tabindex="0" role="region" aria-label=${text.caption(decimals)}>
        <table class="numbers">
          <caption>
            ${text.caption(decimals)}
          </caption>
          <thead>
            <tr>
              <th scope="col">${head.line}</th>
              <th scope="col">${head.exact}</th>
              <th scope="col">${head.rounded}</th>
              <th scope="col">${head.difference}</th>
            </tr>
          </thead>
          <tbody>
            ${hand.lines.map((line, i) => this.#line(line, line === hand.worst, i === hand.lines.length - 1))}
          </tbody>
        </table>
      </div>
      <p class="drift" role="status">${this.#drift(hand)}</p>`;
  }

  #line(line: HandLine, isWorst: boolean, isResult: boolean) {
    const { tex, from, exact, rounded, difference, copied, key } = line;
    const digits = this.decimals + kMoreDigits;
    const [full, written] = copied
      ? [shortText(exact), shortText(rounded)]
      : [numberText(exact, digits), fixed(rounded, this.decimals)];
    const formula = rich(`$${tex}$`);
    const named = html`<span class="visually-hidden">${spoken(`$${tex}$`)}</span
      ><span aria-hidden="true">${formula}</span>`;
    return html`<tr class=${isResult ? "result" : isWorst ? "worst" : ""} data-line=${key} data-worst=${isWorst}>
      <th scope="row">${named}<span class="from">${rich(`$ {} = ${from}$`)}</span></th>
      <td data-value=${exact}>${full}</td>
      <td data-value=${rounded}>${written}</td>
      <td data-value=${difference}>
        ${difference === 0 ? text.same : `${difference > 0 ? "+" : ""}${fixed(difference, digits)}`}
        ${isWorst ? html`<span class="most" aria-hidden="true">◀</span>` : nothing}
      </td>
    </tr>`;
  }

  #drift({ lines, worst, share }: HandRounding) {
    const result = lines.at(-1);
    if (!result) return nothing;
    if (!worst) return text.even(this.decimals);
    const exact = numberText(result.exact, this.decimals + kMoreDigits);
    const said =
      result.rounded === 0
        ? text.zero(result.tex, exact)
        : text.result(result.tex, fixed(result.rounded, this.decimals), exact, `${numberText(100 * share, 2)} %`);
    return html`${rich(said)} ${rich(text.worst(worst.tex, numberText(worst.harm, this.decimals + kMoreDigits)))}`;
  }
}

const fixed = (value: number, decimals: number): string => value.toFixed(decimals).replace("-", "−");

define("chainwise-hand-rounding", ChainwiseHandRounding);

declare global {
  interface HTMLElementTagNameMap {
    "chainwise-hand-rounding": ChainwiseHandRounding;
  }
}
