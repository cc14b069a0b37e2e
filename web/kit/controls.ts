/**
 * Labelled controls that know their field.
 *
 *     ${choose({ label: "Cost", choices: losses, chosen: "huber", name: (loss) => words[loss], choose: (loss) => ... })}
 */
import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { words } from "../locale";
import type { NumberField } from "./fields";
import "./controls.css";
import { plainNumber } from "./number-text";

export function choose<T extends string>(options: {
  label: string;
  /** By which others find it. */
  id?: string;
  /** Said to a screen reader instead of the label. */
  spoken?: string;
  choices: readonly T[];
  chosen: T;
  name: (choice: T) => string;
  choose: (choice: T) => void;
}): TemplateResult {
  const { label, id, spoken, choices, chosen, name } = options;
  return html`<label class="control"
    ><span>${label}</span
    ><select
      name=${id ?? nothing}
      aria-label=${spoken ?? nothing}
      .value=${chosen}
      @change=${(event: Event) => {
        const picked = choices[(event.target as HTMLSelectElement).selectedIndex];
        if (picked !== undefined) options.choose(picked);
      }}
    >
      ${choices.map((choice) => html`<option value=${choice} .selected=${live(choice === chosen)}>${name(choice)}</option>`)}
    </select></label
  >`;
}

/** What cannot be read or lies outside is put back, and said. */
export function enter(options: {
  label: string;
  id?: string;
  spoken?: string;
  field: NumberField;
  value: number;
  whole?: boolean;
  enter: (value: number) => void;
}): TemplateResult {
  const { label, id, spoken, field, value, whole = false } = options;
  return html`<label class="control"
      ><span>${label}</span
      ><input
        type="number"
        name=${id ?? nothing}
        aria-label=${spoken ?? nothing}
        min=${field.min}
        max=${field.max}
        step=${whole ? field.step : "any"}
        .value=${plainNumber(value, 6)}
        @change=${(event: Event) => {
          const input = event.target as HTMLInputElement;
          const typed = field.parse(input.value);
          const said = input.closest("label")?.nextElementSibling;
          if (typed !== undefined && (!whole || Number.isInteger(typed))) {
            if (said) said.textContent = "";
            return options.enter(typed);
          }
          const stays = plainNumber(value, 6);
          if (said)
            said.textContent = words.kit.outside(whole, plainNumber(field.min, 6), plainNumber(field.max, 6), stays);
          input.value = stays;
        }} /></label
    ><span class="trouble" role="alert" .textContent=${live("")}></span>`;
}
