/** The paragraphs of the locale as prose. */
import { html, type TemplateResult } from "lit";
import { rich } from "../../kit/rich-text";

/** A line that is nothing but a formula stands by itself. */
export function paragraphs(lines: readonly string[]): TemplateResult[] {
  return lines.map((line) => {
    const [, rule] = /^\$\$(.+)\$\$$/.exec(line) ?? [];
    return rule === undefined
      ? html`<p>${rich(line)}</p>`
      : html`<p class="rule"><kit-formula display .tex=${rule}></kit-formula></p>`;
  });
}
