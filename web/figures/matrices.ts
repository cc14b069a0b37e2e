/**
 * `<chainwise-matrices>`: forward and backward pass of a fully connected network in matrix form, with shapes. The
 * scalar sums of each line fold into a product of matrices and out again; pointing at an entry of the left side lights
 * what it is made of and shows its sum.
 *
 *     html`<chainwise-matrices .trace=${trace} .program=${textbook} .linked=${linked}></chainwise-matrices>`
 *
 * Properties: `trace`, `program`, `linked`.
 */
import { html, nothing } from "lit";
import { define } from "../kit/element";
import { numberText } from "../kit/number-text";
import { keepStop, moveAmong } from "../kit/roving";
import { text as lesson } from "../locale/lessons/backpropagation";
import type { DenseProgram } from "./dense-program";
import { LinkedFigure } from "./linked-figure";
import "./matrices.css";
import { matrixForm, shapeOf, type Entry, type Matrix, type MatrixEquation, type Scalar } from "./matrix-model";

const text = lesson.matrices.figure;
type Face = "sums" | "symbols" | "numbers";

export class ChainwiseMatrices extends LinkedFigure {
  static override properties = {
    ...LinkedFigure.properties,
    program: { attribute: false },
    face: { state: true },
    looked: { state: true },
  };
  declare program: DenseProgram | undefined;
  declare protected face: Face;
  declare protected looked: { equation: string; row: number; column: number } | undefined;

  constructor() {
    super();
    this.face = "sums";
  }

  protected override render() {
    const { trace, program, face } = this;
    if (!trace || !program) return nothing;
    const equations = matrixForm(program, trace);
    const part = (title: string, forward: boolean) =>
      html`<section>
        <h3>${title}</h3>
        ${equations
          .filter(({ kind }) => (kind === "forward" || kind === "activation") === forward)
          .map((equation) => this.#equation(equation))}
      </section>`;
    return html`<div class="button-row" role="group" aria-label=${text.face}>
        ${(["sums", "symbols", "numbers"] as const).map(
          (choice) =>
            html`<button
              type="button"
              class="button"
              aria-pressed=${choice === face ? "true" : "false"}
              @click=${() => (this.face = choice)}
            >
              ${text.faces[choice]}
            </button>`,
        )}
      </div>
      <p class="caption">${face === "sums" ? text.fold : text.hint}</p>
      <div class="matrix-parts">${part(text.forward, true)} ${part(text.backward, false)}</div>`;
  }

  #equation(equation: MatrixEquation) {
    const { id, kind, tex, left, right, scalars } = equation;
    return html`<div class="equation" data-equation=${id}>
      <p class="equation-head">
        <kit-formula .tex=${tex}></kit-formula><span class="caption">${text.kinds[kind]}</span>
      </p>
      ${
        this.face === "sums"
          ? html`<div class="sums">
              ${left.entries.flatMap((row, i) =>
                row.map((entry, j) => {
                  const made = scalars[i]?.[j];
                  return made ? this.#sum(entry, made) : nothing;
                }),
              )}
            </div>`
          : html`<div
                class="product"
                @keydown=${moveAmong(".made")}
                @focusin=${keepStop(".made")}
                @pointerleave=${this.#away}
                @focusout=${this.#away}
              >
                ${this.#matrix(left, equation, true)}
                <span class="sign">=</span>
                ${right.map((part) =>
                  "sign" in part
                    ? html`<kit-formula class="sign" .tex=${part.sign}></kit-formula>`
                    : this.#matrix(part, equation, false),
                )}
              </div>
              <p class="made-of">${this.#made(equation)}</p>`
      }
    </div>`;
  }

  #sum(entry: Entry, made: Scalar) {
    return html`<div
      class="scalar ${this.#lit(entry) ? "lit" : ""}"
      data-name=${entry.name}
      @pointerenter=${() => this.point(entry.keys)}
      @pointerleave=${this.leave}
    >
      <kit-formula .tex=${entry.symbol}></kit-formula>
      <kit-formula .tex=${`= ${made.symbols}`}></kit-formula>
      <kit-formula class="numbers" .tex=${made.numbers ? `= ${made.numbers}` : ""}></kit-formula>
      <span class="result" data-value=${entry.value}>= ${numberText(entry.value, entry.digits)}</span>
    </div>`;
  }

  #made({ id, left, scalars }: MatrixEquation) {
    const { looked } = this;
    const entry = looked?.equation === id ? left.entries[looked.row]?.[looked.column] : undefined;
    const made = looked && scalars[looked.row]?.[looked.column];
    return entry && made ? this.#sum(entry, made) : nothing;
  }

  #matrix(matrix: Matrix, { id, scalars }: MatrixEquation, result: boolean) {
    const { looked } = this;
    const made = looked?.equation === id ? scalars[looked.row]?.[looked.column] : undefined;
    return html`<div class="matrix">
      <kit-formula class="name" .tex=${matrix.name}></kit-formula>
      <div class="entries" style="--columns: ${matrix.entries[0]?.length ?? 1}">
        ${matrix.entries.map((row, i) =>
          row.map((entry, j) => {
            const here = result && looked?.equation === id && looked.row === i && looked.column === j;
            const used = !result && (made?.from.includes(entry.name) ?? false);
            const face =
              this.face === "symbols"
                ? html`<kit-formula .tex=${entry.symbol}></kit-formula>`
                : numberText(entry.value, entry.digits);
            const lit = here || used || (!looked && this.#lit(entry)) ? "lit" : "";
            if (!result) return html`<span class="entry ${lit}" data-name=${entry.name}>${face}</span>`;
            const look = () => this.#look(id, i, j, entry);
            return html`<button
              type="button"
              class="entry made ${lit}"
              data-name=${entry.name}
              data-value=${entry.value}
              tabindex=${i + j === 0 ? 0 : -1}
              @pointerenter=${look}
              @focus=${look}
            >
              <span class="visually-hidden">${text.entry(entry.name, numberText(entry.value, entry.digits))}</span>
              <span aria-hidden="true">${face}</span>
            </button>`;
          }),
        )}
      </div>
      <span class="shape">${shapeOf(matrix)}</span>
    </div>`;
  }

  #look(equation: string, row: number, column: number, entry: Entry): void {
    this.looked = { equation, row, column };
    this.point(entry.keys);
  }

  #away = (): void => {
    this.looked = undefined;
    this.leave();
  };

  #lit({ keys }: Entry): boolean {
    return keys.some((key) => this.linked.lights(key));
  }
}

define("chainwise-matrices", ChainwiseMatrices);

declare global {
  interface HTMLElementTagNameMap {
    "chainwise-matrices": ChainwiseMatrices;
  }
}
