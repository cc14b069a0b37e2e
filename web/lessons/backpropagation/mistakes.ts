/** The table of the usual slips: each as a formula, with the number that it says. */
import { html, nothing } from "lit";
import { numberText } from "../../kit/number-text";
import { text as lesson } from "../../locale/lessons/backpropagation";
import type { FullNetwork } from "./model";
import { slipsOf, type Slip } from "./slips";

const text = lesson.mistake;
const kDigits = 6;

export function mistakes(model: FullNetwork) {
  const slips = slipsOf(model);
  const truth = numberText(slips.truth, kDigits);
  const outer = model.program.layers[1];
  const shape = `${outer?.weights.length ?? 0} × ${outer?.weights[0]?.length ?? 0}`;
  const row = (kind: Slip, value: number | undefined, remark?: string) => {
    const written =
      value === undefined ? text.misfit(shape, `${outer?.z.length ?? 0} × 1`) : numberText(value, kDigits);
    return html`<tr data-slip=${kind} data-value=${value ?? nothing} data-same=${written === truth ? "yes" : "no"}>
      <th scope="row">${text.rows[kind]}${remark ? html`<span class="remark">${remark}</span>` : nothing}</th>
      <td><kit-formula .tex=${slips.tex[kind]}></kit-formula></td>
      <td class="number">${written}</td>
    </tr>`;
  };
  return html`<table class="slips">
    <caption class="ui">
      ${text.caption(slips.name)}
    </caption>
    <tbody>
      ${row("right", slips.right)} ${row("forgotten", slips.forgotten, outer?.z.length === 1 ? text.same : undefined)}
      ${row("transposed", slips.transposed)} ${row("early", slips.early)}
      <tr class="truth" data-slip="truth" data-value=${slips.truth}>
        <th scope="row">${text.rows.truth}</th>
        <td></td>
        <td class="number">${truth}</td>
      </tr>
    </tbody>
  </table>`;
}
