/**
 * `<chainwise-check>`: a question with a number or a choice as its answer, judged by the engine; a hint and the full
 * solution on demand. Numbers may be typed as expressions (`-0.2*3`).
 *
 *     html`<chainwise-check .question=${{ ask: "How large is $a_1$?", solution: "sigmoid(0)", hint: "...", because: "..." }}
 *            .engine=${engine}></chainwise-check>`
 *
 * Event `chainwise-solved`, after a right answer.
 */
import { html, nothing } from "lit";
import type { Chainwise } from "../engine/api";
import { define, emit, KitElement } from "../kit/element";
import { plainNumberText } from "../kit/fields";
import { rich } from "../kit/rich-text";
import { spoken } from "../kit/spoken";
import { checkWords } from "../locale/checks";
import "./quick-check.css";

interface Common {
  ask: string;
  hint: string;
  /** Said after a right answer, and as the solution. */
  because: string;
}

/** `solution` is an expression; `tolerance` is how far off a rounded answer may be. */
export type NumberQuestion = Common & { solution: string; tolerance: number };
export type ChoiceQuestion = Common & { choices: readonly { text: string; right?: boolean; because: string }[] };
export type Question = NumberQuestion | ChoiceQuestion;

export class ChainwiseCheck extends KitElement {
  static override properties = {
    question: { attribute: false },
    engine: { attribute: false },
    verdict: { state: true },
    hinted: { state: true },
  };
  declare question: Question | undefined;
  declare engine: Chainwise | undefined;
  declare protected verdict: { right: boolean; sentence: string } | undefined;
  declare protected hinted: boolean;

  constructor() {
    super();
    this.hinted = false;
  }

  #judge(question: NumberQuestion, text: string): void {
    if (!this.engine || text.trim() === "") return;
    const answer = this.engine.evaluate(plainNumberText(text), {});
    const solution = this.engine.evaluate(question.solution, {});
    if (!answer.ok) this.verdict = { right: false, sentence: answer.error.message };
    else {
      const off = solution.ok ? Math.abs(answer.value - solution.value) : Infinity;
      const right = off <= question.tolerance;
      const flipped = solution.ok && Math.abs(answer.value + solution.value) <= question.tolerance;
      this.verdict = {
        right,
        sentence: right ? question.because : flipped ? checkWords.sign : checkWords.notYet,
      };
    }
  }

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    if (changed.has("verdict") && this.verdict?.right) emit(this, "chainwise-solved", undefined);
  }

  protected override render() {
    const { question, verdict } = this;
    if (!question) return nothing;
    return html`<div class="check">
      <p class="ask">${rich(question.ask)}</p>
      ${"choices" in question ? this.#choices(question) : this.#number(question)}
      <p class="verdict" role="status" data-right=${verdict ? (verdict.right ? "yes" : "no") : nothing}>
        ${verdict ? rich(verdict.sentence) : nothing}
      </p>
      <details class="ui" @toggle=${() => (this.hinted = true)}>
        <summary>${checkWords.hint}</summary>
        <p>${rich(question.hint)}</p>
      </details>
      ${
        this.hinted || verdict?.right === false
          ? html`<details class="ui">
              <summary>${checkWords.solution}</summary>
              <p>${rich(question.because)}</p>
            </details>`
          : nothing
      }
    </div>`;
  }

  #number(question: NumberQuestion) {
    return html`<form
      class="answer"
      @submit=${(event: SubmitEvent) => {
        event.preventDefault();
        const field = (event.currentTarget as HTMLFormElement).elements.namedItem("answer");
        if (field instanceof HTMLInputElement) this.#judge(question, field.value);
      }}
    >
      <input class="field" name="answer" inputmode="text" autocomplete="off" aria-label=${spoken(question.ask)} />
      <button class="button" type="submit">${checkWords.check}</button>
    </form>`;
  }

  #choices(question: ChoiceQuestion) {
    return html`<fieldset class="answer" aria-label=${spoken(question.ask)}>
      ${question.choices.map(
        ({ text, right = false, because }) =>
          html`<label
            ><input
              type="radio"
              name="${this.id}-answer"
              aria-label=${spoken(text)}
              @change=${() => (this.verdict = { right, sentence: because })}
            /><span>${rich(text)}</span></label
          >`,
      )}
    </fieldset>`;
  }
}

define("chainwise-check", ChainwiseCheck);

declare global {
  interface HTMLElementTagNameMap {
    "chainwise-check": ChainwiseCheck;
  }
}
