/**
 * `<lab-class>`: what the link of a laboratory asks of its learner, and what it holds fast.
 *
 *     html`<lab-class .shown=${{ values, reached, damaged }} @lab-open=${() => ...}></lab-class>`
 *
 * Property `shown`: the settings, how far the run has come, and whether the link's weights were damaged. Event
 * `lab-open`: the learner wants all controls.
 */
import { html, nothing, type TemplateResult } from "lit";
import { announce } from "../../kit/announce";
import { define, emit, KitElement } from "../../kit/element";
import { text } from "../../locale/lab-teach";
import type { LabSettings } from "../state";
import { isMet, judge, readGoal, type Part, type Reached } from "./goals";
import { Locks } from "./locks";
import "./teach.css";
import { heldSentences, named, sentenceOf } from "./words";

interface Shown {
  values: LabSettings;
  reached: Reached | undefined;
  damaged: boolean;
}

export class LabClass extends KitElement {
  static override properties = { shown: { attribute: false } };
  declare shown: Shown | undefined;
  protected override lazy = false;
  #locks: Locks | undefined;
  #held = "";
  /** Said once for each goal. */
  #told = "";

  override connectedCallback(): void {
    super.connectedCallback();
    const page = this.closest<HTMLElement>("lab-page");
    this.#locks = page ? new Locks(page) : undefined;
    this.#held = "";
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#locks?.release();
  }

  protected override updated(): void {
    const { lock = "", hide = "" } = this.shown?.values ?? {};
    const held = `${lock} ${hide}`;
    if (held === this.#held) return;
    this.#held = held;
    this.#locks?.hold(named(lock), named(hide));
  }

  #open(): void {
    emit(this, "lab-open", undefined);
    announce(text.opened);
  }

  protected override render() {
    if (!this.shown) return nothing;
    const { values, reached, damaged } = this.shown;
    const held = heldSentences(values.lock, values.hide);
    const goal = readGoal(values.goal);
    return html`
      ${damaged ? html`<p class="trouble ui" role="alert">${text.damagedWeights}</p>` : nothing}
      ${values.w && !damaged ? html`<p class="caption">${text.weights}</p>` : nothing}
      ${goal && reached ? this.#goal(values.goal, judge(goal, reached)) : nothing}
      ${
        held.length > 0
          ? html`<div class="row ui locks">
              <p>${held.join(" ")} <span class="caption">${text.why}</span></p>
              <button type="button" class="button" @click=${() => this.#open()}>${text.open}</button>
            </div>`
          : nothing
      }
    `;
  }

  #goal(goal: string, parts: readonly Part[]): TemplateResult {
    const met = isMet(parts);
    if (met && this.#told !== goal) {
      this.#told = goal;
      announce(text.reached(parts.map(sentenceOf)));
    }
    return html`<section class="goal ui" data-met=${met ? "yes" : "no"}>
      <h2>${met ? text.goalMet : text.goal}</h2>
      <ul>
        ${parts.map(
          (part) =>
            html`<li data-met=${part.met ? "yes" : "no"}>
              <span aria-hidden="true">${part.met ? "✓" : "○"}</span
              ><span class="visually-hidden">${part.met ? text.met : text.notMet}: </span>${sentenceOf(part)}
            </li>`,
        )}
      </ul>
    </section>`;
  }
}

define("lab-class", LabClass);

declare global {
  interface HTMLElementTagNameMap {
    "lab-class": LabClass;
  }
}
