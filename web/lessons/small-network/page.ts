/**
 * The lesson's page: its state, its model, and the order of its parts. Each part is a scene; the figures in it all
 * show the one model.
 */
import { html, nothing } from "lit";
import type { Chainwise } from "../../engine/api";
import "../../figures/descent-step";
import "../../figures/gradient-card";
import "../../figures/gradient-proof";
import "../../figures/graph";
import type { Update } from "../../figures/graph-trace";
import { define } from "../../kit/element";
import { Linked } from "../../kit/linked";
import { networkWords } from "../../locale/network-figures";
import { text } from "../../locale/lessons/small-network";
import { LessonPage } from "../lesson-page";
import { checks, paragraphs, summary } from "../parts";
import "./page.css";
import { fiveLines } from "./five-lines";
import { kInputs, kParameters, SmallNetwork, type Numbers } from "./model";
import { kDeltas, numberSliders } from "./numbers";
import { makeState, table } from "./state";

export class LessonSmallNetwork extends LessonPage {
  static override properties = { ...LessonPage.properties, model: { state: true }, history: { state: true } };
  declare protected model: SmallNetwork | undefined;
  /** The parameters before each step that was taken here. */
  declare protected history: readonly Partial<Numbers>[];
  readonly state = makeState();
  readonly #linked = new Linked();
  /** The largest figure is the last one. */
  protected override readonly late = { ".training-panel": () => import("../../figures/training") };

  constructor() {
    super();
    this.history = [];
  }

  /** For symbols of the text that light what the figures show. */
  get pointing() {
    return this.model && { linked: this.#linked, nodes: this.model.trace.graph.nodes };
  }

  protected override begin(engine: Chainwise): void {
    this.model ??= new SmallNetwork(engine, this.state.values);
  }

  protected override follow(): void {
    if (this.model) this.model.numbers = this.state.values;
  }

  #take = (): void => {
    if (!this.model) return;
    const { values } = this.state;
    this.history = [...this.history, Object.fromEntries(kParameters.map((name) => [name, values[name]]))];
    this.state.set(Object.fromEntries(this.model.descent.updates.map(({ name, after }) => [name, after])));
  };

  #undo = (): void => {
    const before = this.history.at(-1);
    if (!before) return;
    this.history = this.history.slice(0, -1);
    this.state.set(before);
  };

  protected override render() {
    const { model } = this;
    return html`
      ${this.head("small-network", text.question)} ${this.#lines(model)} ${this.#graph(model)} ${this.#chain(model)}
      ${this.#proof(model)} ${this.#step(model)} ${this.#larger()} ${checks(text.checks, model?.engine)}
      ${summary(text.summary)}
    `;
  }

  #lines(model: SmallNetwork | undefined) {
    const { title, paragraphs: first, inner, restore } = text.lines;
    return html`<section class="scene split">
      <div class="prose">
        <h2>${title}</h2>
        ${paragraphs(first)}
      </div>
      <div class="stage">
        <div class="panel lines-panel">
          ${this.#sliders()} ${model ? fiveLines(model) : nothing}
          <button type="button" class="button" @click=${this.#restore}>${restore}</button>
        </div>
      </div>
      <div class="prose">${paragraphs(inner)}</div>
    </section>`;
  }

  #restore = (): void => {
    this.history = [];
    this.state.set(Object.fromEntries(kInputs.map((name) => [name, table[name].initial])));
  };

  #sliders() {
    return numberSliders(kInputs, table, this.state.values, (change) => {
      this.history = [];
      this.state.set(change);
    });
  }

  #graph(model: SmallNetwork | undefined) {
    return html`<section class="scene wide">
      <div class="prose two">
        <h2>${text.graph.title}</h2>
        ${paragraphs(text.graph.paragraphs)}
      </div>
      <div class="stage">
        <div class="panel graph-panel">
          ${
            model
              ? html`<chainwise-graph
                  .trace=${model.trace}
                  .position=${this.state.values.step}
                  .linked=${this.#linked}
                  @chainwise-position=${(event: CustomEvent<{ position: number }>) =>
                    this.state.set({ step: event.detail.position })}
                ></chainwise-graph>`
              : nothing
          }
          ${this.#sliders()}
        </div>
      </div>
    </section>`;
  }

  #chain(model: SmallNetwork | undefined) {
    return html`<section class="scene wide">
      <div class="prose two">
        <h2>${text.chain.title}</h2>
        ${paragraphs(text.chain.paragraphs)}
      </div>
      <div class="stage with-aside">
        <div class="panel">
          ${
            model
              ? html`<chainwise-gradient-card
                  .trace=${model.trace}
                  .names=${["w2", "b2", "w1", "b1"]}
                  .deltas=${kDeltas}
                  .linked=${this.#linked}
                ></chainwise-gradient-card>`
              : nothing
          }
        </div>
        <div class="prose">${paragraphs(text.chain.asides)}</div>
      </div>
    </section>`;
  }

  #proof(model: SmallNetwork | undefined) {
    return html`<section class="scene">
      <div class="prose">
        <h2>${text.proof.title}</h2>
        ${paragraphs(text.proof.paragraphs)}
      </div>
      <div class="stage">
        <div class="panel">
          ${
            model
              ? html`<chainwise-gradient-proof
                  .trace=${model.trace}
                  .proofs=${model.proofs}
                ></chainwise-gradient-proof>`
              : nothing
          }
        </div>
      </div>
    </section>`;
  }

  #step(model: SmallNetwork | undefined) {
    return html`<section class="scene">
      <div class="prose">
        <h2>${text.step.title}</h2>
        ${paragraphs(text.step.paragraphs)}
      </div>
      <div class="stage">
        <div class="panel">
          ${
            model
              ? html`<chainwise-descent-step
                  .trace=${model.trace}
                  .descent=${model.descent}
                  .rate=${this.state.values.eta}
                  .minRate=${table.eta.min}
                  .maxRate=${table.eta.max}
                  .taken=${this.history.length}
                  .notice=${model.descent.updates.some(leavesSlider) ? networkWords.descent.atLimit : ""}
                  @chainwise-take=${this.#take}
                  @chainwise-undo=${this.#undo}
                  @chainwise-rate=${(event: CustomEvent<{ value: number }>) => this.state.set({ eta: event.detail.value })}
                ></chainwise-descent-step>`
              : nothing
          }
        </div>
      </div>
    </section>`;
  }

  #larger() {
    return html`<section class="scene wide">
      <div class="prose two">
        <h2>${text.larger.title}</h2>
        ${paragraphs(text.larger.paragraphs)}
      </div>
      <div class="stage">
        <div class="panel training-panel">
          <chainwise-training
            .settings=${this.state.values}
            @chainwise-settings=${(event: CustomEvent<object>) => this.state.set(event.detail)}
          ></chainwise-training>
        </div>
      </div>
    </section>`;
  }
}

function leavesSlider({ name, after }: Update): boolean {
  const field = kParameters.find((parameter) => parameter === name);
  return field !== undefined && (after < table[field].min || after > table[field].max);
}

define("lesson-small-network", LessonSmallNetwork);

declare global {
  interface HTMLElementTagNameMap {
    "lesson-small-network": LessonSmallNetwork;
  }
}
