/**
 * `<chainwise-descent-step>`: one step of gradient descent: old value, gradient, learning rate and new value of each
 * parameter, and the cost before, predicted, and got.
 *
 *     html`<chainwise-descent-step .trace=${trace} .descent=${descent} .rate=${0.5} .taken=${0}
 *            @chainwise-take=${take} @chainwise-undo=${undo} @chainwise-rate=${setRate}></chainwise-descent-step>`
 *
 * Events: `chainwise-take`, `chainwise-undo`, `chainwise-rate` `{ value }`. The page moves the numbers.
 */
import { html, nothing } from "lit";
import { define, emit, KitElement } from "../kit/element";
import { numberText } from "../kit/number-text";
import "../kit/slider";
import "../kit/formula";
import { networkWords } from "../locale/network-figures";
import "./descent-step.css";
import type { Trace, Update } from "./graph-trace";

const kDigits = 4;

export interface DescentNumbers {
  updates: readonly Update[];
  before: number;
  predicted: number;
  after: number;
}

export class ChainwiseDescentStep extends KitElement {
  static override properties = {
    trace: { attribute: false },
    descent: { attribute: false },
    rate: { type: Number },
    minRate: { type: Number, attribute: "min-rate" },
    maxRate: { type: Number, attribute: "max-rate" },
    taken: { type: Number },
    notice: {},
  };
  declare trace: Trace | undefined;
  declare descent: DescentNumbers | undefined;
  declare rate: number;
  declare minRate: number;
  declare maxRate: number;
  /** Steps taken so far; 0 disables undo. */
  declare taken: number;
  declare notice: string;

  constructor() {
    super();
    this.rate = 1;
    this.minRate = 0;
    this.maxRate = 10;
    this.taken = 0;
    this.notice = "";
  }

  protected override render() {
    const { trace, descent } = this;
    if (!trace || !descent) return nothing;
    const cost = trace.nodes.get(trace.graph.output)?.latex ?? "";
    return html`
      <table class="numbers ui">
        <caption>
          ${networkWords.descent.caption}
        </caption>
        <thead>
          <tr>
            <th scope="col"><span class="visually-hidden">${networkWords.descent.parameter}</span></th>
            <th scope="col">${networkWords.descent.before}</th>
            <th scope="col">${networkWords.descent.gradient}</th>
            <th scope="col">${networkWords.descent.after}</th>
          </tr>
        </thead>
        <tbody>
          ${descent.updates.map((update) => this.#row(trace, update))}
        </tbody>
      </table>
      <kit-slider
        tex="\\eta"
        label=${networkWords.descent.rate}
        role-of="derivative"
        .min=${this.minRate}
        .max=${this.maxRate}
        .step=${0.1}
        .digits=${2}
        .value=${this.rate}
        @kit-change=${(event: CustomEvent<{ value: number }>) => {
          event.stopPropagation();
          emit(this, "chainwise-rate", event.detail);
        }}
      ></kit-slider>
      <dl class="costs ui">
        ${this.#cost("before", networkWords.descent.now, descent.before, cost)}
        ${this.#cost("predicted", networkWords.descent.predicted, descent.predicted, cost)}
        ${this.#cost("after", networkWords.descent.got, descent.after, cost)}
      </dl>
      <p class="caption verdict">${this.#verdict(descent)}</p>
      <div class="button-row">
        <button type="button" class="button primary" @click=${() => emit(this, "chainwise-take", undefined)}>
          ${networkWords.descent.take}
        </button>
        <button
          type="button"
          class="button"
          ?disabled=${this.taken === 0}
          @click=${() => emit(this, "chainwise-undo", undefined)}
        >
          ${networkWords.descent.undo}
        </button>
        <span class="caption" role="status">${this.taken > 0 ? networkWords.descent.taken(this.taken) : ""}</span>
      </div>
      ${this.notice ? html`<p class="caption" role="status">${this.notice}</p>` : nothing}
    `;
  }

  #row(trace: Trace, { name, node, before, gradient, after }: Update) {
    return html`<tr data-name=${name}>
      <th scope="row">
        <span class="visually-hidden">${name}</span>
        <kit-formula aria-hidden="true" .tex=${trace.nodes.get(node)?.latex ?? name}></kit-formula>
      </th>
      <td data-value=${before}>${numberText(before, kDigits)}</td>
      <td class="gradient" data-value=${gradient}>${numberText(gradient, kDigits)}</td>
      <td data-value=${after}>${numberText(after, kDigits)}</td>
    </tr>`;
  }

  #cost(id: string, label: string, value: number, cost: string) {
    return html`<div class=${id}>
      <dt>${label}</dt>
      <dd data-cost=${id} data-value=${value}>
        <kit-formula .tex=${cost}></kit-formula> = ${numberText(value, kDigits)}
      </dd>
    </div>`;
  }

  #verdict({ before, after }: DescentNumbers): string {
    if (after > before) return networkWords.descent.rose;
    return before - after < 1e-6 ? networkWords.descent.flat : networkWords.descent.fell;
  }
}

define("chainwise-descent-step", ChainwiseDescentStep);

declare global {
  interface HTMLElementTagNameMap {
    "chainwise-descent-step": ChainwiseDescentStep;
  }
}
