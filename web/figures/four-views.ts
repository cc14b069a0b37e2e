/**
 * `<chainwise-four-views>`: a typed formula, link by link, as symbols, as a graph, as numbers and as code. What one
 * points at in one of them lights up in all four.
 *
 *     html`<chainwise-four-views .study=${study}></chainwise-four-views>`
 *
 * Property: `study` (a FunctionStudy). All that it shows is computed by the engine when it comes near the screen. What
 * is typed elsewhere is seen there first; then the views follow, one a frame, and say that they are busy until all agree.
 */
import { html, nothing, type PropertyValues } from "lit";
import type { ListingLine } from "../engine/api";
import { define } from "../kit/element";
import "../kit/formula";
import { Linked, nodeKey } from "../kit/linked";
import { neatTex, numberText } from "../kit/number-text";
import { afterPicture } from "../kit/on-screen";
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

/** In the order in which they follow. */
const kViews = ["symbols", "graph", "numbers", "code"] as const;

type View = (typeof kViews)[number];
type Language = Parameters<FunctionStudy["engine"]["listing"]>[1];

interface Shown {
  source: string;
  trace: Trace;
  /** Of the walk through the graph. */
  position: number;
}

export class ChainwiseFourViews extends FunctionFigure {
  static override properties = {
    ...FunctionFigure.properties,
    language: { state: true },
  };
  declare protected language: Language;
  readonly #linked = new Linked();
  #stop: (() => void) | undefined;
  /** Formula and point that `#shown` was made of. */
  #made: string | undefined;
  #shown: Shown | undefined;
  /** What each view shows: `#shown`, once its turn has come. */
  readonly #in = new Map<View, Shown>();
  #turn = 0;
  #lines: { key: string; lines: readonly ListingLine[] } | undefined;

  constructor() {
    super();
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

  get #asked(): string | undefined {
    return this.study && JSON.stringify([this.study.source, this.study.at]);
  }

  protected override async scheduleUpdate(): Promise<void> {
    if (this.#shown && this.#asked !== this.#made) await new Promise<void>(afterPicture);
    super.scheduleUpdate();
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    // Pointing draws the views anew; the program changes only with the formula and the point.
    if (this.#asked !== this.#made) this.#make();
    const shown = this.#shown;
    if (!shown || !this.#busy) return;
    // Views that come later in this round are not passed over when one goes on typing.
    while (this.#in.get(kViews[this.#turn] ?? "symbols") === shown) this.#turn = (this.#turn + 1) % kViews.length;
    this.#in.set(kViews[this.#turn] ?? "symbols", shown);
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (this.#busy) afterPicture(() => this.requestUpdate());
  }

  get #busy(): boolean {
    return this.#shown !== undefined && kViews.some((view) => this.#in.get(view) !== this.#shown);
  }

  #make(): void {
    const { study } = this;
    const first = this.#made === undefined;
    this.#made = this.#asked;
    const source = study && linksProgram(study.engine, study.source, study.name);
    const trace = study && source !== undefined ? this.#traced(study, source) : undefined;
    const before = this.#shown;
    if (source === undefined || !trace) {
      this.#shown = undefined;
      this.#in.clear();
      return;
    }
    // Another formula begins anew, fully walked; another point leaves the walk where it is.
    const same = before?.source === source;
    const shown = { source, trace, position: same ? before.position : trace.steps.length };
    this.#shown = shown;
    // Where only numbers are drawn anew, all views follow at once.
    if (same || first) for (const view of kViews) this.#in.set(view, shown);
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
    return html`<div class="prose two">
        <h2>${text.title}</h2>
        ${text.paragraphs.map((paragraph) => html`<p>${rich(paragraph)}</p>`)}
      </div>
      ${
        this.#shown
          ? html`<div class="views" aria-busy=${this.#busy ? "true" : "false"}>
              ${this.#panel("symbols", ({ trace }) => this.#symbols(trace))}
              ${this.#panel("graph", (shown) => {
                const { trace, position } = shown;
                const walk = (event: CustomEvent<{ position: number }>): void => {
                  shown.position = event.detail.position;
                  this.requestUpdate();
                };
                return html`<chainwise-graph
                  .trace=${trace}
                  .position=${position}
                  .linked=${this.#linked}
                  @chainwise-position=${walk}
                ></chainwise-graph>`;
              })}
              ${this.#panel(
                "numbers",
                ({ trace }) =>
                  html`<chainwise-node-table .trace=${trace} .linked=${this.#linked}></chainwise-node-table>`,
              )}
              ${this.#panel(
                "code",
                ({ trace, source }) =>
                  html`<chainwise-listing
                    .trace=${trace}
                    .lines=${this.#listing(study, source)}
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

  #panel(view: View, content: (shown: Shown) => unknown) {
    const shown = this.#in.get(view);
    return html`<div class="panel view" data-view=${view}>
      <h3>${text.views[view]}</h3>
      ${shown && content(shown)}
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
