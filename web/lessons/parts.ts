/** What every lesson has: paragraphs, quick checks, and the lines to take along. */
import { html, type TemplateResult } from "lit";
import type { Chainwise } from "../engine/api";
import type { Question } from "../figures/quick-check";
import { rich } from "../kit/rich-text";

/** `$$...$$` is a formula that stands by itself, `$$!...$$` one that the lesson is about. */
export function paragraphs(lines: readonly string[]): TemplateResult[] {
  return lines.map((line) => {
    const [, key, rule] = /^\$\$(!?)(.+)\$\$$/.exec(line) ?? [];
    return rule === undefined
      ? html`<p>${rich(line)}</p>`
      : html`<p class=${key ? "rule key" : "rule"}><kit-formula display .tex=${rule}></kit-formula></p>`;
  });
}

export function checks(
  { title, questions }: { title: string; questions: readonly Question[] },
  engine: Chainwise | undefined,
): TemplateResult {
  return html`<section class="scene">
    <div class="prose">
      <h2>${title}</h2>
      ${questions.map(
        (question, index) =>
          html`<chainwise-check id="check-${index}" .question=${question} .engine=${engine}></chainwise-check>`,
      )}
    </div>
  </section>`;
}

export function summary({
  title,
  lines,
  next,
}: {
  title: string;
  lines: readonly string[];
  next: string;
}): TemplateResult {
  return html`<section class="scene">
    <div class="prose">
      <h2>${title}</h2>
      <ol>
        ${lines.map((line) => html`<li>${rich(line)}</li>`)}
      </ol>
      <p>${rich(next)}</p>
    </div>
  </section>`;
}
