/**
 * `<chainwise-gradient-card>`: derivatives of the output as products of links, in symbols and in numbers, with the
 * front parts that they share. Pointing at a link lights it in every view of the page.
 *
 *     html`<chainwise-gradient-card .trace=${trace} .names=${["w1"]} .deltas=${{ z1: "\\delta_1" }}
 *            .linked=${linked}></chainwise-gradient-card>`
 *
 * Properties: `trace`, `names` (which derivatives), `deltas` (node -> symbol for the gradient at that node, drawn as
 * a brace under the links that lead there), `linked`.
 */
import { html, nothing } from "lit";
import { define } from "../kit/element";
import { edgeKey } from "../kit/linked";
import { numberTex, numberText } from "../kit/number-text";
import { keepStop, moveAmong } from "../kit/roving";
import { rich } from "../kit/rich-text";
import { spoken } from "../kit/spoken";
import { networkWords } from "../locale/network-figures";
import "./gradient-card.css";
import { gradientPaths, type GradientPath, type Link } from "./gradient-paths";
import type { Trace } from "./graph-trace";
import { kGradientDigits } from "./graph-words";
import { edgeKeys, LinkedFigure } from "./linked-figure";

export class ChainwiseGradientCard extends LinkedFigure {
  static override properties = {
    ...LinkedFigure.properties,
    names: { attribute: false },
    deltas: { attribute: false },
  };
  declare names: readonly string[];
  declare deltas: Readonly<Record<string, string>>;

  constructor() {
    super();
    this.names = [];
    this.deltas = {};
  }

  protected override render() {
    const { trace } = this;
    if (!trace) return nothing;
    const seen = new Set<string>();
    return html`<div @keydown=${moveAmong(".link")} @focusin=${keepStop(".link")}>
      ${this.names.map((name, index) => this.#card(trace, name, seen, index === 0))}
    </div>`;
  }

  #card(trace: Trace, name: string, seen: Set<string>, first: boolean) {
    const node = trace.graph.nodes.find((candidate) => candidate.name === name);
    if (!node) return nothing;
    const gradient = trace.pass.gradients[name] ?? NaN;
    const cost = trace.nodes.get(trace.graph.output)?.latex ?? "";
    return html`<section
      class="gradient-card"
      aria-label=${networkWords.gradients.label(name)}
      data-name=${name}
      data-value=${gradient}
    >
      <kit-formula class="left" .tex=${`\\dfrac{\\partial ${cost}}{\\partial ${node.latex}}`}></kit-formula>
      <div class="products">
        ${gradientPaths(trace, name).map((path, index) => this.#product(trace, path, seen, first && index === 0))}
      </div>
      <p class="result"><span class="equals">=</span>${numberText(gradient, kGradientDigits)}</p>
    </section>`;
  }

  #product(trace: Trace, { links }: GradientPath, seen: Set<string>, first: boolean) {
    const braces = links.flatMap(({ from }, index) => {
      const node = trace.nodes.get(from);
      const delta = node && this.deltas[node.name];
      return delta ? [{ delta, span: index + 1, value: trace.pass.gradients[node.name] ?? NaN }] : [];
    });
    return html`<div class="product" style="--links: ${links.length}">
      ${links.map((link, index) => this.#link(link, index, first && index === 0))}
      ${braces.map(({ delta, span, value }, row) => {
        const again = seen.has(delta);
        seen.add(delta);
        return html`<span
          class="brace ${again ? "again" : ""}"
          style="grid-column: 1 / span ${span}; grid-row: ${row + 2}"
          >${rich(again ? networkWords.gradients.again(delta) : networkWords.gradients.shared(delta, numberTex(value, kGradientDigits)))}</span
        >`;
      })}
    </div>`;
  }

  #link(link: Link, index: number, stop: boolean) {
    const keys = edgeKeys(link.from, link.to);
    const lit = this.linked.lights(edgeKey(link.from, link.to));
    return html`<button
      type="button"
      tabindex=${stop ? 0 : -1}
      class="link ${lit ? "lit" : ""}"
      style="grid-column: ${index + 1}"
      data-value=${link.value}
      data-edge="${link.from}>${link.to}"
      @pointerenter=${() => this.linked.point(keys)}
      @pointerleave=${() => this.linked.leave()}
      @focus=${() => this.linked.point(keys)}
      @blur=${() => this.linked.leave()}
    >
      ${index > 0 ? html`<span class="times" aria-hidden="true">·</span>` : nothing}
      <span class="visually-hidden">${spoken(`$${link.symbol} = ${link.formula}$`)}:</span>
      <kit-formula aria-hidden="true" .tex=${link.symbol.replace("\\frac", "\\dfrac")}></kit-formula>
      <kit-formula aria-hidden="true" class="formula" .tex=${link.formula}></kit-formula>
      <span class="number">${numberText(link.value, kGradientDigits)}</span>
    </button>`;
  }
}

define("chainwise-gradient-card", ChainwiseGradientCard);

declare global {
  interface HTMLElementTagNameMap {
    "chainwise-gradient-card": ChainwiseGradientCard;
  }
}
