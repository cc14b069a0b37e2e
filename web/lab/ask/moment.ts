/**
 * `<lab-moment>`: a point of the curve of the cost: the mean that it is, the points that cost most, each with its own
 * calculation, and what regularisation adds.
 *
 *     html`<lab-moment .asked=${asked} .frame=${frame} .batches=${120}></lab-moment>`
 *
 * Properties: `frame`, the stored state nearest to the one after so many `batches`.
 */
import { html, nothing } from "lit";
import type { Result } from "../../engine/api";
import type { TrainingFrame } from "../../engine/training-protocol";
import "../../figures/numbers.css";
import { define, KitElement } from "../../kit/element";
import "../../kit/formula";
import { neatTex, numberTex, numberText } from "../../kit/number-text";
import { rich } from "../../kit/rich-text";
import { text } from "../../locale/lab-ask";
import type { Asked } from "../node-panel";
import { Memo, momentKeys } from "../why/memo";
import { calculationAt, type Calculation } from "../why/place-model";
import "./calculation";
import { costAt, type Cost } from "./moment-model";
import { line } from "./parameter-parts";

const words = text.moment;
const kShown = 5;

export class LabMoment extends KitElement {
  static override properties = {
    asked: { attribute: false },
    frame: { attribute: false },
    batches: { attribute: false },
    unfolded: { state: true },
  };
  declare asked: Asked | undefined;
  declare frame: TrainingFrame | undefined;
  declare batches: number;
  declare protected unfolded: number | undefined;
  readonly #cost = new Memo<Result<Cost>>();
  readonly #made = new Memo<Result<Calculation>>();

  protected override render() {
    const { frame, batches } = this;
    if (!this.asked || !frame) return nothing;
    const asked = { ...this.asked, frame };
    const cost = this.#cost.get(momentKeys(asked), () => costAt(asked, frame));
    if (!cost.ok) return html`<p class="caption">${cost.error.message}</p>`;
    const { mean, sum, examples, half, apart } = cost.value;
    const count = examples.length;
    const stored = words.nearest(batches, frame.batches, numberText(frame.epochs, 1), numberText(mean, 4));
    return html`
      ${frame.batches === batches ? nothing : html`<p class="caption" role="status">${stored}</p>`}
      <p>${rich(words.mean(count))}</p>
      ${line(`J = \\frac{1}{n}\\sum_{i=1}^{n} J_i = \\frac{1}{${count}} \\cdot ${numberTex(sum, 4)} = ${numberTex(mean, 5)}`, mean)}
      <p>${words.half(half, count)}</p>
      ${this.#table(asked, cost.value)} ${this.#calculation(asked)}
      ${apart ? html`<p data-apart=${apart.mean}>${rich(words.apart(apart.count, numberTex(apart.mean, 5)))}</p>` : nothing}
      ${this.#penalty(cost.value)}
    `;
  }

  #table({ points, data }: Asked, { examples }: Cost) {
    return html`<div class="table-scroll" tabindex="0" role="region" aria-label=${words.table}>
      <table class="numbers">
        <thead>
          <tr>
            <th scope="col">${words.point}</th>
            <th scope="col">${words.where}</th>
            <th scope="col">${words.due}</th>
            <th scope="col">${words.cost}</th>
            <th scope="col">${words.share}</th>
            <td></td>
          </tr>
        </thead>
        <tbody>
          ${examples.slice(0, kShown).map(({ index, loss, share }) => {
            const where = partOf(points.inputs, points.inputSize, index).map((value) => numberText(value, 2));
            const due = partOf(data.targets, data.targetSize, index).map((value) => neatTex(value, 2));
            return html`<tr data-point=${index + 1}>
              <th scope="row">${index + 1}</th>
              <td>(${where.join(", ")})</td>
              <td>${rich(`$y = ${due.length > 1 ? `(${due.join(", ")})` : (due[0] ?? "")}$`)}</td>
              <td data-value=${loss}>${numberText(loss, 4)}</td>
              <td data-share=${share}>${numberText(share * 100, 1)} %</td>
              <td>
                <button
                  type="button"
                  class="button"
                  aria-label=${words.unfoldPoint(index + 1)}
                  aria-pressed=${this.unfolded === index}
                  @click=${() => (this.unfolded = this.unfolded === index ? undefined : index)}
                >
                  ${words.unfold}
                </button>
              </td>
            </tr>`;
          })}
        </tbody>
      </table>
    </div>`;
  }

  #calculation(asked: Asked) {
    const { unfolded } = this;
    const { points, data } = asked;
    if (unfolded === undefined || unfolded >= data.targets.length / data.targetSize) return nothing;
    const made = this.#made.get([...momentKeys(asked), unfolded], () =>
      calculationAt(
        asked,
        partOf(points.inputs, points.inputSize, unfolded),
        Float64Array.from(partOf(data.targets, data.targetSize, unfolded)),
      ),
    );
    return html`<div class="of-point">
      <h3>${words.calculation(unfolded + 1)}</h3>
      ${
        made.ok
          ? html`<lab-calculation .made=${made.value}></lab-calculation>`
          : html`<p class="caption">${made.error.message}</p>`
      }
    </div>`;
  }

  #penalty({ penalty }: Cost) {
    if (!penalty) return html`<p class="caption">${words.noPenalty}</p>`;
    const { l1, l2, absolute, squares, value } = penalty;
    const parts = [
      ...(l1 > 0 ? [{ tex: "\\lambda_1 \\sum |w|", put: `${neatTex(l1, 4)} \\cdot ${numberTex(absolute)}` }] : []),
      ...(l2 > 0
        ? [{ tex: "\\frac{\\lambda_2}{2} \\sum w^2", put: `\\frac{${neatTex(l2, 4)}}{2} \\cdot ${numberTex(squares)}` }]
        : []),
    ];
    const joined = (key: "tex" | "put"): string => parts.map((part) => part[key]).join(" + ");
    return html`<p>${words.penalty}</p>
      ${line(`${joined("tex")} = ${joined("put")} = ${numberTex(value, 5)}`, value)}`;
  }
}

const partOf = (list: Float64Array, size: number, index: number): number[] => [
  ...list.slice(index * size, (index + 1) * size),
];

define("lab-moment", LabMoment);

declare global {
  interface HTMLElementTagNameMap {
    "lab-moment": LabMoment;
  }
}
