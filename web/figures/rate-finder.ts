/**
 * `<chainwise-rate-finder>`: a learning rate on a logarithmic rail, and what 20 steps with it really do. The band
 * under the rail says it for every rate at once.
 *
 *     html`<chainwise-rate-finder .engine=${engine} .learner=${{ config, data }} .rate=${0.05}
 *            @chainwise-rate=${({ detail }) => set(detail.value)}></chainwise-rate-finder>`
 *
 * Properties: `engine`, `learner` (a network with its parameters, and its data), `rate`. Event `chainwise-rate`:
 * `{ value }`.
 */
import { html, nothing } from "lit";
import type { Chainwise, Network, NetworkConfig, RateTrial, TrainingData } from "../engine/api";
import { announce } from "../kit/announce";
import { define, emit, KitElement } from "../kit/element";
import { numberText, shortText } from "../kit/number-text";
import "../kit/plot";
import { text } from "../locale/figures-descent";
import "./rate-finder.css";

export interface Learner {
  config: NetworkConfig;
  data: TrainingData;
}

const kLeast = 0.001;
const kMost = 1000;
const kPlaces = 120;
const kSteps = 20;

type Verdict = RateTrial["verdict"];

interface Trials {
  key: string;
  verdicts: readonly Verdict[];
  trialAt: (rate: number) => RateTrial | undefined;
}

const rateAt = (place: number): number => Number((kLeast * (kMost / kLeast) ** (place / kPlaces)).toPrecision(3));

export class ChainwiseRateFinder extends KitElement {
  static override properties = { engine: { attribute: false }, learner: { attribute: false }, rate: { type: Number } };
  declare engine: Chainwise | undefined;
  declare learner: Learner | undefined;
  declare rate: number;
  #trials: Trials | undefined;

  constructor() {
    super();
    this.rate = 0.05;
  }

  protected override get ready(): boolean {
    return this.engine !== undefined && this.learner !== undefined;
  }

  /** A walk for every place of the rail, made once for a network and its data. */
  #tried(engine: Chainwise, { config, data }: Learner): Trials | undefined {
    const key = JSON.stringify([config, [...data.inputs, ...data.targets]]);
    if (this.#trials?.key === key) return this.#trials;
    const withNetwork = <T>(ask: (network: Network) => T): T | undefined => {
      const made = engine.network(config);
      if (!made.ok) return undefined;
      const loaded = made.value.setData(data);
      const answer = loaded.ok ? ask(made.value) : undefined;
      made.value.dispose();
      return answer;
    };
    const trialAt = (rate: number): RateTrial | undefined =>
      withNetwork((network) => {
        const trial = network.tryRate(rate, kSteps);
        return trial.ok ? trial.value : undefined;
      });
    const verdicts = withNetwork((network) =>
      Array.from({ length: kPlaces + 1 }, (_, place) => {
        const trial = network.tryRate(rateAt(place), kSteps);
        return trial.ok ? trial.value.verdict : "diverges";
      }),
    );
    if (!verdicts) return undefined;
    this.#trials = { key, verdicts, trialAt };
    return this.#trials;
  }

  protected override render() {
    const { engine, learner } = this;
    const trials = engine && learner && this.#tried(engine, learner);
    const trial = trials?.trialAt(this.rate);
    if (!trials || !trial) return nothing;
    const place = Math.round((kPlaces * Math.log(this.rate / kLeast)) / Math.log(kMost / kLeast));
    const sayOf = (rate: number, { verdict }: RateTrial): string =>
      text.rates.says(shortText(rate, 4), text.rates.verdicts[verdict]);
    const says = sayOf(this.rate, trial);
    return html`<label class="rail ui"
        ><span>η</span>
        <input
          type="range"
          min="0"
          max=${kPlaces}
          step="1"
          aria-label=${text.rate}
          aria-valuetext=${says}
          .value=${String(place)}
          @input=${(event: Event) => {
            const value = rateAt((event.target as HTMLInputElement).valueAsNumber);
            emit(this, "chainwise-rate", { value });
            const tried = trials.trialAt(value);
            if (tried) announce(sayOf(value, tried));
          }}
        />
        <output>${shortText(this.rate, 4)}</output></label
      >
      ${this.#band(trials.verdicts)}
      <p class="verdict" data-verdict=${trial.verdict}><strong>${says}</strong> ${text.rates.because[trial.verdict]}</p>
      ${this.#walk(trial)}`;
  }

  #band(verdicts: readonly Verdict[]) {
    const runs: { verdict: Verdict; from: number; to: number }[] = [];
    verdicts.forEach((verdict, place) => {
      const last = runs.at(-1);
      if (last?.verdict === verdict) last.to = place;
      else runs.push({ verdict, from: place, to: place });
    });
    const spoken = runs.map(({ verdict, from, to }) =>
      text.rates.ranges(text.rates.verdicts[verdict], shortText(rateAt(from), 4), shortText(rateAt(to), 4)),
    );
    return html`<div class="band ui" role="img" aria-label=${`${text.rates.band}. ${spoken.join("; ")}.`}>
      ${runs.map(
        ({ verdict, from, to }) =>
          html`<span data-verdict=${verdict} style="flex-grow: ${to - from + 1}"
            >${to - from > 12 ? text.rates.short[verdict] : nothing}</span
          >`,
      )}
    </div>`;
  }

  #walk({ losses }: RateTrial) {
    const [first = NaN] = losses;
    const last = losses.at(-1) ?? NaN;
    const top = first * 1.6 || 1;
    const shown = Float64Array.from(losses, (loss) => (Number.isFinite(loss) ? Math.min(loss, 10 * top) : 10 * top));
    return html`<kit-plot
        .x=${[0, kSteps]}
        .y=${[0, top]}
        .curves=${[{ samples: { x: shown.map((_, i) => i), y: shown }, role: "cost" }]}
        .marks=${[...losses].flatMap((y, x) => (y <= top ? [{ x, y, role: "cost" as const }] : []))}
        .height=${190}
        label=${text.rates.picture}
        x-label=${text.rates.step}
        y-label=${text.rates.cost}
      ></kit-plot>
      <p class="caption">
        ${text.rates.numbers(numberText(first, 4), Number.isFinite(last) ? numberText(last, 4) : text.rates.tooLarge)}
      </p>`;
  }
}

define("chainwise-rate-finder", ChainwiseRateFinder);

declare global {
  interface HTMLElementTagNameMap {
    "chainwise-rate-finder": ChainwiseRateFinder;
  }
}
