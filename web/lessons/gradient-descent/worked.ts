/** One step of the single node line by line, and four steps with each sign. */
import { html, nothing } from "lit";
import { courseOf, type DescentPath } from "../../figures/descent-path";
import { numberTex, numberText, shortText } from "../../kit/number-text";
import { rich } from "../../kit/rich-text";
import { text as figureText } from "../../locale/figures-descent";
import { text } from "../../locale/lessons/gradient-descent";

const kDigits = 4;
const kSignSteps = 4;

/** A number in a formula: no zeros at its end, in parentheses where a sign stands before it. */
function set(value: number, inProduct = false): string {
  const plain = numberTex(value, kDigits)
    .replace(/(\.\d*?)0+$/, "$1")
    .replace(/\.$/, "");
  return inProduct && plain.startsWith("-") ? `(${plain})` : plain;
}

export function workedLines(path: DescentPath) {
  const { x = NaN, y = NaN } = path.problem.at;
  const { rate } = path.problem;
  const [before, after] = [path.place(0), path.place(1)];
  const { values: [w = NaN, b = NaN] = [], gradients: [dw = NaN, db = NaN] = [] } = before;
  const { values: [w2 = NaN, b2 = NaN] = [] } = after;
  const ask = (source: string, at: Record<string, number>): number => {
    const answer = path.engine.evaluate(source, at);
    return answer.ok ? answer.value : NaN;
  };
  const yhat = ask("w*x + b", { w, x, b });
  const next = ask("w*x + b", { w: w2, x, b: b2 });
  const error = ask("p - y", { p: yhat, y });
  const { groups } = text.worked;
  const forward = (weight: number, bias: number, answer: number, cost: number): [string, string][] => [
    [
      "\\hat{y} = w x + b",
      `${set(weight)} \\cdot ${set(x, true)} ${bias < 0 ? `- ${set(-bias)}` : `+ ${set(bias)}`} = ${set(answer)}`,
    ],
    ["J = (\\hat{y} - y)^2", `(${set(answer)} - ${set(y, true)})^2 = ${set(cost)}`],
  ];
  const partial = (name: string): string => `\\frac{\\partial J}{\\partial ${name}}`;
  const lines: [string, [string, string][]][] = [
    [groups.forward, forward(w, b, yhat, before.cost)],
    [
      groups.slopes,
      [
        [
          `${partial("w")} = 2\\,(\\hat{y} - y)\\,x`,
          `2 \\cdot ${set(error, true)} \\cdot ${set(x, true)} = ${set(dw)}`,
        ],
        [`${partial("b")} = 2\\,(\\hat{y} - y)`, `2 \\cdot ${set(error, true)} = ${set(db)}`],
      ],
    ],
    [
      groups.step,
      [
        [`w \\leftarrow w - \\eta\\,${partial("w")}`, `${set(w)} - ${set(rate)} \\cdot ${set(dw, true)} = ${set(w2)}`],
        [`b \\leftarrow b - \\eta\\,${partial("b")}`, `${set(b)} - ${set(rate)} \\cdot ${set(db, true)} = ${set(b2)}`],
      ],
    ],
    [groups.again, forward(w2, b2, next, after.cost)],
  ];
  const course = courseOf(before.cost, after.cost);
  const [from, to] = [shortText(before.cost, kDigits), shortText(after.cost, kDigits)];
  return html`<div class="worked-lines" role="group" aria-label=${text.worked.caption}>
      ${lines.map(
        ([group, formulas]) =>
          html`<h3>${group}</h3>
            ${formulas.map(
              ([rule, numbers]) =>
                html`<div class="line">
                  <kit-formula .tex=${rule}></kit-formula><kit-formula .tex=${`= ${numbers}`}></kit-formula>
                </div>`,
            )}`,
      )}
    </div>
    <p class="outcome ui" data-course=${course}>
      <span class="course" aria-hidden="true">${figureText.marks[course]}</span>
      ${rich(course === "stayed" ? text.worked.stayed(from) : text.worked[course](from, to))}
    </p>`;
}

/** The same start twice: down the slope, and up it. */
export function signs(down: DescentPath, up: DescentPath) {
  const cell = (path: DescentPath, step: number) => {
    const course = path.courseAt(step);
    const { cost } = path.place(step);
    return html`<td data-value=${cost} data-course=${course ?? nothing}>
      ${course ? html`<span class="course" aria-hidden="true">${figureText.marks[course]}</span>` : nothing}
      <span class="visually-hidden">${course ? figureText.courses[course] : figureText.start}</span>
      ${numberText(cost, 3)}
    </td>`;
  };
  return html`<table class="numbers ui signs">
    <caption>
      ${text.mistake.caption}
    </caption>
    <thead>
      <tr>
        <th scope="col">${text.mistake.step}</th>
        <th scope="col">${rich(text.mistake.down)}</th>
        <th scope="col">${rich(text.mistake.up)}</th>
      </tr>
    </thead>
    <tbody>
      ${Array.from({ length: kSignSteps + 1 }, (_, step) => {
        return html`<tr>
          <th scope="row">${step}</th>
          ${cell(down, step)} ${cell(up, step)}
        </tr>`;
      })}
    </tbody>
  </table>`;
}
