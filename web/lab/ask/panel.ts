/**
 * `<lab-asked>`: the answer to what was asked of the pictures, beneath them: a place of the plane, a point of the
 * curve of the cost, a weight or bias of the drawing.
 *
 *     html`<lab-asked .question=${{ kind: "place", at: [0.5, -0.2] }} .asked=${asked} .run=${run}></lab-asked>`
 *
 * Event: `lab-ask` without a question closes it.
 */
import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { define, emit, KitElement } from "../../kit/element";
import { numberText, shortText } from "../../kit/number-text";
import { text } from "../../locale/lab-ask";
import { nodeName } from "../node-names";
import type { Asked } from "../node-panel";
import type { LabRun } from "../run";
import { sizesOf } from "../setup";
import { nearestMoment } from "./moment-model";
import { parameterName } from "./parameter-name";
import type { Question } from "./question";
import "./panel.css";

/** Where the top of an answer comes to lie that would not be seen, as a share of the window. */
const kSeen = 0.6;

export class LabAsked extends KitElement {
  static override properties = {
    question: { attribute: false },
    asked: { attribute: false },
    run: { attribute: false },
  };
  protected override lazy = false;
  declare question: Question | undefined;
  declare asked: Asked | undefined;
  declare run: LabRun | undefined;
  /** The moment of the last rest. */
  #held: Asked | undefined;
  /** Where one was on the keyboard. */
  #from: HTMLElement | undefined;

  protected override willUpdate(changed: PropertyValues): void {
    const training = this.run?.model.playing ?? false;
    if (!this.#held || !training || changed.has("question")) this.#held = this.asked;
    this.dataset["kind"] = this.question?.kind ?? "";
  }

  protected override updated(changed: PropertyValues): void {
    if (!changed.has("question") || !this.question) return;
    const { activeElement } = document;
    if (!(activeElement instanceof HTMLElement) || this.contains(activeElement)) return;
    const keys = activeElement.matches(":focus-visible");
    this.#from = keys ? activeElement : undefined;
    if (keys) this.querySelector<HTMLElement>("h2")?.focus({ preventScroll: true });
    const { top } = this.getBoundingClientRect();
    if (top < 0 || top > innerHeight * 0.8) scrollBy({ top: top - innerHeight * kSeen });
  }

  #close(): void {
    emit(this, "lab-ask", undefined);
    this.#from?.focus();
  }

  protected override render() {
    const { question, asked } = this;
    const held = this.#held;
    if (!question || !asked || !held) return nothing;
    const late = held.frame !== asked.frame;
    return html`<section
      aria-labelledby="lab-asked"
      @keydown=${(event: KeyboardEvent) => event.key === "Escape" && this.#close()}
    >
      <header>
        <h2 id="lab-asked" tabindex="-1">${this.#title(question, held)}</h2>
        <button type="button" class="button" aria-label=${text.close} @click=${() => this.#close()}>×</button>
      </header>
      <p class="caption" role="status" ?hidden=${!late}>
        ${late ? text.waits(numberText(held.frame.epochs, 1)) : nothing}
      </p>
      ${isThere(question, held, this.run) ? this.#answer(question, held) : html`<p data-gone>${text.gone[question.kind]}</p>`}
    </section>`;
  }

  #title(question: Question, { setup, frame }: Asked): string {
    switch (question.kind) {
      case "place": {
        const { at } = question;
        const named = at.map((value, index) => `${text.place.coordinate(index + 1, at.length)} = ${shortText(value)}`);
        return text.place.title(named.join(", "));
      }
      case "moment": {
        const epoch = frame.batches > 0 ? (question.batches * frame.epochs) / frame.batches : 0;
        return text.moment.title(question.batches, numberText(epoch, 1));
      }
      case "parameter": {
        const { layer, unit } = question.id;
        return text.parameter.title(parameterName(question.id), nodeName(layer, unit, setup.network));
      }
    }
  }

  #answer(question: Question, asked: Asked): TemplateResult {
    switch (question.kind) {
      case "place":
        void import("../why/place");
        return html`<lab-answer .asked=${asked} .at=${question.at}></lab-answer>`;
      case "moment": {
        void import("./moment");
        const stored = nearestMoment([...(this.run?.moments ?? []), asked.frame], question.batches);
        return html`<lab-moment .asked=${asked} .frame=${stored} .batches=${question.batches}></lab-moment>`;
      }
      case "parameter":
        void import("./parameter");
        return html`<lab-parameter .asked=${asked} .parameter=${question.id}></lab-parameter>`;
    }
  }
}

/** A question may be older than the network, the points or the run of now. */
function isThere(question: Question, { setup, points, frame }: Asked, run: LabRun | undefined): boolean {
  switch (question.kind) {
    case "place":
      return question.at.length === points.inputSize;
    case "moment":
      return question.batches <= Math.max(frame.batches, run?.moments.at(-1)?.batches ?? 0);
    case "parameter": {
      const { layer, unit, input = 0 } = question.id;
      const sizes = sizesOf(setup);
      return unit < (sizes[layer + 1] ?? 0) && input < (sizes[layer] ?? 0);
    }
  }
}

define("lab-asked", LabAsked);

declare global {
  interface HTMLElementTagNameMap {
    "lab-asked": LabAsked;
  }
}
