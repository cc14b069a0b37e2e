/**
 * `<chainwise-race-rates>`: how the four optimisers of the race end at three learning rates, from the first start.
 *
 *     html`<chainwise-race-rates .engine=${engine} @chainwise-race=${(event) => state.set(event.detail)}></chainwise-race-rates>`
 *
 * Event `chainwise-race`: the setting and the steps of a race that the reader wants to see.
 */
import { html, nothing } from "lit";
import type { Chainwise } from "../engine/api";
import { define, emit, KitElement } from "../kit/element";
import "../kit/formula";
import { numberText } from "../kit/number-text";
import { text } from "../locale/lessons/optimisers";
import { kSteps, optimisers, placeAfter, raceFields, runRace, type OptimiserName } from "./optimiser-race-model";
import "./race-rates.css";

const kDigits = 4;
const kRates = [0.05, 0.3, 2];
const words = text.figures.rates;

export class ChainwiseRaceRates extends KitElement {
  static override properties = { engine: { attribute: false }, columns: { state: true } };
  declare engine: Chainwise | undefined;
  /** The last losses, rate by rate. */
  declare protected columns: readonly ReadonlyMap<OptimiserName, number>[];
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.columns = [];
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  protected override get ready(): boolean {
    return this.engine !== undefined;
  }

  /** One rate after the other, with room for the page between them. */
  protected override updated(): void {
    const { engine } = this;
    const rate = kRates[this.columns.length];
    if (!engine || rate === undefined) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      const runs = runRace(engine, { rate, w: raceFields.w.initial, b: raceFields.b.initial });
      this.columns = [...this.columns, new Map(runs.map((run) => [run.name, placeAfter(run, kSteps).loss]))];
    });
  }

  #show(rate: number): void {
    emit(this, "chainwise-race", { rate, w: raceFields.w.initial, b: raceFields.b.initial, steps: kSteps });
  }

  protected override render() {
    if (!this.engine) return nothing;
    if (this.columns.length < kRates.length) return html`<p class="caption">${words.working}</p>`;
    const lowest = this.columns.map((losses) => Math.min(...losses.values()));
    return html`<table class="ui">
      <caption>
        ${words.caption(kSteps)}
      </caption>
      <thead>
        <tr>
          <th scope="col">${text.figures.race.optimiser}</th>
          ${kRates.map(
            (rate) =>
              html`<th scope="col">
                <button
                  type="button"
                  class="button"
                  data-rate=${rate}
                  aria-label=${words.show(String(rate))}
                  @click=${() => this.#show(rate)}
                >
                  <span><kit-formula tex="\\eta"></kit-formula> = ${rate}</span>
                </button>
              </th>`,
          )}
        </tr>
      </thead>
      <tbody>
        ${optimisers.map(
          (name) =>
            html`<tr data-optimiser=${name}>
              <th scope="row">${text.figures.race.names[name]}</th>
              ${this.columns.map((losses, i) => {
                const loss = losses.get(name) ?? NaN;
                // Who differs in digits that nobody sees has won as well.
                const best = numberText(loss, kDigits) === numberText(lowest[i] ?? NaN, kDigits);
                return html`<td class=${best ? "best" : ""} data-value=${loss}>
                  ${best ? html`<span class="visually-hidden">${words.lowest}</span>` : nothing}${numberText(loss, kDigits)}
                </td>`;
              })}
            </tr>`,
        )}
      </tbody>
    </table>`;
  }
}

define("chainwise-race-rates", ChainwiseRaceRates);

declare global {
  interface HTMLElementTagNameMap {
    "chainwise-race-rates": ChainwiseRaceRates;
  }
}
