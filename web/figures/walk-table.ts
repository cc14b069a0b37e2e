/** A walk down a cost as a table, for those who read rather than look. */
import { html, nothing } from "lit";
import { numberText } from "../kit/number-text";
import { text } from "../locale/figures-descent";
import type { DescentPath } from "./descent-path";
import "./numbers.css";

const kDigits = 4;

/** `names`: of what moves, as they are written on the page. Nothing before the first step. */
export function walkTable(path: DescentPath, steps: number, names: readonly string[]) {
  if (steps === 0) return nothing;
  const number = (value: number | undefined) =>
    html`<td data-value=${value ?? nothing}>${numberText(value ?? NaN, kDigits)}</td>`;
  return html`<details class="ui walk-table">
    <summary>${text.table.summary}</summary>
    <div class="scroll" role="region" tabindex="0" aria-label=${text.table.summary}>
      <table class="numbers">
        <thead>
          <tr>
            <th scope="col">${text.table.step}</th>
            ${names.map((name) => html`<th scope="col">${name}</th>`)}
            <th scope="col">${text.table.cost}</th>
            ${names.map((name) => html`<th scope="col">${text.table.slope} ${names.length > 1 ? name : nothing}</th>`)}
            <th scope="col">${text.table.course}</th>
          </tr>
        </thead>
        <tbody>
          ${path.places(steps).map(({ values, gradients, cost }, i) => {
            const course = path.courseAt(i);
            return html`<tr>
              <th scope="row">${i}</th>
              ${values.map(number)} ${number(cost)} ${gradients.map(number)}
              <td data-course=${course ?? nothing}>
                ${
                  course
                    ? html`<span class="course" aria-hidden="true">${text.marks[course]}</span> ${text.courses[course]}`
                    : text.start
                }
              </td>
            </tr>`;
          })}
        </tbody>
      </table>
    </div>
  </details>`;
}
