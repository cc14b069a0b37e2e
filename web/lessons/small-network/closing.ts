/** The end of the lesson: quick checks, and what to take along. */
import { html } from "lit";
import type { Chainwise } from "../../engine/api";
import "../../figures/quick-check";
import { rich } from "../../kit/rich-text";
import { words } from "../../locale";

const text = words.smallNetwork;

export function checks(engine: Chainwise | undefined) {
  return html`<section class="scene">
    <div class="prose">
      <h2>${text.checks.title}</h2>
      ${text.checks.questions.map(
        (question, index) =>
          html`<chainwise-check id="check-${index}" .question=${question} .engine=${engine}></chainwise-check>`,
      )}
    </div>
  </section>`;
}

export function summary() {
  return html`<section class="scene">
    <div class="prose">
      <h2>${text.summary.title}</h2>
      <ol>
        ${text.summary.lines.map((line) => html`<li>${rich(line)}</li>`)}
      </ol>
      <p>${rich(text.summary.next)}</p>
    </div>
  </section>`;
}
