/**
 * `<lab-curve-hand>`: lies over the curve of the cost; each of its points can be pointed at, or reached by arrow keys,
 * and asked about.
 *
 *     html`<lab-curve-hand .chart=${chart} .curve=${{ history, batchesPerEpoch }}></lab-curve-hand>`
 *
 * Event: `lab-ask` with a moment.
 */
import { html, nothing } from "lit";
import type { LossPoints } from "../../engine/training-protocol";
import { define, KitElement } from "../../kit/element";
import type { LossChart } from "../../kit/loss-chart";
import { numberText } from "../../kit/number-text";
import { text } from "../../locale/lab-ask";
import "./curve-hand.css";
import { ask } from "./question";

export interface HandCurve {
  history: LossPoints;
  batchesPerEpoch: number;
}

const words = text.curve;
const steps: Record<string, number> = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 };
const kPage = 10;

export class LabCurveHand extends KitElement {
  static override properties = { chart: { attribute: false }, curve: { attribute: false }, index: { state: true } };
  protected override lazy = false;
  declare chart: LossChart | undefined;
  declare curve: HandCurve | undefined;
  /** The point that is pointed at. */
  declare protected index: number | undefined;

  #epochs(curve: HandCurve, index: number): number {
    return (curve.history.batches[index] ?? NaN) / curve.batchesPerEpoch;
  }

  #nearest(event: PointerEvent | MouseEvent): number | undefined {
    const { chart, curve } = this;
    const [from] = chart?.place(0, 0) ?? [];
    const [to] = chart?.place(1, 0) ?? [];
    if (!curve || from === undefined || to === undefined) return undefined;
    const left = event.clientX - this.getBoundingClientRect().left;
    const batches = ((left - from) / (to - from)) * curve.batchesPerEpoch;
    let nearest = 0;
    const distance = (index: number): number => Math.abs((curve.history.batches[index] ?? NaN) - batches);
    for (let i = 1; i < curve.history.batches.length; i++) if (distance(i) < distance(nearest)) nearest = i;
    return nearest;
  }

  #ask(index: number | undefined): void {
    const batches = index === undefined ? undefined : this.curve?.history.batches[index];
    if (batches !== undefined) ask(this, { kind: "moment", batches });
  }

  #key = (event: KeyboardEvent): void => {
    const last = (this.curve?.history.batches.length ?? 0) - 1;
    const at = Math.min(this.index ?? last, last);
    const step = Object.hasOwn(steps, event.key) ? steps[event.key] : undefined;
    const to = { PageUp: at + kPage, PageDown: at - kPage, Home: 0, End: last }[event.key];
    if (event.key === "Enter" || event.key === " ") this.#ask(at);
    else if (step !== undefined || to !== undefined)
      this.index = Math.max(0, Math.min(last, to ?? at + (step ?? 0) * (event.shiftKey ? kPage : 1)));
    else return;
    event.preventDefault();
  };

  protected override render() {
    const { chart, curve } = this;
    const count = curve?.history.batches.length ?? 0;
    if (!chart || !curve || count < 2) return nothing;
    const at = Math.min(this.index ?? count - 1, count - 1);
    const { losses, testLosses } = curve.history;
    const [loss, apart] = [losses[at] ?? NaN, testLosses?.[at]];
    const epoch = this.#epochs(curve, at);
    const said = words.point(
      numberText(epoch, 1),
      numberText(loss, 4),
      apart === undefined ? undefined : numberText(apart, 4),
    );
    return html`<div
        class="over"
        role="slider"
        tabindex="0"
        aria-label=${words.label}
        aria-valuemin="0"
        aria-valuemax=${count - 1}
        aria-valuenow=${at}
        aria-valuetext=${said}
        @pointermove=${(event: PointerEvent) => (this.index = this.#nearest(event))}
        @pointerleave=${(event: Event) => (event.currentTarget as Element).matches(":focus-visible") || (this.index = undefined)}
        @click=${(event: MouseEvent) => this.#ask(this.#nearest(event))}
        @focus=${(event: FocusEvent) => (event.target as Element).matches(":focus-visible") && (this.index ??= count - 1)}
        @blur=${() => (this.index = undefined)}
        @keydown=${this.#key}
      >
        ${this.index === undefined ? nothing : [loss, apart].map((value) => mark(chart.place(epoch, value ?? NaN)))}
      </div>
      <p class="caption">${this.index === undefined ? words.hint : said}</p>`;
  }
}

function mark([left, top]: [number, number] | undefined = [NaN, NaN]) {
  return Number.isFinite(top)
    ? html`<span class="upright" style="left: ${left}px"></span
        ><span class="dot" style="left: ${left}px; top: ${top}px"></span>`
    : nothing;
}

define("lab-curve-hand", LabCurveHand);

declare global {
  interface HTMLElementTagNameMap {
    "lab-curve-hand": LabCurveHand;
  }
}
