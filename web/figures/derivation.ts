/**
 * `<chainwise-derivation>`: a derivative step by step. Numbered lines, the reason in words on the left, the equation
 * on the right, aligned at its sign; finer steps unfold in place. Pointing at a part lights it on every line.
 *
 *     <chainwise-derivation expression="log(2+cos(x))" variable="x" detail="main"></chainwise-derivation>
 *
 * Attributes: `expression`, `variable`, `at` (for the numbers), `detail` (`answer`, `main`, `all`), `numbers` (write
 * the numbers under each line), `fixed` (no controls), `nested` (in a larger one, which has the controls). Properties
 * `study`, `everyWay` (all other ways are unfolded, as on paper).
 * Events: `chainwise-detail` `{ detail }`, `chainwise-numbers` `{ numbers }`.
 */
import { html, nothing, type TemplateResult } from "lit";
import { styleMap } from "lit/directives/style-map.js";
import { define, emit } from "../kit/element";
import { partAt } from "../kit/formula-parts";
import { isTypesettable } from "../kit/formula";
import { shortText } from "../kit/number-text";
import { rich } from "../kit/rich-text";
import { words } from "../locale";
import type { Step } from "../engine/api";
import { outputOf } from "./chain";
import "./derivation.css";
import { bracketed, derivationLines, derivative, leftWidth, type Line } from "./derivation-lines";
import { numbersAt, withNumbers, type PointNumbers } from "./derivation-numbers";
import { FunctionFigure } from "./function-figure";
import type { FunctionStudy } from "./function-study";
import { rolesFor } from "./roles";

export const details = ["answer", "main", "all"] as const;
export type Detail = (typeof details)[number];

/** A formula that is longer in LaTeX is shown as text, and so much LaTeX is typeset at all: more would stop the page. */
const kTypesetLimit = 1500;
const kMostTypeset = 24_000;
const kMostLines = 200;
/** The first part of a long text is enough to recognise it. */
const kLongText = 600;
/** A formula in a sentence. */
const kBrief = 160;

export class ChainwiseDerivation extends FunctionFigure {
  static override properties = {
    ...FunctionFigure.properties,
    detail: {},
    numbers: { type: Boolean },
    fixed: { type: Boolean },
    nested: { type: Boolean },
    everyWay: { attribute: false },
    other: { state: true },
    unfolded: { state: true },
    lit: { state: true },
    marked: { state: true },
  };
  declare detail: Detail;
  declare numbers: boolean;
  declare fixed: boolean;
  declare nested: boolean;
  declare everyWay: boolean;
  /** Shows what can be derived in other ways; fetched once there is such a step. */
  declare protected other: typeof import("./other-way") | undefined;
  /** Lines that differ from what `detail` says. */
  declare protected unfolded: ReadonlySet<string>;
  declare protected lit: readonly number[];
  /** The parts of formulas can be pointed at. Marking them doubles the work, so it waits for a pointer. */
  declare protected marked: boolean;
  #source = "";
  #drawn = 0;
  #typeset = 0;
  #cut = false;

  constructor() {
    super();
    this.detail = "main";
    this.numbers = false;
    this.fixed = false;
    this.nested = false;
    this.everyWay = false;
    this.unfolded = new Set();
    this.lit = [];
    this.marked = false;
  }

  protected override renderStudy(study: FunctionStudy) {
    const { derivation } = study;
    if (!derivation) return html`<p class="problem">${study.derivationError?.message ?? ""}</p>`;
    if (study.source !== this.#source) {
      this.#source = study.source;
      this.unfolded = new Set();
    }
    this.#drawn = 0;
    this.#typeset = 0;
    this.#cut = false;
    const output = outputOf(study).latex;
    const answer = `${derivative(output, study.variableLatex)} = ${derivation.derivative.latex}`;
    const [first] = derivation.steps;
    const tooLong = !first;
    return html`
      ${this.fixed || this.nested ? nothing : this.#controls(study)}
      ${first && this.detail !== "answer" ? this.#wayButtons(first.alternatives, "") : nothing}
      ${tooLong ? html`<p class="caption">${words.derivation.tooLong}</p>` : nothing}
      ${
        this.detail === "answer" || tooLong
          ? nothing
          : this.#beside(
              study,
              first,
              first.alternatives,
              "",
              html`<div
                class=${this.numbers ? "derivation-lines with-numbers" : "derivation-lines"}
                @pointermove=${this.#point}
                @click=${this.#point}
                @pointerenter=${() => (this.marked = true)}
                @pointerleave=${({ pointerType }: PointerEvent) => {
                  if (pointerType === "touch") return; // a finger leaves at once: what it touched stays lit
                  this.marked = false;
                  this.lit = [];
                }}
              >
                ${this.#lines(study, derivationLines(study), this.numbers ? numbersAt(study) : undefined, true)}
              </div>`,
            )
      }
      ${
        this.detail !== "answer" && !tooLong
          ? nothing
          : html`<div class="answer">${this.#formula(study, answer, derivation.derivative.text, true)}</div>`
      }
    `;
  }

  #controls(study: FunctionStudy) {
    return html`<div class="controls ui">
      <div class="button-row" role="radiogroup" aria-label=${words.derivation.detail}>
        ${details.map(
          (detail) =>
            html`<label class="button" aria-current=${detail === this.detail ? "true" : "false"}
              ><input
                class="visually-hidden"
                type="radio"
                name="detail-of-steps"
                .checked=${detail === this.detail}
                @change=${() => this.#choose(detail)}
              />${words.derivation.details[detail]}</label
            >`,
        )}
      </div>
      <label class="tick"
        ><input
          type="checkbox"
          .checked=${this.numbers}
          @change=${(event: Event) => {
            this.numbers = (event.target as HTMLInputElement).checked;
            emit(this, "chainwise-numbers", { numbers: this.numbers });
          }}
        />${words.derivation.numbers(study.variable, shortText(study.x))}</label
      >
    </div>`;
  }

  #choose(detail: Detail): void {
    this.detail = detail;
    this.unfolded = new Set();
    emit(this, "chainwise-detail", { detail });
  }

  #point = (event: MouseEvent): void => {
    const formula = (event.target as Element).closest<HTMLElement>(".right > kit-formula");
    const node = formula ? partAt(formula, event.clientX, event.clientY) : undefined;
    if (node !== this.lit[0]) this.lit = node === undefined ? [] : [node];
  };

  #lines(
    study: FunctionStudy,
    lines: readonly Line[],
    values: PointNumbers | undefined,
    outermost = false,
  ): TemplateResult {
    return html`<ol style=${styleMap({ "--left": `${leftWidth(lines)}rem` })}>
      ${lines.map((line, i) => {
        if (++this.#drawn > kMostLines || this.#typeset > kMostTypeset) {
          this.#cut = true;
          return nothing;
        }
        const open = line.lines.length > 0 && (this.detail === "all") !== this.unfolded.has(line.number);
        return html`<li>
          <div class="step" data-rule=${line.rule}>
            <span class="number" aria-hidden="true">${line.number}</span>
            <div class="reason">
              ${rich(this.#reason(study, line))}
              ${line.lines.length > 0 && !this.fixed ? this.#fold(line, open) : nothing}
              ${this.#wayButtons(line.ways, line.number)}
            </div>
            <div class=${outermost && i === lines.length - 1 ? "equation answer" : "equation"}>
              ${this.#equation(study, line, values)}
            </div>
          </div>
          ${this.#beside(study, line.step, line.ways, line.number, open ? this.#lines(study, line.lines, values) : nothing)}
        </li>`;
      })}
      ${outermost && this.#cut ? html`<li class="caption">${words.derivation.more}</li>` : nothing}
    </ol>`;
  }

  #fold(line: Line, open: boolean) {
    return html`<button
      class="fold"
      type="button"
      aria-expanded=${open ? "true" : "false"}
      @click=${() => this.#toggle(line.number)}
    >
      ${open ? words.derivation.fold : words.derivation.unfold}<span class="visually-hidden">
        ${words.derivation.ofLine(line.number)}</span
      >
    </button>`;
  }

  #toggle(place: string): void {
    const unfolded = new Set(this.unfolded);
    if (!unfolded.delete(place)) unfolded.add(place);
    this.unfolded = unfolded;
  }

  #wayButtons(rules: readonly string[] = [], place: string) {
    if (rules.length === 0 || this.fixed || this.nested) return nothing;
    if (!this.other) void import("./other-way").then((module) => (this.other = module));
    return this.other?.wayButtons(
      rules,
      (rule) => this.unfolded.has(`${place} ${rule}`),
      (rule) => this.#toggle(`${place} ${rule}`),
    );
  }

  /** What stands at a place, with the other ways that are open there. */
  #beside(study: FunctionStudy, step: Step, rules: readonly string[] = [], place: string, own: unknown) {
    const open = rules.filter((rule) => this.everyWay || this.unfolded.has(`${place} ${rule}`));
    if (!this.other || open.length === 0) return own;
    const { detail, numbers } = this;
    return this.other.beside(own, open, { study, place: { step, whole: place === "" }, detail, numbers });
  }

  #reason(study: FunctionStudy, line: Line): string {
    const { step } = line;
    const wording = Object.hasOwn(words.rules, line.rule) ? words.rules[line.rule] : undefined;
    return (wording ?? words.unknownRule)({
      rule: line.rule,
      variable: study.variableLatex,
      output: outputOf(study).latex,
      whole: line.rule === "name-inner" ? line.left : "",
      inner: step.inner ? { name: step.inner.latex, formula: brief(step.inner.formula.latex) } : undefined,
      outer: brief(study.outerFormulaOf(step)?.latex ?? ""),
      of: step.label?.of,
      by: step.label?.by,
      functionName: step.function,
      before: step.before.latex,
      terms: step.terms.map((term) => term.latex),
      nonzero: step.nonzero.map((part) => brief(part.latex)),
      defined: step.defined.map((part) => brief(part.latex)),
    });
  }

  #equation(study: FunctionStudy, line: Line, values: PointNumbers | undefined) {
    const right = line.rule === "name-inner" ? bracketed(study, line) : this.marked ? line.marked : line.right;
    const text = line.value?.text ?? line.step.after.text;
    const numbers = values && line.value ? withNumbers(study, line.value, values) : undefined;
    return html`<span class="left">${this.#formula(study, line.left, line.step.before.text)}</span
      ><span class="right">${this.#formula(study, line.left ? `{} = ${right}` : right, text)}</span>${
        numbers === undefined ? nothing : html`<span class="numbers">${this.#formula(study, numbers, "")}</span>`
      }`;
  }

  #formula(study: FunctionStudy, tex: string, text: string, display = false) {
    this.#typeset += tex.length;
    if (!isTypesettable(tex) || tex.length > kTypesetLimit) {
      return text === "" ? nothing : html`<code class="long" tabindex="0">${shortened(text)}</code>`;
    }
    return html`<kit-formula
      ?display=${display}
      .roles=${rolesFor(study)}
      .tex=${display ? tex : `\\displaystyle ${tex}`}
      .focusNodes=${this.lit}
    ></kit-formula>`;
  }
}

function shortened(text: string): string {
  return text.length > kLongText ? `${text.slice(0, kLongText)} …` : text;
}

function brief(latex: string): string {
  return latex.length > kBrief ? "\\cdots" : latex;
}

define("chainwise-derivation", ChainwiseDerivation);
