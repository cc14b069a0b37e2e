/**
 * The lesson's page: its state and the order of its parts. The figures make their own models; they are fetched when
 * a reader comes near them.
 */
import { html } from "lit";
import type { Chainwise } from "../../engine/api";
import { firstMoves, type OptimiserName } from "../../figures/optimiser-race-model";
import { sizeText } from "../../figures/size-text";
import { define } from "../../kit/element";
import { rich } from "../../kit/rich-text";
import "../../kit/scrub";
import { text } from "../../locale/lessons/optimisers";
import { LessonPage } from "../lesson-page";
import { checks, paragraphs, summary } from "../parts";
import "./page.css";
import { makeState, table } from "./state";

export class LessonOptimisers extends LessonPage {
  static override properties = { ...LessonPage.properties, engine: { state: true } };
  declare protected engine: Chainwise | undefined;
  readonly state = makeState();
  protected override readonly late = {
    ".batches-panel": () => import("../../figures/batch-sizes"),
    ".race-panel": () => import("../../figures/optimiser-race"),
    ".update-panel": () => import("../../figures/update-lines"),
    ".symmetry-panel": () => import("../../figures/symmetry"),
    ".rates-panel": () => import("../../figures/race-rates"),
    ".health-panel": () => import("../../figures/gradient-health"),
  };

  protected override begin(engine: Chainwise): void {
    this.engine = engine;
  }

  #set = (event: CustomEvent<object>): void => this.state.set(event.detail);

  protected override render() {
    return html`
      ${this.head("optimisers", text.question)} ${this.#batches()} ${this.#race()} ${this.#update()} ${this.#zeros()}
      ${this.#depth()} ${this.#mistakes()} ${checks(text.checks, this.engine)} ${summary(text.summary)}
    `;
  }

  #batches() {
    const { batchrate, axis } = this.state.values;
    return html`<section class="scene split" id="batches">
      <div class="prose">
        <h2>${text.batches.title}</h2>
        ${paragraphs(text.batches.paragraphs)}
      </div>
      <div class="stage">
        <div class="panel batches-panel">
          <chainwise-batch-sizes
            .engine=${this.engine}
            .rate=${batchrate}
            .axis=${axis}
            @chainwise-batches=${this.#set}
          ></chainwise-batch-sizes>
        </div>
      </div>
      <div class="prose">${paragraphs(text.batches.after)}</div>
    </section>`;
  }

  #race() {
    const { rate, w, b, steps } = this.state.values;
    return html`<section class="scene split" id="race">
      <div class="prose">
        <h2>${text.race.title}</h2>
        ${paragraphs(text.race.paragraphs)}
      </div>
      <div class="stage">
        <div class="panel race-panel">
          <chainwise-optimiser-race
            .engine=${this.engine}
            .setting=${{ rate, w, b }}
            .steps=${steps}
            @chainwise-race=${this.#set}
          ></chainwise-optimiser-race>
        </div>
      </div>
      <div class="prose">
        ${paragraphs(text.race.after)}
        <p class="aside">${rich(text.race.note)}</p>
      </div>
    </section>`;
  }

  #update() {
    const { rate, w, b, steps, optimiser, parameter } = this.state.values;
    return html`<section class="scene wide" id="update">
      <div class="prose two">
        <h2>${text.update.title}</h2>
        ${paragraphs(text.update.paragraphs)} ${this.#firstMoves()}
      </div>
      <div class="stage">
        <div class="panel update-panel">
          <chainwise-update-lines
            .engine=${this.engine}
            .setting=${{ rate, w, b }}
            .steps=${steps}
            .optimiser=${optimiser}
            .parameter=${parameter}
            @chainwise-race=${this.#set}
          ></chainwise-update-lines>
        </div>
      </div>
    </section>`;
  }

  #zeros() {
    return html`<section class="scene wide" id="zeros">
      <div class="prose two">
        <h2>${text.zeros.title}</h2>
        ${paragraphs(text.zeros.paragraphs)}
      </div>
      <div class="stage">
        <div class="panel symmetry-panel">
          <chainwise-symmetry .engine=${this.engine}></chainwise-symmetry>
        </div>
      </div>
    </section>`;
  }

  #depth() {
    const { activation, start, depth, draw } = this.state.values;
    return html`<section class="scene split" id="depth">
      <div class="prose">
        <h2>${text.depth.title}</h2>
        ${paragraphs(text.depth.paragraphs)} ${this.#powers()}
      </div>
      <div class="stage">
        <div class="panel health-panel">
          <chainwise-gradient-health
            .engine=${this.engine}
            .setting=${{ activation, start, depth, draw }}
            @chainwise-health=${this.#set}
          ></chainwise-gradient-health>
        </div>
      </div>
      <div class="prose">${paragraphs(text.depth.after)}</div>
    </section>`;
  }

  #mistakes() {
    return html`<section class="scene" id="mistakes">
      <div class="prose">
        <h2>${text.mistakes.title}</h2>
        ${paragraphs(text.mistakes.paragraphs)}
      </div>
      <div class="stage">
        <div class="panel rates-panel">
          <chainwise-race-rates
            .engine=${this.engine}
            @chainwise-race=${(event: CustomEvent<object>) => {
              this.#set(event);
              this.querySelector("#race")?.scrollIntoView();
            }}
          ></chainwise-race-rates>
        </div>
      </div>
    </section>`;
  }

  /** How far the first steps of the race go. */
  #firstMoves() {
    const { rate, w, b } = this.state.values;
    const { label, before, after } = text.update.live;
    const moves = this.engine && firstMoves(this.engine, { rate, w, b });
    const size = (name: OptimiserName): string => sizeText(moves?.get(name) ?? NaN);
    return html`<p class="live">
      ${rich(before)} ${this.#scrub("rate", label)}
      ${moves ? rich(after(size("descent"), size("rmsprop"), size("adam"))) : ""}
    </p>`;
  }

  /** What so many equal factors make of 1. */
  #powers() {
    const { factor, depth } = this.state.values;
    const product = this.engine?.evaluate("f^n", { f: factor, n: depth });
    const { before, between, after, ...labels } = text.depth.live;
    return html`<p class="live">
      ${before} ${this.#scrub("factor", labels.factor)} ${between} ${this.#scrub("depth", labels.depth)}
      ${product?.ok ? after(sizeText(product.value)) : ""}
    </p>`;
  }

  #scrub(name: "rate" | "factor" | "depth", label: string) {
    const { min, max, step } = table[name];
    return html`<kit-scrub
      .label=${label}
      .value=${this.state.values[name]}
      .min=${min}
      .max=${max}
      .step=${step}
      data-name=${name}
      @kit-change=${(event: CustomEvent<{ value: number }>) => this.state.set({ [name]: event.detail.value })}
    ></kit-scrub>`;
  }
}

define("lesson-optimisers", LessonOptimisers);

declare global {
  interface HTMLElementTagNameMap {
    "lesson-optimisers": LessonOptimisers;
  }
}
