/**
 * `<lab-race>`: optimisers that start from the weights of this moment and learn from the same points, all with one
 * learning rate or each with its best. The run can go on with one of them.
 *
 *     html`<lab-race .asked=${asked} .desk=${desk}></lab-race>`
 */
import { html, nothing } from "lit";
import { choiceButtons } from "../../figures/choice-buttons";
import "../../figures/numbers.css";
import { announce } from "../../kit/announce";
import type { Role } from "../../kit/colours";
import { enter } from "../../kit/controls";
import { define, KitElement } from "../../kit/element";
import { numberField } from "../../kit/fields";
import { numberText, shortText } from "../../kit/number-text";
import "../../kit/plot";
import { text as lab } from "../../locale/lab";
import { text } from "../../locale/lab-why";
import type { LabDesk } from "../desk";
import type { Asked } from "../node-panel";
import { optimizers, table } from "../state";
import { momentKeys } from "./memo";
import { Race, rank, tryable, type OptimizerName, type Run } from "./race-model";

const words = text.why.race;
const kSlice = 10;
/** For the names behind the curves. */
const kRoom = 1.28;
const kUsual: readonly OptimizerName[] = ["gradient-descent", "momentum", "rmsprop", "adam"];
const ways = ["same", "best"] as const;
const epochsField = numberField({ initial: 20, min: 1, max: 200, step: 1 });
const names = lab.learning.optimizers;

/** Relatives share a colour; the younger one is dashed. */
const looks: Record<OptimizerName, { role: Role; dashed?: boolean }> = {
  "gradient-descent": { role: "cost" },
  momentum: { role: "parameter" },
  nesterov: { role: "parameter", dashed: true },
  adagrad: { role: "value", dashed: true },
  rmsprop: { role: "value" },
  adam: { role: "data" },
  adamw: { role: "data", dashed: true },
};

export class LabRace extends KitElement {
  static override properties = {
    asked: { attribute: false },
    desk: { attribute: false },
    racers: { state: true },
    way: { state: true },
    epochs: { state: true },
    rate: { state: true },
  };
  declare asked: Asked | undefined;
  declare desk: LabDesk | undefined;
  declare protected racers: readonly OptimizerName[];
  declare protected way: (typeof ways)[number];
  declare protected epochs: number;
  /** The learning rate of all of them; that of the laboratory where left out. */
  declare protected rate: number | undefined;
  #race: Race | undefined;
  #keys: readonly unknown[] = [];
  #request = 0;

  constructor() {
    super();
    this.racers = kUsual;
    this.way = "same";
    this.epochs = epochsField.initial;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop();
  }

  #stop(): void {
    cancelAnimationFrame(this.#request);
    this.#race?.dispose();
  }

  #rateOf({ setup }: Asked): number {
    return this.rate ?? setup.network.optimizer?.learningRate ?? 0.1;
  }

  protected override willUpdate(): void {
    const { asked, way, epochs, racers } = this;
    if (!asked) return;
    const rate = this.#rateOf(asked);
    const keys = [...momentKeys(asked), way, epochs, racers.join(), way === "same" ? rate : 0];
    if (keys.every((key, index) => Object.is(key, this.#keys[index]))) return;
    this.#keys = keys;
    this.#stop();
    const race = new Race(
      asked,
      optimizers
        .filter((name) => racers.includes(name))
        .map((name) => ({ name, rates: way === "best" ? tryable : [rate] })),
      epochs,
    );
    this.#race = race;
    const go = (): void => {
      const more = race.work(kSlice);
      this.requestUpdate();
      if (more) this.#request = requestAnimationFrame(go);
      else announce(this.#sentence(race.runs));
    };
    this.#request = requestAnimationFrame(go);
  }

  #toggle(name: OptimizerName, on: boolean): void {
    this.racers = on ? [...this.racers, name] : this.racers.filter((other) => other !== name);
  }

  #sentence(runs: readonly Run[]): string {
    const [first, second] = [...runs].sort((a, b) => rank(a) - rank(b));
    if (!first || rank(first) === Infinity) return words.nobody;
    const lead = words.first(names[first.name], numberText(rank(first), 4), shortText(first.rate, 4), this.epochs);
    const next = second && rank(second) < Infinity ? words.second(names[second.name], numberText(rank(second), 4)) : "";
    const lost = runs.filter(({ diverged }) => diverged).map(({ name }) => names[name]);
    return [lead, next, lost.length > 0 ? words.diverged(lost) : ""].filter(Boolean).join(" ");
  }

  protected override render() {
    const { asked } = this;
    const race = this.#race;
    if (!asked || !race) return nothing;
    const { runs, share, error } = race;
    const same = this.way === "same";
    return html`<div class="row ui">
        ${choiceButtons(
          words.rates,
          ways,
          this.way,
          (way) => words.ways[way],
          (way) => (this.way = way),
        )}
        ${
          same
            ? enter({ label: "η", field: table.rate, value: this.#rateOf(asked), enter: (rate) => (this.rate = rate) })
            : nothing
        }
        ${enter({
          label: words.epochs,
          field: epochsField,
          value: this.epochs,
          whole: true,
          enter: (epochs) => (this.epochs = epochs),
        })}
      </div>
      <div class="row ui" role="group" aria-label=${words.who}>
        ${optimizers.map(
          (name) =>
            html`<label class="check"
              ><input
                type="checkbox"
                .checked=${this.racers.includes(name)}
                @change=${(event: Event) => this.#toggle(name, (event.target as HTMLInputElement).checked)}
              />
              ${names[name]}</label
            >`,
        )}
      </div>
      ${error ? html`<p class="trouble ui" role="alert">${error.message}</p>` : nothing}
      <div class="beside">
        ${this.#plot(asked, runs)}
        <div>
          <p class="says">${share < 1 ? words.running(numberText(100 * share, 0)) : this.#sentence(runs)}</p>
          ${this.#table(asked, runs, share === 1)}
        </div>
      </div>
      <p class="caption">${same ? words.sameLegend : words.bestLegend(tryable.join(", "))}</p>`;
  }

  #plot({ frame }: Asked, runs: readonly Run[]) {
    const top = Math.min(2 * frame.loss, Math.max(frame.loss, ...runs.flatMap(({ losses }) => losses)));
    return html`<kit-plot
      .x=${[0, this.epochs * kRoom]}
      .y=${[0, top * 1.05 || 1]}
      .curves=${runs.map(({ name, epochs, losses }) => ({
        samples: { x: Float64Array.from(epochs), y: Float64Array.from(losses, (loss) => Math.min(loss, 10 * top)) },
        end: names[name],
        ...looks[name],
      }))}
      .height=${320}
      label=${`${words.picture} ${this.#sentence(runs)}`}
      y-label="J"
    ></kit-plot>`;
  }

  #table(asked: Asked, runs: readonly Run[], done: boolean) {
    return html`<table class="numbers">
      <thead>
        <tr>
          <th scope="col">${words.optimiser}</th>
          <th scope="col">η</th>
          <th scope="col">${words.cost}</th>
          <td></td>
        </tr>
      </thead>
      <tbody>
        ${runs.map((run) => {
          const { name, rate, losses, diverged } = run;
          const last = losses.at(-1) ?? NaN;
          return html`<tr data-optimiser=${name}>
            <th scope="row">${swatch(name)} ${names[name]}</th>
            <td>${shortText(rate, 4)}</td>
            <td data-value=${last}>${diverged ? words.lost : numberText(last, 4)}</td>
            <td>
              <button
                type="button"
                class="button"
                aria-label=${words.goOnWith(names[name])}
                ?disabled=${!done || diverged}
                @click=${() => void this.desk?.branch(asked, { optimizer: name, rate })}
              >
                ${words.goOn}
              </button>
            </td>
          </tr>`;
        })}
      </tbody>
    </table>`;
  }
}

/** The line of an optimiser, for a legend. */
const swatch = (name: OptimizerName) =>
  html`<svg class="swatch" viewBox="0 0 22 8" width="22" height="8" aria-hidden="true">
    <path class=${looks[name].dashed ? "dashed" : ""} data-role=${looks[name].role} d="M0 4H22" />
  </svg>`;

define("lab-race", LabRace);

declare global {
  interface HTMLElementTagNameMap {
    "lab-race": LabRace;
  }
}
