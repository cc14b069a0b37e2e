/**
 * The lesson's page: its state, its model, and the order of its parts. Each part is a scene; the figures in it all
 * show the one model.
 */
import { html, nothing } from "lit";
import "../../figures/descent-step";
import "../../figures/gradient-card";
import "../../figures/gradient-proof";
import "../../figures/graph";
import type { Update } from "../../figures/graph-trace";
import { sharedEngine } from "../../figures/shared-engine";
import { define, KitElement } from "../../kit/element";
import { watchScreen } from "../../kit/on-screen";
import { Linked } from "../../kit/linked";
import "../../kit/slider";
import { words } from "../../locale";
import { networkWords } from "../../locale/network-figures";
import { text } from "../../locale/lessons/small-network";
import { checks, paragraphs, summary } from "../parts";
import "./page.css";
import { fiveLines } from "./five-lines";
import { kInputs, kParameters, SmallNetwork, type InputName, type Numbers } from "./model";
import { makeState, table } from "./state";

const kTex: Record<InputName, string> = { x: "x", y: "y", w1: "w_1", b1: "b_1", w2: "w_2", b2: "b_2" };
const kDeltas = { z2: "\\delta_2", z1: "\\delta_1" };

export class LessonSmallNetwork extends KitElement {
  static override properties = { model: { state: true }, failed: { state: true }, history: { state: true } };
  declare protected model: SmallNetwork | undefined;
  declare protected failed: boolean;
  /** The parameters before each step that was taken here. */
  declare protected history: readonly Partial<Numbers>[];
  protected override lazy = false;
  readonly state = makeState();
  readonly #linked = new Linked();
  #unsubscribe: (() => void) | undefined;
  #unwatch: (() => void) | undefined;

  constructor() {
    super();
    this.failed = false;
    this.history = [];
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.classList.add("lesson");
    this.#unsubscribe = this.state.subscribe(() => {
      if (this.model) this.model.numbers = this.state.values;
      this.requestUpdate();
    });
    sharedEngine().then(
      (engine) => (this.model ??= new SmallNetwork(engine, this.state.values)),
      () => (this.failed = true),
    );
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unsubscribe?.();
    this.#unwatch?.();
  }

  /** The largest figure is the last one: it is fetched when a reader comes near it. */
  protected override firstUpdated(): void {
    const place = this.querySelector(".training-panel");
    if (place) this.#unwatch = watchScreen(place, (near) => near && void import("../../figures/training"));
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
      <header class="lesson-head">
        <h1>${words.course["small-network"].title}</h1>
        <p class="lead">${text.question}</p>
      </header>
      ${this.failed ? html`<p class="caption">${words.site.engineFailed}</p>` : nothing} ${this.#lines(model)}
      ${this.#graph(model)} ${this.#chain(model)} ${this.#proof(model)} ${this.#step(model)} ${this.#larger()}
      ${checks(text.checks, model?.engine)} ${summary(text.summary)}
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
          ${this.#sliders(kInputs)} ${model ? fiveLines(model) : nothing}
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

  #sliders(names: readonly InputName[]) {
    return html`<div class="sliders">
      ${names.map((name) => {
        const { min, max, step } = table[name];
        return html`<kit-slider
          .tex=${kTex[name]}
          .label=${text.names[name]}
          role-of=${name === "x" || name === "y" ? "data" : "parameter"}
          .min=${min}
          .max=${max}
          .step=${step}
          .value=${this.state.values[name]}
          data-name=${name}
          @kit-change=${(event: CustomEvent<{ value: number }>) => {
            this.history = [];
            this.state.set({ [name]: event.detail.value });
          }}
        ></kit-slider>`;
      })}
    </div>`;
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
          ${this.#sliders(kInputs)}
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
