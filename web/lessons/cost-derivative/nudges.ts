/** What J does when each parameter is made a little larger, as a table. */
import { html, type TemplateResult } from "lit";
import { numberTex } from "../../kit/number-text";
import { rich } from "../../kit/rich-text";
import { text } from "../../locale/lessons/cost-derivative";
import { kParameters, kSource, type SmallNetwork } from "../small-network/model";
import { kTex } from "../small-network/numbers";

const kNudge = 0.01;

/** The others are held. */
export function nudges(model: SmallNetwork): TemplateResult {
  const { engine, at } = model;
  const a = model.value("J");
  const rows = kParameters.map((name) => {
    const moved = engine.evaluate(kSource, { ...at, [name]: at[name] + kNudge });
    const b = moved.ok ? moved.value : NaN;
    const change = engine.evaluate("b - a", { b, a });
    const rate = engine.evaluate("(b - a)/h", { b, a, h: kNudge });
    return { name, change: change.ok ? change.value : NaN, rate: rate.ok ? rate.value : NaN };
  });
  return html`<div class="table-scroll" tabindex="0" role="region" aria-label=${text.nudge.caption}>
    <table class="nudges ui">
      <caption>
        ${text.nudge.caption}
      </caption>
      <thead>
        <tr>
          <th scope="col">${text.nudge.head.parameter}</th>
          <th scope="col">${text.nudge.head.change}</th>
          <th scope="col">${text.nudge.head.rate}</th>
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ({ name, change, rate }) =>
            html`<tr data-name=${name}>
              <th scope="row">
                <span class="visually-hidden">${name}</span><span aria-hidden="true">${rich(`$${kTex[name]}$`)}</span>
              </th>
              <td>${rich(`$${numberTex(change, 5)}$`)}</td>
              <td data-value=${rate}>${rich(`$${numberTex(rate, 3)}$`)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
