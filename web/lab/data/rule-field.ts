/**
 * `<lab-rule>`: the field for a rule that sorts points, read as one types; what is wrong and where; examples.
 *
 *     html`<lab-rule .source=${source} @lab-change=${({ detail }) => change(detail)}></lab-rule>`
 *
 * Event `lab-change`: the rule, as soon as it can be read.
 */
import { html, nothing } from "lit";
import { errorPlace } from "../../figures/error-place";
import { define, emit, KitElement } from "../../kit/element";
import { rich } from "../../kit/rich-text";
import { text as words } from "../../locale/lab-rule";
import type { PointsSource } from "./points-panel";
import { readRule } from "./rule";
import "./rule-field.css";

export class LabRule extends KitElement {
  static override properties = { source: { attribute: false }, typed: { state: true } };
  protected override lazy = false;
  declare source: PointsSource | undefined;
  /** What cannot be read, while it is being typed. */
  declare protected typed: string | undefined;

  /** A rule that can be read takes effect at once. */
  #type(rule: string): void {
    const { engine } = this.source ?? {};
    const fits = engine && readRule(engine, rule).ok;
    this.typed = fits ? undefined : rule;
    if (fits) emit(this, "lab-change", { data: "rule", rule });
  }

  protected override render() {
    if (!this.source) return nothing;
    const { values, engine, error, rule } = this.source;
    const shown = this.typed ?? values.rule;
    const read = engine && readRule(engine, shown);
    const wrong = read && !read.ok ? read.error : error;
    return html`<label class="rule"
        ><span>${words.label}</span
        ><input
          class="field"
          spellcheck="false"
          autocomplete="off"
          autocapitalize="off"
          maxlength="200"
          aria-invalid=${wrong ? "true" : "false"}
          aria-describedby="lab-rule-state"
          .value=${shown}
          @input=${(event: Event) => this.#type((event.target as HTMLInputElement).value)}
      /></label>
      <div class="rule-state" id="lab-rule-state" role="status">
        ${
          wrong
            ? html`${errorPlace(shown, wrong)}
                <p class="problem">${wrong.message}</p>
                <p class="caption">${words.last(rule)}</p>`
            : nothing
        }
      </div>
      <p class="button-row">
        ${words.list.map(
          (example) =>
            html`<button
              type="button"
              class="button"
              aria-pressed=${example === shown ? "true" : "false"}
              @click=${() => this.#type(example)}
            >
              <code>${example}</code>
            </button>`,
        )}
      </p>
      <p class="caption">${rich(words.hint)}</p>`;
  }
}

define("lab-rule", LabRule);

declare global {
  interface HTMLElementTagNameMap {
    "lab-rule": LabRule;
  }
}
