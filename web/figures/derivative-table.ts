/**
 * `<chainwise-derivative-table>`: the table that the engine derives with, one row for each function of one value:
 * its formula, its derivative, a small picture of both, where it is defined, where it has a kink. Choosing a row
 * says so to the page.
 *
 *     html`<chainwise-derivative-table .engine=${engine} @chainwise-function=${({ detail }) => show(detail.expression)}>
 *          </chainwise-derivative-table>`
 *
 * Property `engine`. Event `chainwise-function`: `{ expression }`, the function of x.
 */
import { html, nothing, svg } from "lit";
import { scaleLinear } from "d3-scale";
import type { Catalog, Chainwise } from "../engine/api";
import { curvePath, valueRange } from "../kit/curve";
import { define, emit, KitElement } from "../kit/element";
import { rich } from "../kit/rich-text";
import { slopeWords } from "../locale/slopes";
import "./derivative-table.css";

const kWidth = 132;
const kHeight = 56;
const kWindow: [number, number] = [-3, 3];
const kSamples = 121;

type Row = Catalog["functions"][number];

export class ChainwiseDerivativeTable extends KitElement {
  static override properties = { engine: { attribute: false }, group: { state: true } };
  declare engine: Chainwise | undefined;
  declare protected group: string | undefined;
  readonly #pictures = new Map<string, unknown>();

  protected override render() {
    const { engine } = this;
    if (!engine) return nothing;
    const rows = engine.catalog().functions.filter(({ arity }) => arity === 1);
    const groups = [...new Set(rows.map(({ group }) => group))];
    const shown = this.group ?? groups[0];
    return html`<div class="button-row ui" role="radiogroup" aria-label=${slopeWords.functions.groups}>
        ${groups.map(
          (group) =>
            html`<button
              type="button"
              class="button"
              role="radio"
              aria-checked=${group === shown}
              @click=${() => (this.group = group)}
            >
              ${slopeWords.functions.group(group)}
            </button>`,
        )}
      </div>
      <div class="table-scroll" tabindex="0" role="region" aria-label=${slopeWords.functions.label}>
        <table>
          <thead>
            <tr>
              <th scope="col">${slopeWords.functions.formula}</th>
              <th scope="col">${slopeWords.functions.derivative}</th>
              <th scope="col">${slopeWords.functions.picture}</th>
              <th scope="col">${slopeWords.functions.domain}</th>
              <th scope="col"><span class="visually-hidden">${slopeWords.functions.show}</span></th>
            </tr>
          </thead>
          <tbody>
            ${rows.filter(({ group }) => group === shown).map((row) => this.#row(engine, row))}
          </tbody>
        </table>
      </div>`;
  }

  #row(engine: Chainwise, row: Row) {
    const [derivative] = row.derivatives;
    return html`<tr data-function=${row.name}>
      <th scope="row">
        <span class="visually-hidden">${row.name}</span
        ><span aria-hidden="true">${rich(`$${row.formula.latex}$`)}</span>
      </th>
      <td>${rich(`$${derivative?.latex ?? ""}$`)}</td>
      <td>${this.#picture(engine, row)}</td>
      <td class="ui">
        ${row.domain || slopeWords.functions.everywhere}${row.kinks.length > 0 ? ` ${slopeWords.functions.kinks(row.kinks.join(", "))}` : ""}
      </td>
      <td>
        <button
          type="button"
          class="button"
          aria-label=${slopeWords.functions.choose(row.name)}
          @click=${() => emit(this, "chainwise-function", { expression: row.formula.text.replace(/\bu\b/g, "x") })}
        >
          ${slopeWords.functions.show}
        </button>
      </td>
    </tr>`;
  }

  /** f as a line, f′ dashed; sampled once. */
  #picture(engine: Chainwise, row: Row): unknown {
    const known = this.#pictures.get(row.name);
    if (known) return known;
    const curves = [row.formula.text, row.derivatives[0]?.text ?? "0"].map((source) => {
      const sampled = engine.sample(source.replace(/\bu\b/g, "x"), "x", ...kWindow, kSamples);
      return sampled.ok ? sampled.value : { x: new Float64Array(), y: new Float64Array() };
    });
    const [low, high] = valueRange(curves);
    const range: [number, number] = [Math.max(low, -4), Math.min(high, 4)];
    const x = scaleLinear(kWindow, [2, kWidth - 2]);
    const y = scaleLinear(range, [kHeight - 3, 3]);
    const [own, slope] = curves.map((samples) => curvePath(samples, x, y));
    const drawn = html`<svg
      viewBox="0 0 ${kWidth} ${kHeight}"
      width=${kWidth}
      height=${kHeight}
      role="img"
      aria-label=${slopeWords.functions.pictureOf(row.name)}
    >
      ${svg`<line class="axis" x1="0" x2=${kWidth} y1=${y(0)} y2=${y(0)} /><line class="axis" x1=${x(0)} x2=${x(0)} y1="0" y2=${kHeight} />
        <path class="own" d=${own ?? ""} /><path class="slope" d=${slope ?? ""} />`}
    </svg>`;
    this.#pictures.set(row.name, drawn);
    return drawn;
  }
}

define("chainwise-derivative-table", ChainwiseDerivativeTable);

declare global {
  interface HTMLElementTagNameMap {
    "chainwise-derivative-table": ChainwiseDerivativeTable;
  }
}
