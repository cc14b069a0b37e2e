/**
 * `<chainwise-four-views>`: a typed formula, link by link, as symbols, as a graph, as numbers and as code. What one
 * points at in one of them lights up in all four.
 *
 *     html`<chainwise-four-views .study=${study}></chainwise-four-views>`
 *
 * Property: `study` (a FunctionStudy). All that it shows is computed by the engine when it comes near the screen.
 */
import { html, nothing, type PropertyValues } from "lit";
import type { ListingLine } from "../engine/api";
import { define } from "../kit/element";
import "../kit/formula";
import { Linked, nodeKey } from "../kit/linked";
import { neatTex, numberText } from "../kit/number-text";
import { rich } from "../kit/rich-text";
import { keepStop, moveAmong } from "../kit/roving";
import { text } from "../locale/four-views";
import "./four-views.css";
import { FunctionFigure } from "./function-figure";
import type { FunctionStudy } from "./function-study";
import "./graph";
import { traceProgram, type Trace } from "./graph-trace";
import { linksProgram } from "./links-program";
import "./listing";
import "./node-table";

/** More links are too many to be drawn as cards. */
const kMostLinks = 16;
const kDigits = 4;

type Language = Parameters<FunctionStudy["engine"]["listing"]>[1];

export class ChainwiseFourViews extends FunctionFigure {
  static override properties = {
    ...FunctionFigure.properties,
    position: { state: true },
    language: { state: true },
  };
  declare protected position: number;
  declare protected language: Language;
  readonly #linked = new Linked();
  #stop: (() => void) | undefined;
  /** Formula and point that `#shown` was made of. */
  #made: string | undefined;
  #shown: { source: string; trace: Trace } | undefined;
  #lines: { key: string; lines: readonly ListingLine[] } | undefined;

  constructor() {
    super();
    this.position = 0;
    this.language = "python";
  }

  /** For clicks that hold a light, and symbols of the text that point. */
  get pointing() {
    const trace = this.#shown?.trace;
    return trace && { linked: this.#linked, nodes: trace.graph.nodes };
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#stop = this.#linked.subscribe(() => this.requestUpdate());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop?.();
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const { study } = this;
    // Pointing draws the views anew; the program changes only with the formula and the point.
    const made = study && JSON.stringify([study.source, study.at]);
    if (made === this.#made) return;
    this.#made = made;
    const links = study && linksProgram(study.engine, study.source, study.name);
    const trace = study && links !== undefined ? this.#traced(study, links) : undefined;
    const before = this.#shown;
    this.#shown = links !== undefined && trace ? { source: links, trace } : undefined;
    // Another formula begins anew, fully walked; another point leaves the walk where it is.
    if (before?.source !== this.#shown?.source) this.position = this.#shown?.trace.steps.length ?? 0;
  }

  #traced(study: FunctionStudy, source: string): Trace | undefined {
    if (source.split("\n").length > kMostLinks) return undefined;
    const found = traceProgram(study.engine, {
      source,
      at: study.at,
      parameters: study.inputs.map(({ name }) => name),
    });
    return found.ok ? found.value : undefined;
  }

  #listing(study: FunctionStudy, source: string): readonly ListingLine[] {
    const key = `${this.language} ${source}`;
    if (this.#lines?.key !== key) {
      const found = study.engine.listing(source, this.language, { detail: "definitions" });
      this.#lines = { key, lines: found.ok ? found.value.lines : [] };
    }
    return this.#lines.lines;
  }

  protected override renderStudy(study: FunctionStudy) {
    const shown = this.#shown;
    return html`<div class="prose two">
        <h2>${text.title}</h2>
        ${text.paragraphs.map((paragraph) => html`<p>${rich(paragraph)}</p>`)}
      </div>
      ${
        shown
          ? html`<div class="views">
              ${this.#panel("symbols", this.#symbols(shown.trace))}
              ${this.#panel(
                "graph",
                html`<chainwise-graph
                  .trace=${shown.trace}
                  .position=${this.position}
                  .linked=${this.#linked}
                  @chainwise-position=${(event: CustomEvent<{ position: number }>) =>
                    (this.position = event.detail.position)}
                ></chainwise-graph>`,
              )}
              ${this.#panel(
                "numbers",
                html`<chainwise-node-table .trace=${shown.trace} .linked=${this.#linked}></chainwise-node-table>`,
              )}
              ${this.#panel(
                "code",
                html`<chainwise-listing
                  .trace=${shown.trace}
                  .lines=${this.#listing(study, shown.source)}
                  .language=${this.language}
                  .linked=${this.#linked}
                  @chainwise-language=${(event: CustomEvent<{ language: Language }>) =>
                    (this.language = event.detail.language)}
                ></chainwise-listing>`,
              )}
            </div>`
          : html`<p class="panel caption">${text.tooMany(kMostLinks)}</p>`
      }`;
  }

  #panel(view: keyof typeof text.views, content: unknown) {
    return html`<div class="panel view" data-view=${view}>
      <h3>${text.views[view]}</h3>
      ${content}
    </div>`;
  }

  /** Each link with its derivatives by what stands in it. */
  #symbols(trace: Trace) {
    const links = trace.graph.nodes.filter(({ kind }) => kind === "definition");
    return html`<div
      class="links"
      role="list"
      aria-label=${text.views.symbols}
      @keydown=${moveAmong(".link-line")}
      @focusin=${keepStop(".link-line")}
    >
      ${links.map((node, index) => {
        const key = nodeKey(node.id);
        const slopes = trace.graph.edges.filter(({ to }) => to === node.id);
        const gradient = trace.pass.nodes.find(({ id }) => id === node.id)?.gradient;
        const look = () => this.#linked.point([key]);
        const leave = () => this.#linked.leave();
        return html`<div
          class="link-line ${this.#linked.lights(key) ? "lit" : ""}"
          role="listitem"
          tabindex=${index === 0 ? 0 : -1}
          data-node=${node.name}
          aria-label=${text.spokenLink(
            `${node.name} = ${node.formula.text}`,
            numberText(trace.value(node.id), kDigits),
            gradient === null || gradient === undefined ? "" : numberText(gradient, kDigits),
          )}
          @pointerenter=${look}
          @pointerleave=${leave}
          @focus=${look}
          @blur=${leave}
        >
          <kit-formula
            .tex=${`${node.latex} = ${node.formula.latex} = ${neatTex(trace.value(node.id), kDigits)}`}
          ></kit-formula>
          <span class="slopes"
            >${slopes.map(({ latex, local }) => html`<kit-formula .tex=${`${latex} = ${local.latex}`}></kit-formula>`)}
            ${
              gradient === null || gradient === undefined
                ? nothing
                : html`<kit-formula
                    class="whole"
                    .tex=${`${text.gradientOf(this.#output(trace), node.latex)} = ${neatTex(gradient, kDigits)}`}
                  ></kit-formula>`
            }</span
          >
        </div>`;
      })}
    </div>`;
  }

  #output(trace: Trace): string {
    return trace.nodes.get(trace.graph.output)?.latex ?? "";
  }
}

define("chainwise-four-views", ChainwiseFourViews);

declare global {
  interface HTMLElementTagNameMap {
    "chainwise-four-views": ChainwiseFourViews;
  }
}
