/**
 * The lesson's page. Two studies share one point x: the running example, which stays, and the reader's own function.
 */
import { html, nothing } from "lit";
import type { Chainwise } from "../../engine/api";
import { neatTex, numberTex } from "../../kit/number-text";
import "../../figures/derivation";
import type { Detail } from "../../figures/derivation";
import "../../figures/function-field";
import "../../figures/function-plot";
import { FunctionStudy, type Setting } from "../../figures/function-study";
import "../../figures/number-lines";
import "../../figures/proof";
import { define } from "../../kit/element";
import { rich } from "../../kit/rich-text";
import "../../kit/scrub";
import { text } from "../../locale/lessons/chain-rule";
import { LessonPage } from "../lesson-page";
import { checks, paragraphs, summary } from "../parts";
import { mistakes } from "./mistakes";
import "./page.css";
import { kExample, kLongestInLink, makeState, table } from "./state";

export class LessonChainRule extends LessonPage {
  static override properties = { ...LessonPage.properties, study: { state: true }, example: { state: true } };
  /** The reader's function. */
  declare protected study: FunctionStudy | undefined;
  /** log(2 + cos x), whatever the reader types. */
  declare protected example: FunctionStudy | undefined;
  readonly state = makeState();

  protected override readonly late = { "chainwise-four-views": () => import("../../figures/four-views") };

  protected override begin(engine: Chainwise): void {
    const { expression, variable, x, at } = this.state.values;
    this.example ??= new FunctionStudy(engine, kExample, { x });
    this.study ??= new FunctionStudy(engine, expression, { variable, x, others: at });
  }

  protected override follow(changed: ReadonlySet<string>): void {
    const { expression, variable, x, at } = this.state.values;
    if (changed.has("x")) this.example?.change({ x });
    this.study?.change({ variable, x, others: at, ...(changed.has("expression") ? { text: expression } : {}) });
  }

  #change = (event: CustomEvent<Partial<Setting>>): void => {
    const { text: typed, variable, x, others } = event.detail;
    if (typed !== undefined) {
      this.study?.change({ text: typed });
      // The link carries the last function that made sense, as the figures show it.
      if (!this.study?.error && typed.length <= kLongestInLink) this.state.set({ expression: typed });
    }
    this.state.set({
      ...(variable === undefined ? {} : { variable }),
      ...(x === undefined ? {} : { x }),
      ...(others === undefined ? {} : { at: others }),
    });
  };

  protected override render() {
    return html`
      ${this.head("chain-rule", text.question)}
      <div @chainwise-change=${this.#change}>
        ${this.#idea()} ${this.#worked()} ${this.#own()}
        <section class="scene wide"><chainwise-four-views .study=${this.study}></chainwise-four-views></section>
        ${this.#mistake()} ${checks(text.checks, this.study?.engine)} ${summary(text.summary)}
      </div>
    `;
  }

  #idea() {
    const { before, task, after, aside } = text.idea;
    return html`<section class="scene split">
      <div class="prose">
        <h2>${text.idea.title}</h2>
        ${paragraphs(before)}
      </div>
      <div class="stage">
        <div class="panel"><chainwise-number-lines .study=${this.example}></chainwise-number-lines></div>
      </div>
      <div class="prose">
        <p class="task">${rich(task)}</p>
        ${paragraphs(after)}
        <p class="aside">${rich(aside)}</p>
      </div>
    </section>`;
  }

  #worked() {
    return html`<section class="scene wide">
      <div class="prose two">
        <h2>${text.worked.title}</h2>
        ${paragraphs(text.worked.paragraphs)}
      </div>
      <div class="stage">
        <div class="panel">
          <chainwise-derivation
            class="example"
            .study=${this.example}
            detail="main"
            numbers
            fixed
          ></chainwise-derivation>
        </div>
      </div>
      <p class="prose live">${this.example ? this.#threeWays(this.example) : nothing}</p>
    </section>`;
  }

  #threeWays(study: FunctionStudy) {
    const { chain, proof } = study;
    if (!proof) return nothing;
    const factors = chain.links.slice(1).reverse();
    const product = factors.map((link, i) => neatTex(link.slope, 3, i > 0)).join(" \\cdot ");
    const { x } = table;
    return html`${rich(text.worked.at)}
      <kit-scrub
        .label=${"x"}
        .value=${study.x}
        .min=${-10}
        .max=${10}
        .step=${x.step}
        @kit-change=${(event: CustomEvent<{ value: number }>) => this.state.set({ x: event.detail.value })}
      ></kit-scrub>
      ${rich(
        text.worked.says(
          product,
          neatTex(proof.symbolic),
          neatTex(proof.reverse),
          numberTex(proof.difference),
          numberTex(proof.step, 1).replace("1 \\cdot ", ""),
        ),
      )}`;
  }

  #own() {
    const { study } = this;
    const { detail, numbers } = this.state.values;
    return html`<section class="scene wide" id="own">
      <div class="prose two">
        <h2>${text.own.title}</h2>
        ${paragraphs(text.own.paragraphs)}
      </div>
      <div class="stage pair">
        <div class="column">
          <div class="panel"><chainwise-function .study=${study}></chainwise-function></div>
          <div class="panel">
            <h3>${text.own.check}</h3>
            <chainwise-proof .study=${study}></chainwise-proof>
          </div>
        </div>
        <div class="column">
          <div class="panel">
            <h3>${text.own.graphs}</h3>
            <chainwise-plot .study=${study}></chainwise-plot>
          </div>
        </div>
      </div>
      <div class="stage">
        <div class="panel">
          <h3>${text.own.steps}</h3>
          <chainwise-derivation
            .study=${study}
            .detail=${detail}
            .numbers=${numbers === "on"}
            @chainwise-detail=${(event: CustomEvent<{ detail: Detail }>) => this.state.set(event.detail)}
            @chainwise-numbers=${(event: CustomEvent<{ numbers: boolean }>) =>
              this.state.set({ numbers: event.detail.numbers ? "on" : "off" })}
          ></chainwise-derivation>
        </div>
        <div class="panel">
          <h3>${text.own.chain}</h3>
          <chainwise-number-lines .study=${study}></chainwise-number-lines>
        </div>
      </div>
    </section>`;
  }

  #mistake() {
    return html`<section class="scene">
      <div class="prose">
        <h2>${text.mistake.title}</h2>
        ${paragraphs(text.mistake.paragraphs)}
      </div>
      <div class="stage">
        <div class="panel">${this.example ? mistakes(this.example, (x) => this.state.set({ x })) : nothing}</div>
      </div>
    </section>`;
  }
}

define("lesson-chain-rule", LessonChainRule);

declare global {
  interface HTMLElementTagNameMap {
    "lesson-chain-rule": LessonChainRule;
  }
}
