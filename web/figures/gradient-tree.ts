/**
 * `<chainwise-gradient-tree>`: the gradient of one parameter as a sum of products, in symbols and in numbers. Each
 * gradient that it is made of unfolds in place, until the cost is reached.
 *
 *     html`<chainwise-gradient-tree .trace=${trace} name="w1" .explain=${(node) => explanation} .linked=${linked}
 *            .deltas=${{ z1: "\\delta_1" }}></chainwise-gradient-tree>`
 *
 * Properties: `trace`, `name`, `explain` (the engine's explanation of a node's gradient), `deltas` (a symbol of their own
 * for the gradients of some nodes), `everyLine` (unfolds all, as on paper), `linked`.
 */
import { html, nothing, type TemplateResult } from "lit";
import type { GradientExplanation } from "../engine/api";
import { define } from "../kit/element";
import { nodeKey, type Key } from "../kit/linked";
import { neatTex, numberTex, numberText } from "../kit/number-text";
import { rich } from "../kit/rich-text";
import { spoken } from "../kit/spoken";
import { text as lesson } from "../locale/lessons/backpropagation";
import { localFormula } from "./gradient-paths";
import "./gradient-tree.css";
import { edgeName, type Trace } from "./graph-trace";
import { edgeKeys, LinkedFigure } from "./linked-figure";

const text = lesson.tree.figure;
const kDigits = 5;

export class ChainwiseGradientTree extends LinkedFigure {
  static override properties = {
    ...LinkedFigure.properties,
    name: {},
    explain: { attribute: false },
    deltas: { attribute: false },
    everyLine: { attribute: false },
    open: { state: true },
  };
  declare name: string;
  declare explain: ((node: number) => GradientExplanation | undefined) | undefined;
  declare deltas: Readonly<Record<string, string>>;
  declare everyLine: boolean;
  /** The ways down to the lines that are unfolded, such as `1>9>18`. */
  declare protected open: ReadonlySet<string>;
  #openBefore: ReadonlySet<string> = new Set();

  constructor() {
    super();
    this.name = "";
    this.deltas = {};
    this.everyLine = false;
    this.open = new Set();
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    super.willUpdate(changed);
    if (changed.has("name")) this.open = new Set();
    const target = this.node(this.name);
    if (!changed.has("everyLine") || target === undefined) return;
    if (this.everyLine) this.#openBefore = this.open;
    this.open = this.everyLine ? this.#all(target) : this.#openBefore;
  }

  protected override render() {
    const { trace, name } = this;
    const target = this.node(name);
    if (!trace || target === undefined) return nothing;
    return html`<ol class="gradient-lines">
        ${this.#line(trace, target, String(target))}
      </ol>
      <div class="button-row">
        <button type="button" class="button" @click=${() => (this.open = this.#all(target))}>${text.unfoldAll}</button>
        <button type="button" class="button" ?disabled=${this.open.size === 0} @click=${() => (this.open = new Set())}>
          ${text.foldAll}
        </button>
      </div>`;
  }

  /** Every line that can be unfolded: walks down by a list of what is still to be looked at. */
  #all(target: number): Set<string> {
    const found = new Set<string>();
    const waiting = [{ node: target, way: String(target) }];
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      for (const { from } of this.explain?.(next.node)?.contributions ?? []) {
        const way = `${next.way}>${from}`;
        if (this.#ends(from)) continue;
        found.add(way);
        waiting.push({ node: from, way });
      }
    }
    return found;
  }

  #ends(node: number): boolean {
    return node === this.trace?.graph.output;
  }

  #symbol(trace: Trace, node: number): string {
    const { name = "", latex = "" } = trace.nodes.get(node) ?? {};
    return this.deltas[name] ?? `\\frac{\\partial J}{\\partial ${latex}}`;
  }

  #line(trace: Trace, node: number, way: string): TemplateResult | typeof nothing {
    const explanation = this.explain?.(node);
    if (!explanation) return nothing;
    const { contributions, gradient } = explanation;
    const { name = "", latex = "" } = trace.nodes.get(node) ?? {};
    const left = this.deltas[name]
      ? `${this.deltas[name]} = \\frac{\\partial J}{\\partial ${latex}}`
      : this.#symbol(trace, node);
    const symbols: string[] = [];
    const numbers: string[] = [];
    for (const { from, local, upstream } of contributions) {
      const edge = trace.edges.get(edgeName(node, from));
      const link = edge ? localFormula(trace, edge) : "";
      const factor = /[-+]/.test(link.replace(/\\left|\\right/g, "").replace(/\([^()]*\)/g, "")) ? `(${link})` : link;
      symbols.push(
        this.#ends(from)
          ? link
          : link === "1"
            ? this.#symbol(trace, from)
            : `${this.#symbol(trace, from)} \\cdot ${factor}`,
      );
      const up = numberTex(upstream, kDigits, numbers.length > 0);
      numbers.push(
        this.#ends(from)
          ? numberTex(local, kDigits)
          : link === "1"
            ? up
            : `${up} \\cdot ${neatTex(local, kDigits, true)}`,
      );
    }
    const keys: Key[] = [nodeKey(node), ...contributions.flatMap(({ from }) => edgeKeys(node, from))];
    return html`<li class=${this.lightsNode(node) ? "lit" : ""} data-node=${name} data-value=${gradient ?? nothing}>
      <div class="gradient-line" @pointerenter=${() => this.point(keys)} @pointerleave=${this.leave}>
        <kit-formula class="left" .tex=${left}></kit-formula>
        <kit-formula .tex=${`= ${symbols.join(" + ")}`}></kit-formula>
        <kit-formula
          class="numbers"
          .tex=${numbers.length > 1 || /cdot/.test(numbers[0] ?? "") ? `= ${numbers.join(" + ")}` : ""}
        ></kit-formula>
        <span class="result">= ${numberText(gradient ?? NaN, kDigits)}</span>
        <span class="unfold">
          ${contributions.length > 1 ? html`<span class="fork">${text.fork}</span>` : nothing}
          ${contributions.map(({ from }) => (this.#ends(from) ? nothing : this.#button(trace, from, `${way}>${from}`)))}
        </span>
      </div>
      ${this.#unfolded(trace, explanation, way)}
    </li>`;
  }

  #unfolded(trace: Trace, { contributions }: GradientExplanation, way: string) {
    const opened = contributions.filter(({ from }) => this.open.has(`${way}>${from}`));
    if (opened.length === 0) return nothing;
    return html`<ol>
      ${opened.map(({ from }) => this.#line(trace, from, `${way}>${from}`))}
    </ol>`;
  }

  #button(trace: Trace, node: number, way: string) {
    const open = this.open.has(way);
    const says = (open ? text.fold : text.unfold)(this.#symbol(trace, node));
    return html`<button
      type="button"
      class="button bare"
      aria-expanded=${open ? "true" : "false"}
      @click=${() => {
        const next = new Set(this.open);
        if (open) for (const other of this.open) other.startsWith(way) && next.delete(other);
        else next.add(way);
        this.open = next;
      }}
      @focus=${() => this.point([nodeKey(node)])}
      @blur=${this.leave}
    >
      <span class="visually-hidden">${spoken(says)}</span><span aria-hidden="true">${rich(says)}</span>
    </button>`;
  }
}

define("chainwise-gradient-tree", ChainwiseGradientTree);

declare global {
  interface HTMLElementTagNameMap {
    "chainwise-gradient-tree": ChainwiseGradientTree;
  }
}
