/** The usual slips at the running example, as numbers: what each formula says at x, and what the curve does. */
import { html, type TemplateResult } from "lit";
import type { FunctionStudy } from "../../figures/function-study";
import { rich } from "../../kit/rich-text";
import { numberText, shortText } from "../../kit/number-text";
import "../../kit/slider";
import { words } from "../../locale";
import { text as lesson } from "../../locale/lessons/chain-rule";

const text = lesson.mistake;

const formulas = [
  { name: text.rows.right, tex: "\\frac{1}{2 + \\cos x} \\cdot (-\\sin x)", source: "1/(2+cos(x))*(-sin(x))" },
  { name: text.rows.forgotten, tex: "\\frac{1}{2 + \\cos x}", source: "1/(2+cos(x))" },
  { name: text.rows.misplaced, tex: "\\frac{1}{x} \\cdot (-\\sin x)", source: "1/x*(-sin(x))" },
];

export function mistakes(study: FunctionStudy, setX: (x: number) => void): TemplateResult {
  const { x, proof } = study;
  const say = (value: number): string => numberText(value, 3, words.kit.undefined);
  const truth = say(proof?.difference ?? Number.NaN);
  return html`<table class="mistakes">
      <caption>
        ${text.caption(shortText(x, 2))}
      </caption>
      <tbody>
        ${formulas.map(({ name, tex, source }) => {
          const value = say(study.evaluate(source, { x }));
          return html`<tr data-same=${value === truth ? "yes" : "no"}>
            <th scope="row">${name}</th>
            <td>${rich(`$${tex}$`)}</td>
            <td class="number">${value}</td>
          </tr>`;
        })}
        <tr class="truth">
          <th scope="row">${text.rows.curve}</th>
          <td></td>
          <td class="number">${truth}</td>
        </tr>
      </tbody>
    </table>
    <kit-slider
      tex="x"
      label="x"
      role-of="data"
      .min=${-6.5}
      .max=${6.5}
      .step=${0.1}
      .value=${x}
      @kit-change=${(event: CustomEvent<{ value: number }>) => setX(event.detail.value)}
    ></kit-slider>`;
}
