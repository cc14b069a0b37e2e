/** The lesson's page: from secant to tangent, the derivative as a curve, the rules, the table, kinks and gaps. */
import { html } from "lit";
import type { Chainwise } from "../../engine/api";
import "../../figures/function-field";
import { FunctionStudy, type Setting } from "../../figures/function-study";
import "../../figures/secant";
import { define } from "../../kit/element";
import { numberTex } from "../../kit/number-text";
import { rich } from "../../kit/rich-text";
import "../../kit/scrub";
import { text } from "../../locale/lessons/derivatives";
import { LessonPage } from "../lesson-page";
import { checks, paragraphs, summary } from "../parts";
import { makeState, table } from "./state";

/** One for each rule; the prose beside them says the rule. */
const kRules = ["3*x^2", "x^2 + sin(x)", "x*sin(x)", "sin(x)/x"] as const;

export class LessonDerivatives extends LessonPage {
  static override properties = { ...LessonPage.properties, study: { state: true }, rule: { state: true } };
  declare protected study: FunctionStudy | undefined;
  declare protected rule: number;
  readonly state = makeState();
  #rules: FunctionStudy[] = [];
  #kink: FunctionStudy | undefined;
  protected override readonly late = {
    ".curves": () => import("../../figures/function-plot"),
    "chainwise-derivation": () => import("../../figures/derivation"),
    ".wide": () => import("../../figures/derivative-table"),
  };

  constructor() {
    super();
    this.rule = 0;
  }

  protected override begin(engine: Chainwise): void {
    const { expression, x } = this.state.values;
    this.#rules = kRules.map((source) => new FunctionStudy(engine, source, { x: 1 }, "f"));
    this.#kink = new FunctionStudy(engine, "abs(x)", { x: 0 }, "f");
    this.study = new FunctionStudy(engine, expression, { x }, "f");
  }

  protected override follow(changed: ReadonlySet<string>): void {
    const { expression, x } = this.state.values;
    this.study?.change({ x, ...(changed.has("expression") ? { text: expression } : {}) });
  }

  #change = (event: CustomEvent<Partial<Setting>>): void => {
    const { text: typed, x } = event.detail;
    if (typed !== undefined) {
      this.study?.change({ text: typed });
      if (!this.study?.error && typed.length <= 500) this.state.set({ expression: typed });
    }
    if (x !== undefined) this.state.set({ x });
  };

  protected override render() {
    return html`
      ${this.head("derivatives", text.question)}
      <div @chainwise-change=${this.#change}>${this.#secant()} ${this.#curves()}</div>
      ${this.#ruleBook()} ${this.#table()} ${this.#kinks()} ${checks(text.checks, this.study?.engine)}
      ${summary(text.summary)}
    `;
  }

  #secant() {
    const { h } = this.state.values;
    const { title, before, task, after } = text.secant;
    return html`<section class="scene split">
      <div class="prose">
        <h2>${title}</h2>
        ${paragraphs(before)}
        <p class="task">${rich(task)}</p>
      </div>
      <div class="stage">
        <div class="panel">
          <chainwise-secant
            .study=${this.study}
            .distance=${h}
            @chainwise-distance=${(event: CustomEvent<{ distance: number }>) =>
              this.state.set({ h: event.detail.distance })}
          ></chainwise-secant>
        </div>
      </div>
      <div class="prose">
        ${paragraphs(after)}
        <p>
          ${rich(text.secant.at)}
          <kit-scrub
            .label=${"x"}
            .value=${this.state.values.x}
            .min=${-4}
            .max=${4}
            .step=${table.x.step}
            @kit-change=${(event: CustomEvent<{ value: number }>) => this.state.set({ x: event.detail.value })}
          ></kit-scrub>
          ${this.study ? rich(text.secant.slope(numberTex(this.study.slope))) : ""}
        </p>
      </div>
    </section>`;
  }

  #curves() {
    return html`<section class="scene curves">
      <div class="prose">
        <h2>${text.curve.title}</h2>
        ${paragraphs(text.curve.paragraphs)}
        <chainwise-function compact .study=${this.study}></chainwise-function>
      </div>
      <div class="stage">
        <div class="panel"><chainwise-plot .study=${this.study}></chainwise-plot></div>
      </div>
    </section>`;
  }

  #ruleBook() {
    return html`<section class="scene">
      <div class="prose">
        <h2>${text.rules.title}</h2>
        ${paragraphs(text.rules.paragraphs)}
      </div>
      <div class="stage">
        <div class="panel">
          <div class="button-row ui" role="radiogroup" aria-label=${text.rules.choose}>
            ${text.rules.names.map(
              (name, index) =>
                html`<button
                  type="button"
                  class="button"
                  role="radio"
                  aria-checked=${index === this.rule}
                  @click=${() => (this.rule = index)}
                >
                  ${name}
                </button>`,
            )}
          </div>
          <chainwise-derivation .study=${this.#rules[this.rule]} detail="all" fixed></chainwise-derivation>
        </div>
      </div>
    </section>`;
  }

  #table() {
    return html`<section class="scene wide">
      <div class="prose two">
        <h2>${text.table.title}</h2>
        ${paragraphs(text.table.paragraphs)}
      </div>
      <div class="stage">
        <div class="panel">
          <chainwise-derivative-table
            .engine=${this.study?.engine}
            @chainwise-function=${(event: CustomEvent<{ expression: string }>) => {
              this.state.set(event.detail);
              this.querySelector(".curves")?.scrollIntoView();
            }}
          ></chainwise-derivative-table>
        </div>
      </div>
    </section>`;
  }

  #kinks() {
    return html`<section class="scene">
      <div class="prose">
        <h2>${text.kinks.title}</h2>
        ${paragraphs(text.kinks.paragraphs)}
      </div>
      <div class="stage">
        <div
          class="panel"
          @chainwise-change=${(event: CustomEvent<Partial<Setting>>) => {
            this.#kink?.change(event.detail);
          }}
        >
          <chainwise-plot .study=${this.#kink}></chainwise-plot>
        </div>
      </div>
    </section>`;
  }
}

define("lesson-derivatives", LessonDerivatives);

declare global {
  interface HTMLElementTagNameMap {
    "lesson-derivatives": LessonDerivatives;
  }
}
