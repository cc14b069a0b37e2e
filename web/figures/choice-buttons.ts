/**
 * One of a few, as buttons in a row: all of them visible, one of them pressed.
 *
 *     choiceButtons("Activation", ["tanh", "relu"], "tanh", (name) => name, (name) => set(name))
 */
import { html } from "lit";
import "./choice-buttons.css";

export function choiceButtons<const T extends string>(
  label: string,
  choices: readonly T[],
  chosen: T,
  name: (choice: T) => string,
  choose: (choice: T) => void,
) {
  return html`<div class="choice-buttons ui" role="group" aria-label=${label}>
    <span class="choice-label" aria-hidden="true">${label}</span>
    ${choices.map(
      (choice) =>
        html`<button
          type="button"
          class="button"
          data-choice=${choice}
          aria-pressed=${choice === chosen ? "true" : "false"}
          @click=${() => choose(choice)}
        >
          ${name(choice)}
        </button>`,
    )}
  </div>`;
}
