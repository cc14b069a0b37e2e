/**
 * `<lab-calculation>`: a calculation that unfolds, node by node, down to what the network was given.
 *
 *     html`<lab-calculation .made=${calculation}></lab-calculation>`
 *
 * Property `made`, see `why/place-model.ts`. What is unfolded stays so while the numbers change.
 */
import { html, nothing, type TemplateResult } from "lit";
import { define, KitElement } from "../../kit/element";
import "../../kit/formula";
import { neatTex } from "../../kit/number-text";
import { text } from "../../locale/lab-ask";
import type { Calculation, CalculationNode } from "../why/place-model";
import "./calculation.css";

/** Where a calculation unfolds into more places than these, they are not all opened with one press. */
const kMostAtOnce = 40;

export class LabCalculation extends KitElement {
  static override properties = { made: { attribute: false }, opened: { state: true } };
  declare made: Calculation | undefined;
  /** Ways from the end to the nodes that are unfolded, such as `yhat/a2_1`. */
  declare protected opened: ReadonlySet<string>;

  constructor() {
    super();
    this.opened = new Set();
  }

  #toggle(way: string, open: boolean): void {
    if (open === this.opened.has(way)) return;
    const opened = new Set(this.opened);
    if (open) opened.add(way);
    else opened.delete(way);
    this.opened = opened;
  }

  protected override render() {
    const { made } = this;
    if (!made) return nothing;
    const ways = waysOf(made);
    const all = ways.every((way) => this.opened.has(way));
    return html`${made.ends.map((end) => this.#body(made, end, end))}
    ${
      ways.length > 1 && ways.length <= kMostAtOnce
        ? html`<button type="button" class="button" @click=${() => (this.opened = new Set(all ? [] : ways))}>
            ${all ? text.foldAll : text.unfoldAll}
          </button>`
        : nothing
    }`;
  }

  #body(made: Calculation, name: string, way: string): TemplateResult | typeof nothing {
    const node = made.nodes.get(name);
    if (!node) return nothing;
    return html`<div class="made" data-node=${name}>
      ${node.lines.map(
        ({ tex, value }) =>
          html`<p class="line" data-value=${value} tabindex="0"><kit-formula .tex=${tex}></kit-formula></p>`,
      )}
      ${node.from.map((from) => this.#part(made, from, `${way}/${from}`))}
    </div>`;
  }

  #part(made: Calculation, name: string, way: string) {
    const node = made.nodes.get(name);
    if (!node) return nothing;
    const open = this.opened.has(way);
    return html`<details
      .open=${open}
      data-way=${way}
      @toggle=${(event: Event) => this.#toggle(way, (event.currentTarget as HTMLDetailsElement).open)}
    >
      <summary><kit-formula .tex=${shortTex(node)}></kit-formula></summary>
      ${open ? this.#body(made, name, way) : nothing}
    </details>`;
  }
}

const shortTex = ({ tex, value }: CalculationNode): string => `${tex} = ${neatTex(value)}`;

/** Each way from an end to a node, until there are too many. */
function waysOf({ nodes, ends }: Calculation): string[] {
  const ways: string[] = [];
  let last = ends.map((end) => ({ name: end, way: end }));
  while (last.length > 0 && ways.length <= kMostAtOnce) {
    last = last.flatMap(({ name, way }) =>
      (nodes.get(name)?.from ?? []).map((from) => ({ name: from, way: `${way}/${from}` })),
    );
    ways.push(...last.map(({ way }) => way));
  }
  return ways;
}

define("lab-calculation", LabCalculation);

declare global {
  interface HTMLElementTagNameMap {
    "lab-calculation": LabCalculation;
  }
}
