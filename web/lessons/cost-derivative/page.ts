/** The lesson's page: a nudge to try, the derivation on paper, σ', the shared part, factors as bars, and by hand. */
import { html, nothing } from "lit";
import type { Chainwise } from "../../engine/api";
import "../../figures/derivation";
import { FunctionStudy } from "../../figures/function-study";
import { define } from "../../kit/element";
import { Linked } from "../../kit/linked";
import { numberTex } from "../../kit/number-text";
import { rich } from "../../kit/rich-text";
import "../../kit/scrub";
import { text } from "../../locale/lessons/cost-derivative";
import { LessonPage } from "../lesson-page";
import { checks, paragraphs, summary } from "../parts";
import { kInputs, kParameters, kSource, SmallNetwork, type InputName } from "../small-network/model";
import { kDeltas, kTex, numberSliders } from "../small-network/numbers";
import { nudges } from "./nudges";
import "./page.css";
import { makeState, table } from "./state";

export class LessonCostDerivative extends LessonPage {
  static override properties = { ...LessonPage.properties, model: { state: true } };
  declare protected model: SmallNetwork | undefined;
  readonly state = makeState();
  readonly #linked = new Linked();
  #study: FunctionStudy | undefined;
  #sigmoid: FunctionStudy | undefined;
  #same = "";
  protected override readonly late = {
    ".shared": () =>
      Promise.all([
        import("../../figures/gradient-card"),
        import("../../figures/factor-bars"),
        import("../../figures/gradient-proof"),
        import("./by-hand"),
      ]),
    "chainwise-hand-rounding": () => import("../../figures/hand-rounding"),
  };

  /** For symbols of the text that light what the figures show. */
  get pointing() {
    return this.model && { linked: this.#linked, nodes: this.model.trace.graph.nodes };
  }

  protected override begin(engine: Chainwise): void {
    this.#study = new FunctionStudy(engine, kSource, { variable: this.state.values.by });
    this.#sigmoid = new FunctionStudy(engine, "1/(1+exp(-z))", { variable: "z", x: 1 }, "\\sigma");
    this.#same = sameSlope(engine);
    this.model = new SmallNetwork(engine, { ...this.state.values, eta: 0 });
    this.follow();
  }

  protected override follow(): void {
    const { model } = this;
    if (!model) return;
    const { values } = this.state;
    model.numbers = { ...values, eta: 0 };
    this.#study?.change({ variable: values.by, x: values[values.by], others: model.at });
  }

  protected override render() {
    const { model } = this;
    return html`
      ${this.head("cost-derivative", text.question)} ${this.#nudge(model)} ${this.#paper()} ${this.#slope()}
      ${this.#shared(model)} ${this.#bars(model)} ${this.#hand(model)} ${this.#decimals(model)} ${this.#mistake(model)}
      ${checks(text.checks, model?.engine)} ${summary(text.summary)}
    `;
  }

  #nudge(model: SmallNetwork | undefined) {
    const { title, paragraphs: before, after } = text.nudge;
    return html`<section class="scene split">
      <div class="prose">
        <h2>${title}</h2>
        ${paragraphs(before)}
      </div>
      <div class="stage">
        <div class="panel">
          ${model ? nudges(model) : nothing}
          <details class="ui">
            <summary>${text.nudge.numbers}</summary>
            ${this.#sliders(kInputs)}
          </details>
        </div>
      </div>
      <div class="prose">${paragraphs(after)}</div>
    </section>`;
  }

  #paper() {
    const { by } = this.state.values;
    return html`<section class="scene wide">
      <div class="prose two">
        <h2>${text.paper.title}</h2>
        ${paragraphs(text.paper.paragraphs)}
      </div>
      <div class="stage">
        <div class="panel">
          ${this.#choice(by)}
          <chainwise-derivation .study=${this.#study} detail="main" numbers></chainwise-derivation>
        </div>
      </div>
    </section>`;
  }

  #choice(by: (typeof kParameters)[number]) {
    return html`<div class="button-row ui" role="radiogroup" aria-label=${text.paper.choose}>
      <span aria-hidden="true">${text.paper.choose}</span>
      ${(["w2", "b2", "w1", "b1"] as const).map(
        (name) =>
          html`<button
            type="button"
            class="button"
            role="radio"
            aria-label=${name}
            aria-checked=${name === by}
            @click=${() => this.state.set({ by: name })}
          >
            ${rich(`$${kTex[name]}$`)}
          </button>`,
      )}
    </div>`;
  }

  #slope() {
    return html`<section class="scene wide">
      <div class="prose two">
        <h2>${text.slope.title}</h2>
        ${paragraphs(text.slope.paragraphs)}
      </div>
      <div class="stage">
        <div class="panel">
          <chainwise-derivation .study=${this.#sigmoid} detail="main" fixed></chainwise-derivation>
          <p class="verdict">${rich(this.#same)}</p>
        </div>
      </div>
    </section>`;
  }

  #shared(model: SmallNetwork | undefined) {
    // With x and y as plain numbers, the four parameters are all the names there are to derive by.
    const parametersOnly = kSource.replace(/\b[xy]\b/g, "(1)");
    const counts = model?.engine.paths(parametersOnly, "w1", model.at, { detail: "definitions" });
    return html`<section class="scene wide shared">
      <div class="prose two">
        <h2>${text.shared.title}</h2>
        ${paragraphs(text.shared.paragraphs)}
      </div>
      <div class="stage">
        <div class="panel">
          <chainwise-gradient-card
            .trace=${model?.trace}
            .names=${["w2", "b2", "w1", "b1"]}
            .deltas=${kDeltas}
            .linked=${this.#linked}
          ></chainwise-gradient-card>
        </div>
      </div>
      ${
        counts?.ok
          ? html`<p class="prose">
              ${rich(text.shared.count(counts.value.multiplications.all.pathSum, counts.value.multiplications.all.reverse))}
            </p>`
          : nothing
      }
    </section>`;
  }

  #bars(model: SmallNetwork | undefined) {
    return html`<section class="scene">
      <div class="prose">
        <h2>${text.bars.title}</h2>
        ${paragraphs(text.bars.paragraphs)}
        <p>
          ${rich(text.bars.drag)}
          <kit-scrub
            .label=${"b1"}
            .value=${this.state.values.b1}
            .min=${table.b1.min}
            .max=${table.b1.max}
            .step=${table.b1.step}
            @kit-change=${(event: CustomEvent<{ value: number }>) => this.state.set({ b1: event.detail.value })}
          ></kit-scrub
          >. ${rich(text.bars.watch)}
        </p>
      </div>
      <div class="stage">
        <div class="panel">
          <chainwise-factor-bars .trace=${model?.trace} name="w1" .linked=${this.#linked}></chainwise-factor-bars>
          ${this.#sliders(["x", "w1", "b1", "w2", "b2"])}
        </div>
      </div>
    </section>`;
  }

  #hand(model: SmallNetwork | undefined) {
    const { by } = this.state.values;
    return html`<section class="scene">
      <div class="prose">
        <h2>${text.hand.title}</h2>
        ${paragraphs(text.hand.paragraphs)}
        <p>
          ${model ? rich(text.hand.given(kInputs.map((name) => `${kTex[name]} = ${numberTex(model.at[name], 2)}`))) : nothing}
        </p>
      </div>
      <div class="stage">
        <div class="panel">
          ${this.#choice(by)}
          <chainwise-by-hand .model=${model} .numbers=${this.state.values} .parameter=${by}></chainwise-by-hand>
        </div>
      </div>
    </section>`;
  }

  #decimals(model: SmallNetwork | undefined) {
    const { by, decimals } = this.state.values;
    return html`<section class="scene">
      <div class="prose">
        <h2>${text.decimals.title}</h2>
        ${paragraphs(text.decimals.paragraphs)}
        <p class="task">${rich(text.decimals.task)}</p>
      </div>
      <div class="stage">
        <div class="panel">
          ${this.#choice(by)}
          <chainwise-hand-rounding
            .engine=${model?.engine}
            .source=${kSource}
            .at=${model?.at}
            .by=${by}
            .decimals=${decimals}
            @chainwise-decimals=${({ detail }: CustomEvent<{ decimals: number }>) => this.state.set(detail)}
          ></chainwise-hand-rounding>
        </div>
      </div>
    </section>`;
  }

  #mistake(model: SmallNetwork | undefined) {
    return html`<section class="scene">
      <div class="prose">
        <h2>${text.mistake.title}</h2>
        ${paragraphs(text.mistake.paragraphs)}
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

  #sliders(names: readonly InputName[]) {
    return numberSliders(names, table, this.state.values, (change) => this.state.set(change));
  }
}

/** That σ' is σ(1 - σ), said only if the engine finds it so. */
function sameSlope(engine: Chainwise): string {
  const derived = engine.differentiate("1/(1+exp(-z))", "z", { formats: ["text"] });
  const same = derived.ok && engine.equivalent(derived.value.derivative.text, "1/(1+exp(-z))*(1-1/(1+exp(-z)))");
  return same && same.ok && same.value.verdict === "equal" ? text.slope.same : "";
}

define("lesson-cost-derivative", LessonCostDerivative);

declare global {
  interface HTMLElementTagNameMap {
    "lesson-cost-derivative": LessonCostDerivative;
  }
}
