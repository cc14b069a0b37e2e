/**
 * `<chainwise-factor-bars>`: the factors of one derivative as bars on a logarithmic scale. A bar to the right of 1
 * makes the product larger, one to the left makes it smaller: the factor that makes a derivative vanish is
 * the one with the long bar to the left.
 *
 *     html`<chainwise-factor-bars .trace=${trace} name="w1" .linked=${linked}></chainwise-factor-bars>`
 *
 * Properties: `trace`, `name` (of which derivative), `linked`.
 */
import { html, nothing } from "lit";
import { define } from "../kit/element";
import { numberText } from "../kit/number-text";
import { keepStop, moveAmong } from "../kit/roving";
import { networkWords } from "../locale/network-figures";
import "./factor-bars.css";
import { gradientPaths, type Link } from "./gradient-paths";
import { kGradientDigits } from "./graph-words";
import { edgeKeys, LinkedFigure } from "./linked-figure";

/** The scale reaches from 10⁻⁴ to 10; what lies beyond, such as 0, stops at its end and has an arrow there. */
const kBelow = 4;
const kAbove = 1;
const kDecade = 100 / (kBelow + kAbove);

export class ChainwiseFactorBars extends LinkedFigure {
  static override properties = { ...LinkedFigure.properties, name: {} };
  declare name: string;

  constructor() {
    super();
    this.name = "";
  }

  protected override render() {
    const { trace, name } = this;
    const node = trace?.graph.nodes.find((candidate) => candidate.name === name);
    if (!trace || !node) return nothing;
    const cost = trace.nodes.get(trace.graph.output)?.latex ?? "";
    const [path, ...others] = gradientPaths(trace, name);
    // Where paths fork the sum has no factors; the gradient card shows it.
    if (!path || others.length > 0) return nothing;
    return html`<ul
        class="bars ui"
        @keydown=${moveAmong("li")}
        @focusin=${keepStop("li")}
        aria-label=${networkWords.factors.label(name)}
      >
        ${path.links.map((link, index) => this.#factor(link, index))}
        <li class="whole" data-value=${trace.pass.gradients[name] ?? NaN}>
          <kit-formula .tex=${`\\dfrac{\\partial ${cost}}{\\partial ${node.latex}}`}></kit-formula>
          ${bar(trace.pass.gradients[name] ?? NaN)}
        </li>
      </ul>
      <p class="scale caption" aria-hidden="true">
        ${["10⁻⁴", "10⁻³", "0.01", "0.1", "1", "10"].map((mark) => html`<span>${mark}</span>`)}
      </p>`;
  }

  #factor(link: Link, index: number) {
    const keys = edgeKeys(link.from, link.to);
    const lit = this.lightsEdge(link.from, link.to);
    return html`<li
      class=${lit ? "lit" : ""}
      tabindex=${index === 0 ? 0 : -1}
      data-value=${link.value}
      @pointerenter=${() => this.point(keys)}
      @pointerleave=${this.leave}
      @focus=${() => this.point(keys)}
      @blur=${this.leave}
    >
      <kit-formula .tex=${link.formula}></kit-formula>
      ${bar(link.value)}
    </li>`;
  }
}

function bar(value: number) {
  const size = Math.abs(value);
  const decades = size > 0 ? Math.max(-kBelow, Math.min(kAbove, Math.log10(size))) : -kBelow;
  const width = kDecade * Math.abs(decades);
  const smaller = decades < 0;
  const cut = size < 10 ** -kBelow || size > 10 ** kAbove;
  return html`<span class="track" aria-hidden="true"
      ><span
        class="bar ${smaller ? "smaller" : "larger"} ${cut ? "cut" : ""}"
        style="inset-inline-start: ${kDecade * kBelow - (smaller ? width : 0)}%; inline-size: ${width}%"
      ></span
    ></span>
    <span class="number">${numberText(value, kGradientDigits)}</span>`;
}

define("chainwise-factor-bars", ChainwiseFactorBars);

declare global {
  interface HTMLElementTagNameMap {
    "chainwise-factor-bars": ChainwiseFactorBars;
  }
}
