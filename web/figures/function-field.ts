/**
 * `<chainwise-function>`: the field for a function of one's own, typeset as one types; what is wrong and where;
 * examples; the choice of the variable and values for the other names.
 *
 *     <chainwise-function expression="log(2+cos(x))"></chainwise-function>
 *
 * Attributes: `expression`, `variable`, `at`; `compact` leaves out examples and variables; `label`. Properties `study`,
 * `roles` (of the names, where others than usual).
 * Event `chainwise-change`: `{ text?, variable?, others? }`.
 */
import { html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { ChainwiseError } from "../engine/api";
import { define } from "../kit/element";
import { isTypesettable } from "../kit/formula";
import "../kit/slider";
import { words } from "../locale";
import { errorPlace } from "./error-place";
import { FunctionFigure } from "./function-figure";
import "./function-field.css";
import type { FunctionStudy } from "./function-study";
import { outputOf } from "./chain";
import { rolesFor } from "./roles";

/** A formula that is longer in LaTeX is not typeset while typing. */
const kTypesetLimit = 1000;
let count = 0;

export class ChainwiseFunction extends FunctionFigure {
  static override properties = {
    ...FunctionFigure.properties,
    compact: { type: Boolean },
    label: {},
    roles: { attribute: false },
  };
  declare compact: boolean;
  declare label: string | undefined;
  declare roles: ReturnType<typeof rolesFor> | undefined;
  /** A field answers at once, wherever the page is scrolled to. */
  protected override lazy = false;
  readonly #id = `function-${++count}`;

  #typed = (event: Event): void => {
    const field = event.target as HTMLTextAreaElement;
    this.#fit(field);
    this.propose({ text: field.value });
  };

  #fit(field: HTMLTextAreaElement): void {
    // One line for a plain expression, more for a program of several definitions.
    field.rows = Math.min(8, field.value.split("\n").length);
  }

  protected override updated(): void {
    const field = this.querySelector("textarea");
    if (field) this.#fit(field);
  }

  protected override renderStudy(study: FunctionStudy) {
    const { error } = study;
    return html`
      <label class="ui" for=${this.#id}>${this.label ?? words.field.label}</label>
      <textarea
        id=${this.#id}
        class="field"
        rows="1"
        spellcheck="false"
        autocomplete="off"
        autocapitalize="off"
        aria-invalid=${error ? "true" : "false"}
        aria-describedby="${this.#id}-state"
        .value=${study.text}
        @input=${this.#typed}
      ></textarea>
      <div class="state" id="${this.#id}-state" role="status">
        ${error ? this.#problem(study, error) : this.#preview(study)}
      </div>
      ${this.compact ? nothing : [this.#examples(study), this.#names(study)]}
    `;
  }

  #preview(study: FunctionStudy) {
    const roles = this.roles ?? rolesFor(study);
    const formulas = study.definitions.map((definition) => {
      const left = definition.name
        ? definition.latex
        : `${outputOf(study).latex}(${study.inputs.map((i) => i.latex).join(", ")})`;
      return !isTypesettable(definition.formula.latex) || definition.formula.latex.length > kTypesetLimit
        ? html`<p class="caption">${words.field.long}</p>`
        : html`<kit-formula display .roles=${roles} .tex=${`${left} = ${definition.formula.latex}`}></kit-formula>`;
    });
    // What was read in one of two ways; more than one remark would be a lecture.
    const note = study.notes[0];
    return [formulas, note ? html`<p class="caption note">${note.message}</p>` : nothing];
  }

  #problem(study: FunctionStudy, error: ChainwiseError) {
    const { text } = study;
    return html`
      ${errorPlace(text, error)}
      <p class="problem">${error.message}</p>
      ${study.source === "" ? nothing : html`<p class="caption">${words.field.lastValid(study.source)}</p>`}
    `;
  }

  #examples(study: FunctionStudy) {
    return html`<div class="examples button-row ui" role="group" aria-label=${words.field.examples}>
      <span class="caption" aria-hidden="true">${words.field.examples}</span>
      ${words.field.exampleFunctions.map(
        (text) =>
          html`<button
            class="button"
            type="button"
            aria-pressed=${text === study.text ? "true" : "false"}
            @click=${() => this.propose({ text })}
          >
            <code>${text}</code>
          </button>`,
      )}
    </div>`;
  }

  #names(study: FunctionStudy) {
    if (study.inputs.length < 2) return nothing;
    const choose = (event: Event): void => this.propose({ variable: (event.target as HTMLSelectElement).value });
    return html`<div class="names ui">
      <label
        >${words.field.variable}
        <select class="field" @change=${choose}>
          ${study.inputs.map(
            ({ name }) => html`<option value=${name} ?selected=${name === study.variable}>${name}</option>`,
          )}
        </select></label
      >
      <p class="caption">${words.field.others}</p>
      ${repeat(
        study.otherInputs,
        ({ name }) => name,
        ({ name, latex }) =>
          html`<kit-slider
            .tex=${latex}
            label=${name}
            role-of=${rolesFor(study)[latex.replace(/_.*$/, "")] ?? "parameter"}
            .min=${-10}
            .max=${10}
            .step=${0.1}
            .value=${study.others[name] ?? 1}
            @kit-change=${(event: CustomEvent<{ value: number }>) =>
              this.propose({ others: { ...study.others, [name]: event.detail.value } })}
          ></kit-slider>`,
      )}
    </div>`;
  }
}

define("chainwise-function", ChainwiseFunction);
