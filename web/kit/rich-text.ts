/**
 * Sentences with formulas and emphasis in them, as the locale writes them: `$...$` is LaTeX, `*...*` a term that is
 * being introduced.
 *
 *     html`<p>${rich("The *weight* $w_1$ scales the input.")}</p>`
 */
import { html, type TemplateResult } from "lit";
import "./formula";

const kParts = /(\$[^$]+\$)([,.;:!?)”’]+)?|(\*[^*$]+\*)/g;

export function rich(sentence: string): (string | TemplateResult)[] {
  const parts: (string | TemplateResult)[] = [];
  let done = 0;
  for (const match of sentence.matchAll(kParts)) {
    const [whole, formula, sign, term] = match;
    if (match.index > done) parts.push(sentence.slice(done, match.index));
    done = match.index + whole.length;
    if (term !== undefined) parts.push(html`<em>${term.slice(1, -1)}</em>`);
    else if (formula !== undefined) parts.push(typeset(formula.slice(1, -1), sign));
  }
  if (done < sentence.length) parts.push(sentence.slice(done));
  return parts;
}

/** A comma or full stop never begins a line. */
function typeset(tex: string, sign: string | undefined): TemplateResult {
  const formula = html`<kit-formula .tex=${tex}></kit-formula>`;
  return sign === undefined ? formula : html`<span class="keep-together">${formula}${sign}</span>`;
}
