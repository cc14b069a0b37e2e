/** The lesson's page: its state, its model, and the order of its parts. */
import { html, nothing } from "lit";
import type { Chainwise } from "../../engine/api";
import "../../figures/descent-curve";
import type { CurveView } from "../../figures/descent-curve";
import type { networkHeights } from "../../figures/network-heights";
import type { LandscapeSetting } from "../../figures/typed-landscape-model";
import { define } from "../../kit/element";
import { rich } from "../../kit/rich-text";
import "../../kit/scrub";
import "../../kit/slider";
import { text } from "../../locale/lessons/gradient-descent";
import { LessonPage } from "../lesson-page";
import { checks, paragraphs, summary } from "../parts";
import { numberSliders } from "../small-network/numbers";
import { DescentLesson } from "./model";
import "./page.css";
import { makeState, table, type LessonValues } from "./state";
import { signs, workedLines } from "./worked";

const kStaying = ["x", "y", "b1", "w2", "b2"] as const;
/** As the lesson "A very small network" begins. */
const kNumbersOfLesson3 = { x: 1.5, y: 1, w1: 0.8, b1: 0.1, w2: -1.2, b2: -0.3 };
const kUnit = ["ux", "uw", "ub", "uy", "ueta"] as const;
const kUnitTex = { ux: "x", uw: "w", ub: "b", uy: "y", ueta: "\\eta" };

export class LessonGradientDescent extends LessonPage {
  static override properties = { ...LessonPage.properties, model: { state: true }, heights: { state: true } };
  declare protected model: DescentLesson | undefined;
  /** Fetched late, with the map that needs it. */
  declare protected heights: typeof networkHeights | undefined;
  readonly state = makeState();
  protected override readonly late = {
    ".later": () =>
      Promise.all([
        import("../../figures/network-heights").then(({ networkHeights }) => (this.heights = networkHeights)),
        import("../../figures/rate-finder"),
        import("../../figures/contour-descent"),
      ]),
    "chainwise-typed-landscape": () => import("../../figures/typed-landscape"),
  };

  protected override begin(engine: Chainwise): void {
    this.model ??= new DescentLesson(engine, this.state.values);
  }

  protected override follow(): void {
    if (this.model) this.model.values = this.state.values;
  }

  #set = (change: Partial<LessonValues>): void => this.state.set(change);

  protected override render() {
    const { model } = this;
    return html`
      ${this.head("gradient-descent", text.question)} ${this.#hand(model)} ${this.#worked(model)} ${this.#rate(model)}
      ${this.#contours(model)} ${this.#anyCost(model)} ${this.#mistake(model)} ${checks(text.checks, model?.engine)}
      ${summary(text.summary)}
    `;
  }

  #hand(model: DescentLesson | undefined) {
    const { values } = this.state;
    return html`<section class="scene split">
      <div class="prose">
        <h2>${text.hand.title}</h2>
        ${paragraphs(text.hand.before)}
      </div>
      <div class="stage">
        <div class="panel">
          <chainwise-descent-curve
            .path=${model?.alongW1}
            .steps=${values.steps}
            .window=${[table.w1.min, table.w1.max]}
            .minRate=${table.eta.min}
            .maxRate=${table.eta.max}
            tex="w_1"
            name="w₁"
            .view=${values.view}
            @chainwise-start=${({ detail }: CustomEvent<{ values: number[] }>) =>
              this.#set({ w1: detail.values[0] ?? values.w1, steps: 0 })}
            @chainwise-steps=${({ detail }: CustomEvent<{ steps: number }>) => this.#set(detail)}
            @chainwise-view=${({ detail }: CustomEvent<{ view: CurveView }>) => this.#set(detail)}
            @chainwise-rate=${({ detail }: CustomEvent<{ value: number }>) => this.#set({ eta: detail.value })}
          ></chainwise-descent-curve>
          ${this.#staying()}
        </div>
      </div>
      <div class="prose">
        ${paragraphs(text.hand.after)}
        <p class="aside">${rich(text.hand.aside)}</p>
      </div>
    </section>`;
  }

  #staying() {
    const { numbers, restore, ofLesson3 } = text.hand;
    return html`<details class="ui staying">
      <summary>${numbers}</summary>
      ${numberSliders(kStaying, table, this.state.values, this.#set)}
      <div class="button-row">
        <button type="button" class="button" @click=${this.#restore}>${restore}</button>
        <button type="button" class="button" @click=${() => this.#set({ ...kNumbersOfLesson3, steps: 0 })}>
          ${ofLesson3}
        </button>
      </div>
    </details>`;
  }

  #restore = (): void => {
    const { x, y, w1, b1, w2, b2 } = table;
    this.#set({
      x: x.initial,
      y: y.initial,
      w1: w1.initial,
      b1: b1.initial,
      w2: w2.initial,
      b2: b2.initial,
      steps: 0,
    });
  };

  #worked(model: DescentLesson | undefined) {
    return html`<section class="scene">
      <div class="prose">
        <h2>${text.worked.title}</h2>
        ${paragraphs(text.worked.paragraphs)}
        <p>${text.worked.given}</p>
        <p class="given">
          ${kUnit.map(
            (name) =>
              html`<span class="keep-together"
                >${rich(`$${kUnitTex[name]} =$`)}
                <kit-scrub
                  .label=${text.worked.names[name]}
                  .value=${this.state.values[name]}
                  .min=${table[name].min}
                  .max=${table[name].max}
                  .step=${table[name].step}
                  data-name=${name}
                  @kit-change=${(event: CustomEvent<{ value: number }>) => this.#set({ [name]: event.detail.value })}
                ></kit-scrub
              ></span>`,
          )}
        </p>
      </div>
      <div class="stage">
        <div class="panel">
          ${model ? workedLines(model.unit("down")) : nothing}
          <div class="button-row">
            <button type="button" class="button" @click=${this.#restoreUnit}>${text.worked.first}</button>
          </div>
        </div>
      </div>
    </section>`;
  }

  #restoreUnit = (): void => this.#set(Object.fromEntries(kUnit.map((name) => [name, table[name].initial])));

  #rate(model: DescentLesson | undefined) {
    const { values } = this.state;
    return html`<section class="scene later">
      <div class="prose">
        <h2>${text.rate.title}</h2>
        ${paragraphs(text.rate.paragraphs)}
        <p class="aside">${rich(text.rate.aside)}</p>
      </div>
      <div class="stage">
        <div class="panel">
          <label class="which ui"
            ><span>${text.rate.which}</span>
            <select
              @change=${(event: Event) => this.#set({ of: (event.target as HTMLSelectElement).selectedIndex ? "network" : "unit" })}
            >
              ${(["unit", "network"] as const).map(
                (of) => html`<option ?selected=${of === values.of}>${text.rate.choices[of]}</option>`,
              )}
            </select></label
          >
          <chainwise-rate-finder
            .engine=${model?.engine}
            .learner=${model?.learner}
            .rate=${values.rate}
            @chainwise-rate=${({ detail }: CustomEvent<{ value: number }>) => this.#set({ rate: detail.value })}
          ></chainwise-rate-finder>
        </div>
      </div>
    </section>`;
  }

  #contours(model: DescentLesson | undefined) {
    const { values } = this.state;
    return html`<section class="scene">
      <div class="prose">
        <h2>${text.contours.title}</h2>
        ${paragraphs(text.contours.paragraphs)}
        <p class="aside">${rich(text.contours.tall)}</p>
      </div>
      <div class="stage">
        <div class="panel">
          <chainwise-contour-descent
            .heights=${this.heights && model?.mapHeights(this.heights)}
            .path=${model?.onMap}
            .steps=${values.walk}
            .most=${table.walk.max}
            .window=${[table.p.min, table.p.max]}
            @chainwise-start=${({ detail: { values: at } }: CustomEvent<{ values: number[] }>) =>
              this.#set({ p: at[0] ?? values.p, q: at[1] ?? values.q, walk: 0 })}
            @chainwise-steps=${({ detail }: CustomEvent<{ steps: number }>) => this.#set({ walk: detail.steps })}
          ></chainwise-contour-descent>
          <kit-slider
            tex="\\eta"
            .label=${text.worked.names.ueta}
            role-of="derivative"
            .min=${table.lr.min}
            .max=${table.lr.max}
            .step=${0.1}
            .value=${values.lr}
            @kit-change=${(event: CustomEvent<{ value: number }>) => this.#set({ lr: event.detail.value })}
          ></kit-slider>
        </div>
      </div>
    </section>`;
  }

  #anyCost(model: DescentLesson | undefined) {
    const { J, ja, jb, jlr, jsteps, reach } = this.state.values;
    return html`<section class="scene wide any-cost">
      <div class="prose two">
        <h2>${text.any.title}</h2>
        ${paragraphs(text.any.paragraphs)}
        <p class="task">${rich(text.any.task)}</p>
      </div>
      <div class="stage">
        <div class="panel">
          <chainwise-typed-landscape
            .engine=${model?.engine}
            .setting=${{ J, ja, jb, jlr, jsteps, reach }}
            .most=${table.jsteps.max}
            @chainwise-change=${({ detail }: CustomEvent<Partial<LandscapeSetting>>) => this.#set(detail)}
          ></chainwise-typed-landscape>
        </div>
      </div>
    </section>`;
  }

  #mistake(model: DescentLesson | undefined) {
    return html`<section class="scene">
      <div class="prose">
        <h2>${text.mistake.title}</h2>
        ${paragraphs(text.mistake.paragraphs)}
      </div>
      <div class="stage">
        <div class="panel">${model ? signs(model.unit("down"), model.unit("up")) : nothing}</div>
      </div>
    </section>`;
  }
}

define("lesson-gradient-descent", LessonGradientDescent);

declare global {
  interface HTMLElementTagNameMap {
    "lesson-gradient-descent": LessonGradientDescent;
  }
}
