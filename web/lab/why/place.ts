/**
 * `<lab-answer>`: what the network answers at a place and how it comes to it: the calculation of every node, in symbols
 * and in numbers, and which way the answer moves with each coordinate, with its proof.
 *
 *     html`<lab-answer .asked=${asked} .at=${[0.5, -0.2]}></lab-answer>`
 *
 * Property `at`: coordinates; left out, those of the point that one follows. Other ones that are typed into it are told
 * as a question (`lab-ask`).
 */
import { html, nothing, type PropertyValues } from "lit";
import type { Proof, Result } from "../../engine/api";
import { announce } from "../../kit/announce";
import { enter } from "../../kit/controls";
import { define, KitElement } from "../../kit/element";
import { numberField } from "../../kit/fields";
import "../../kit/formula";
import { neatTex, numberText } from "../../kit/number-text";
import { rich } from "../../kit/rich-text";
import { text } from "../../locale/lab-ask";
import "../ask/calculation";
import { ask } from "../ask/question";
import { waysTable } from "../ask/ways";
import type { Asked } from "../node-panel";
import { Memo, momentKeys } from "./memo";
import { calculationAt, proofAt, type Calculation } from "./place-model";
import "./place.css";

const words = text.place;
const coordinate = numberField({ initial: 0, min: -100, max: 100, step: 0.1 });

export class LabAnswer extends KitElement {
  static override properties = {
    asked: { attribute: false },
    at: { attribute: false },
    typed: { state: true },
    proved: { state: true },
  };
  declare asked: Asked | undefined;
  declare at: readonly number[] | undefined;
  declare protected typed: readonly number[] | undefined;
  /** The slope that is proved: of an output by a coordinate. */
  declare protected proved: { output: string; by: string } | undefined;
  readonly #made = new Memo<Result<Calculation>>();
  readonly #proof = new Memo<Result<Proof>>();
  #point = -1;

  protected override willUpdate(changed: PropertyValues): void {
    const example = this.asked?.place.example ?? -1;
    if (changed.has("at") || (!this.at && example !== this.#point)) this.typed = undefined;
    this.#point = example;
  }

  protected override updated(changed: PropertyValues): void {
    if (!changed.has("at") || !this.at || !this.asked) return;
    const made = this.#calculation(this.asked, this.at);
    if (!made.ok) return announce(made.error.message);
    const answers = made.value.ends.map((end) => numberText(made.value.nodes.get(end)?.value ?? NaN));
    announce(words.says(answers.join(", ")));
  }

  #place({ points, place }: Asked): readonly number[] {
    const { inputs, inputSize } = points;
    const at = this.typed ?? this.at;
    if (at?.length === inputSize) return at;
    return [...inputs.slice(place.example * inputSize, (place.example + 1) * inputSize)];
  }

  #calculation(asked: Asked, place: readonly number[]): Result<Calculation> {
    return this.#made.get([...momentKeys(asked), place.join()], () => calculationAt(asked, place));
  }

  #type(place: readonly number[]): void {
    if (this.at) ask(this, { kind: "place", at: place });
    else this.typed = place;
  }

  protected override render() {
    const { asked } = this;
    if (!asked) return nothing;
    const place = this.#place(asked);
    const made = this.#calculation(asked, place);
    return html`<div class="row ui">
        ${place.map((value, index) =>
          enter({
            label: words.coordinate(index + 1, place.length),
            field: coordinate,
            value,
            enter: (typed) => this.#type(place.map((old, other) => (other === index ? typed : old))),
          }),
        )}
      </div>
      ${made.ok ? this.#answer(asked, place, made.value) : html`<p class="caption">${made.error.message}</p>`}`;
  }

  #answer(asked: Asked, place: readonly number[], made: Calculation) {
    const { proved } = this;
    const proof =
      proved && made.slopes.get(proved.output)?.[proved.by] !== undefined
        ? this.#proof.get([...momentKeys(asked), place.join(), proved.output, proved.by], () =>
            proofAt(asked, place, proved.output, proved.by),
          )
        : undefined;
    return html`${made.ends.map((end) => {
        const { tex = "", value = NaN } = made.nodes.get(end) ?? {};
        return html`<p class="says" data-answer=${value}>
            ${words.answers} <kit-formula .tex=${`${tex} = ${neatTex(value, 5)}`}></kit-formula>.
          </p>
          <ul class="slopes">
            ${Object.entries(made.slopes.get(end) ?? {}).map(([by, slope]) => this.#slope({ output: end, by }, tex, slope))}
          </ul>`;
      })}
      ${proof ? html`<div class="table-scroll" tabindex="0" role="region" aria-label=${words.ways}>${waysTable(proof)}</div>` : nothing}
      <p>${words.from}</p>
      <lab-calculation .made=${made}></lab-calculation>
      <p class="caption">
        ${rich(words.legend.weight)} ${asked.setup.features ? rich(words.legend.features) : nothing}
      </p>`;
  }

  #slope(id: { output: string; by: string }, tex: string, slope: number) {
    const { output, by } = id;
    const pressed = this.proved?.output === output && this.proved.by === by;
    const byTex = by.replace(/\d/, "_$&");
    return html`<li data-slope=${slope}>
      <kit-formula .tex=${`\\frac{\\partial ${tex}}{\\partial ${byTex}} = ${neatTex(slope)}`}></kit-formula>
      <span>${rich(words.slope(`$${byTex}$`, numberText(slope)))}</span>
      <button
        type="button"
        class="button"
        aria-label=${words.prove(output, by)}
        aria-pressed=${pressed}
        @click=${() => (this.proved = pressed ? undefined : id)}
      >
        ${words.ways}
      </button>
    </li>`;
  }
}

define("lab-answer", LabAnswer);

declare global {
  interface HTMLElementTagNameMap {
    "lab-answer": LabAnswer;
  }
}
