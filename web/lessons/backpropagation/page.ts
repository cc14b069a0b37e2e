/**
 * The lesson's page: its state, its model, and the order of its parts. All figures show the one model and share what
 * the reader points at. Figures further down are fetched when a reader comes near them.
 */
import { html, nothing } from "lit";
import type { Chainwise } from "../../engine/api";
import "../../figures/ways";
import { sharesOf } from "../../figures/ways-model";
import { define } from "../../kit/element";
import { Linked } from "../../kit/linked";
import { numberTex } from "../../kit/number-text";
import { rich } from "../../kit/rich-text";
import "../../kit/scrub";
import "../../kit/slider";
import { text } from "../../locale/lessons/backpropagation";
import { LessonPage } from "../lesson-page";
import { checks, paragraphs, summary } from "../parts";
import { choice, exampleChoice, followedChoice, netChoice, setNumber, valueSlider } from "./controls";
import { FullNetwork } from "./model";
import "./page.css";
import { proof, slips } from "./scenes";
import { kModes, kReach, makeState, table } from "./state";

const kDigits = 9;

export class LessonBackpropagation extends LessonPage {
  static override properties = { ...LessonPage.properties, model: { state: true }, looked: { state: true } };
  declare protected model: FullNetwork | undefined;
  /** The parameter whose derivative is unfolded. */
  declare protected looked: string;
  readonly state = makeState();
  readonly #linked = new Linked();
  protected override readonly late = {
    ".graph-panel": () => import("../../figures/graph"),
    ".ledger-panel": () => import("../../figures/path-ledger"),
    ".growth-panel": () => import("../../figures/path-growth"),
    ".tree-panel": () => import("../../figures/gradient-tree"),
    ".matrix-panel": () => import("../../figures/matrices"),
    ".code-panel": () => import("../../figures/listing"),
    ".table-panel": () => import("../../figures/node-table"),
    ".proof-panel": () => import("../../figures/gradient-proof"),
  };

  constructor() {
    super();
    this.looked = "w1";
  }

  /** For symbols of the text that light what the figures show. */
  get pointing() {
    return this.model && { linked: this.#linked, nodes: this.model.trace.graph.nodes };
  }

  protected override begin(engine: Chainwise): void {
    this.model ??= this.#made(engine);
  }

  #made(engine: Chainwise): FullNetwork {
    const { net, at, eta, mode, weight } = this.state.values;
    return new FullNetwork(engine, { preset: net, changed: at, rate: eta, mode, weight });
  }

  protected override follow(changed: ReadonlySet<string>): void {
    if (this.model && ["net", "at", "eta", "mode", "weight"].some((key) => changed.has(key)))
      this.model = this.#made(this.model.engine);
    if (changed.has("net")) this.#linked.release();
    if (this.model && !this.model.program.parameters.includes(this.looked)) this.looked = "w1";
  }

  protected override render() {
    const { model } = this;
    return html`
      ${this.head("backpropagation", text.question)} ${this.#ways(model)} ${this.#graph(model)} ${this.#ledger(model)}
      ${this.#growth(model)} ${this.#tree(model)} ${this.#matrices(model)} ${this.#code(model)}
      ${proof(this.state, model)} ${slips(this.state, model)} ${checks(text.checks, model?.engine)}
      ${summary(text.summary)}
    `;
  }

  #ways(model: FullNetwork | undefined) {
    const { nudge, at } = this.state.values;
    const paths = model?.paths(model.weight);
    const shares =
      model && paths ? sharesOf(model.engine, model.program, model.trace, paths, model.weight, nudge) : undefined;
    return html`<section class="scene split">
      <div class="prose">
        <h2>${text.ways.title}</h2>
        ${paragraphs(text.ways.before)}
      </div>
      <div class="stage">
        <div class="panel ways-panel">
          <div class="choices">${netChoice(this.state)} ${model ? exampleChoice(this.state, model) : nothing}</div>
          ${model ? followedChoice(this.state, model) : nothing}
          <chainwise-ways .trace=${model?.trace} .shares=${shares} .linked=${this.#linked}></chainwise-ways>
          <kit-slider
            .tex=${model ? `d${model.tex(model.weight)}` : "dw_1"}
            .label=${text.ways.nudge}
            role-of="derivative"
            .min=${table.nudge.min}
            .max=${table.nudge.max}
            .step=${table.nudge.step}
            .value=${nudge}
            data-name="nudge"
            @kit-change=${(event: CustomEvent<{ value: number }>) => this.state.set({ nudge: event.detail.value })}
          ></kit-slider>
          ${model ? valueSlider(this.state, model, model.weight) : nothing}
        </div>
      </div>
      <div class="prose">
        ${paragraphs(text.ways.after)}
        ${
          model
            ? html`<p>
                ${this.state.values.net === "textbook" ? rich(text.ways.known) : nothing} ${rich(text.ways.at)}
                <kit-scrub
                  .label=${"x1"}
                  .value=${model.at["x1"] ?? 0}
                  .min=${-kReach}
                  .max=${kReach}
                  .step=${0.05}
                  @kit-change=${(event: CustomEvent<{ value: number }>) => setNumber(this.state, "x1", event.detail.value)}
                ></kit-scrub>
                ${rich(text.ways.cost(numberTex(model.value("J"), kDigits)))}
                ${
                  Object.keys(at).length > 0
                    ? html`<button type="button" class="button" @click=${() => this.state.set({ at: {} })}>
                        ${text.restore}
                      </button>`
                    : nothing
                }
              </p>`
            : nothing
        }
        <p>${rich(text.ways.xor)}</p>
      </div>
    </section>`;
  }

  #graph(model: FullNetwork | undefined) {
    const { mode, step } = this.state.values;
    return html`<section class="scene wide">
      <div class="prose two">
        <h2>${text.graph.title}</h2>
        ${paragraphs(text.graph.paragraphs)}
      </div>
      <div class="stage">
        <div class="panel graph-panel">
          <div class="choices">
            ${netChoice(this.state)}
            ${choice(
              text.graph.mode,
              kModes,
              mode,
              (one) => text.graph.modes[one],
              (one) => one !== mode && this.state.set({ mode: one, step: 0 }),
            )}
            ${model && mode === "forward" ? followedChoice(this.state, model) : nothing}
          </div>
          <chainwise-graph
            .trace=${model?.trace}
            .position=${Math.min(step, model?.trace.steps.length ?? step)}
            .linked=${this.#linked}
            @chainwise-position=${(event: CustomEvent<{ position: number }>) =>
              this.state.set({ step: event.detail.position })}
          ></chainwise-graph>
        </div>
      </div>
    </section>`;
  }

  #ledger(model: FullNetwork | undefined) {
    // The two numbers that go into one node with weights of their own, or the two inputs.
    const beside = model?.program.layers[0]?.weights.find((row) => row.includes(model.weight)) ?? model?.program.inputs;
    const paths = new Map(
      (beside ?? []).flatMap((name) => {
        const found = model?.paths(name);
        return found ? [[name, found] as const] : [];
      }),
    );
    return html`<section class="scene wide">
      <div class="prose two">
        <h2>${text.ledger.title}</h2>
        ${paragraphs(text.ledger.paragraphs)}
      </div>
      <div class="stage">
        <div class="panel ledger-panel">
          <chainwise-path-ledger .trace=${model?.trace} .paths=${paths} .linked=${this.#linked}></chainwise-path-ledger>
        </div>
      </div>
    </section>`;
  }

  #growth(model: FullNetwork | undefined) {
    const { layers, units } = this.state.values;
    return html`<section class="scene">
      <div class="prose">
        <h2>${text.growth.title}</h2>
        ${paragraphs(text.growth.paragraphs)}
      </div>
      <div class="stage">
        <div class="panel growth-panel">
          <chainwise-path-growth
            .engine=${model?.engine}
            .layers=${layers}
            .units=${units}
            @chainwise-growth=${(event: CustomEvent<{ layers?: number; units?: number }>) =>
              this.state.set(event.detail)}
          ></chainwise-path-growth>
        </div>
      </div>
    </section>`;
  }

  #tree(model: FullNetwork | undefined) {
    return html`<section class="scene wide">
      <div class="prose two">
        <h2>${text.tree.title}</h2>
        ${paragraphs(text.tree.paragraphs)}
      </div>
      <div class="stage">
        <div class="panel tree-panel">
          ${
            model
              ? choice(
                  text.tree.choose,
                  model.program.parameters,
                  this.looked,
                  (one) => html`<kit-formula .tex=${model.tex(one)}></kit-formula>`,
                  (one) => (this.looked = one),
                  true,
                )
              : nothing
          }
          ${model ? valueSlider(this.state, model, this.looked) : nothing}
          <chainwise-gradient-tree
            .trace=${model?.trace}
            .name=${this.looked}
            .explain=${model?.explain}
            .deltas=${model?.deltas ?? {}}
            .linked=${this.#linked}
          ></chainwise-gradient-tree>
        </div>
      </div>
    </section>`;
  }

  #matrices(model: FullNetwork | undefined) {
    return html`<section class="scene wide">
      <div class="prose two">
        <h2>${text.matrices.title}</h2>
        ${paragraphs(text.matrices.paragraphs)}
      </div>
      <div class="stage">
        <div class="panel matrix-panel">
          ${netChoice(this.state)}
          <chainwise-matrices
            .trace=${model?.trace}
            .program=${model?.program}
            .linked=${this.#linked}
          ></chainwise-matrices>
        </div>
      </div>
    </section>`;
  }

  #code(model: FullNetwork | undefined) {
    const { language } = this.state.values;
    return html`<section class="scene wide">
      <div class="prose two">
        <h2>${text.code.title}</h2>
        ${paragraphs(text.code.paragraphs)}
      </div>
      <div class="stage pair">
        <div class="panel code-panel">
          <chainwise-listing
            .trace=${model?.trace}
            .lines=${model?.listing(language) ?? []}
            .language=${language}
            .linked=${this.#linked}
            @chainwise-language=${(event: CustomEvent<{ language: typeof language }>) => this.state.set(event.detail)}
          ></chainwise-listing>
        </div>
        <div class="panel table-panel">
          <chainwise-node-table .trace=${model?.backward} .linked=${this.#linked}></chainwise-node-table>
        </div>
      </div>
    </section>`;
  }
}

define("lesson-backpropagation", LessonBackpropagation);

declare global {
  interface HTMLElementTagNameMap {
    "lesson-backpropagation": LessonBackpropagation;
  }
}
