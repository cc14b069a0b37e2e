/**
 * Sentences with formulas and emphasis in them, as the locale writes them: `$...$` is LaTeX, `*...*` a term that is
 * being introduced.
 *
 *     html`<p>${rich("The *weight* $w_1$ scales the input.")}</p>`
 */
import { html, type TemplateResult } from "lit";
import "./formula";

export function rich(sentence: string): (string | TemplateResult)[] {
  return sentence
    .split(/(\$[^$]+\$|\*[^*$]+\*)/)
    .filter((part) => part !== "")
    .map((part) => {
      if (part.length > 2 && part.startsWith("$")) return html`<kit-formula .tex=${part.slice(1, -1)}></kit-formula>`;
      if (part.length > 2 && part.startsWith("*")) return html`<em>${part.slice(1, -1)}</em>`;
      return part;
    });
}
