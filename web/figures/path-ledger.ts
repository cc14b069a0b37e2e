/**
 * `<chainwise-path-ledger>`: every path from some names to the cost, written as a product and added up. Each path by
 * itself, or with the front parts that are known already used again.
 *
 *     html`<chainwise-path-ledger .trace=${trace} .paths=${new Map([["w1", paths]])} .linked=${linked}></chainwise-path-ledger>`
 *
 * Properties: `trace`, `paths` (of the engine, by name), `linked`.
 */
import { html, nothing } from "lit";
import type { Paths } from "../engine/api";
import { define } from "../kit/element";
import { numberText } from "../kit/number-text";
import { keepStop, moveAmong } from "../kit/roving";
import { spoken } from "../kit/spoken";
import { text as lesson } from "../locale/lessons/backpropagation";
import { networkWords } from "../locale/network-figures";
import type { Link } from "./gradient-paths";
import { kGradientDigits } from "./graph-words";
import { edgeKeys, LinkedFigure } from "./linked-figure";
import "./path-ledger.css";
import { ledgerOf, type LedgerPart, type LedgerRow } from "./path-ledger-model";

const text = lesson.ledger.figure;
const kProductDigits = 6;

export class ChainwisePathLedger extends LinkedFigure {
  static override properties = { ...LinkedFigure.properties, paths: { attribute: false }, reuse: { state: true } };
  declare paths: ReadonlyMap<string, Paths>;
  declare protected reuse: boolean;

  constructor() {
    super();
    this.paths = new Map();
    this.reuse = false;
  }

  protected override render() {
    const { trace, reuse } = this;
    if (!trace) return nothing;
    const parts = ledgerOf(trace, this.paths);
    const rows = parts.flatMap((part) => part.rows);
    const total = rows.reduce((sum, row) => sum + (reuse ? row.shared : row.alone), 0);
    return html`<div class="button-row" role="group" aria-label=${text.mode}>
        ${[false, true].map(
          (mode) =>
            html`<button
              type="button"
              class="button"
              aria-pressed=${mode === reuse ? "true" : "false"}
              @click=${() => (this.reuse = mode)}
            >
              ${mode ? text.reuse : text.alone}
            </button>`,
        )}
      </div>
      <div class="ledger" @keydown=${moveAmong(".link")} @focusin=${keepStop(".link")}>
        ${parts.map((part, index) => this.#part(part, index === 0))}
      </div>
      <p class="ledger-total ui" role="status" data-total=${total}>${text.total(total)}</p>`;
  }

  #part(part: LedgerPart, first: boolean) {
    return html`<section
      class="ledger-part"
      aria-label=${networkWords.gradients.label(part.name)}
      data-name=${part.name}
      data-value=${part.gradient}
    >
      <kit-formula class="left" .tex=${`\\dfrac{\\partial J}{\\partial ${part.symbol}}`}></kit-formula>
      <div class="ledger-rows">
        ${part.rows.map((row, index) => this.#row(row, index, first && index === 0))}
        <div class="ledger-sum">
          <span>${text.together(part.rows.length)}</span>
          <span class="result">${numberText(part.gradient, kProductDigits)}</span>
        </div>
      </div>
    </section>`;
  }

  #row(row: LedgerRow, index: number, first: boolean) {
    const { links, product, known, alone, shared } = row;
    return html`<div class="ledger-row" data-product=${product}>
      <span class="plus" aria-hidden="true">${index > 0 ? "+" : "="}</span>
      <div class="links" style="--links: ${links.length}">
        ${links.map((link, place) => this.#link(link, this.reuse && place < known, place, first && place === 0))}
      </div>
      <span class="result">${numberText(product, kProductDigits)}</span>
      <span class="cost ui">${text.cost(this.reuse ? shared : alone)}</span>
    </div>`;
  }

  #link(link: Link, known: boolean, place: number, stop: boolean) {
    const keys = edgeKeys(link.from, link.to);
    return html`<button
      type="button"
      class="link ${known ? "known" : ""} ${this.lightsEdge(link.from, link.to) ? "lit" : ""}"
      tabindex=${stop ? 0 : -1}
      data-value=${link.value}
      data-edge="${link.from}>${link.to}"
      @pointerenter=${() => this.point(keys)}
      @pointerleave=${this.leave}
      @focus=${() => this.point(keys)}
      @blur=${this.leave}
    >
      ${place > 0 ? html`<span class="times" aria-hidden="true">·</span>` : nothing}
      <span class="visually-hidden">${spoken(`$${link.formula}$`)}:</span>
      <kit-formula aria-hidden="true" .tex=${link.formula}></kit-formula>
      <span class="number">${numberText(link.value, kGradientDigits)}</span>
      ${known ? html`<span class="visually-hidden">${text.known}</span>` : nothing}
    </button>`;
  }
}

define("chainwise-path-ledger", ChainwisePathLedger);

declare global {
  interface HTMLElementTagNameMap {
    "chainwise-path-ledger": ChainwisePathLedger;
  }
}
