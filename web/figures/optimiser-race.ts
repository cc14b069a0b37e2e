/**
 * `<chainwise-optimiser-race>`: gradient descent, momentum, RMSProp and Adam from the same start on the landscape of a
 * network with one node. The start can be dragged; the race is played, stepped and rewound.
 *
 *     html`<chainwise-optimiser-race .engine=${engine} .setting=${{ rate: 0.3, w: -1, b: 3 }} .steps=${0}
 *            @chainwise-race=${(event) => state.set(event.detail)}></chainwise-optimiser-race>`
 *
 * Properties `engine`, `setting`, `steps` (how far the race has come). Event `chainwise-race`: what is to change of
 * the setting and of `steps`.
 */
import { html, nothing, type PropertyValues } from "lit";
import type { Chainwise } from "../engine/api";
import { announce } from "../kit/announce";
import { onThemeChange } from "../kit/colours";
import { followPointer } from "../kit/drag";
import { define, emit, KitElement } from "../kit/element";
import { numberText, shortText } from "../kit/number-text";
import "../kit/formula";
import "../kit/player";
import "../kit/slider";
import { text } from "../locale/lessons/optimisers";
import {
  kGoal,
  kSteps,
  placeAfter,
  raceFields,
  raceLandscape,
  runRace,
  type Landscape,
  type RaceSetting,
  type Run,
} from "./optimiser-race-model";
import "./optimiser-race.css";
import { RaceMap } from "./race-map";
import { StepClock } from "./step-clock";
import { axes, kMargin, plotSize, racePaths, shapeOf, startHandle, type PlotSize } from "./race-plot";

const kGrid = 120;
const kPace = { every: 70, calmSteps: 10 };
const kWidest = 620;

const words = text.figures.race;

export class ChainwiseOptimiserRace extends KitElement {
  static override properties = {
    engine: { attribute: false },
    setting: { attribute: false },
    steps: { type: Number },
    width: { state: true },
  };
  declare engine: Chainwise | undefined;
  declare setting: RaceSetting | undefined;
  declare steps: number;
  declare protected width: number;
  #landscape: Landscape | undefined;
  #runs: readonly Run[] = [];
  #ran = "";
  #reach = 0;
  #map: RaceMap | undefined;
  readonly #clock = new StepClock(
    (count) => this.#go(count),
    () => this.#tell(),
    kPace,
  );
  #stops: (() => void)[] = [];

  constructor() {
    super();
    this.steps = 0;
    this.width = 0;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const sizes = new ResizeObserver(([entry]) => (this.width = Math.round(entry?.contentRect.width ?? 0)));
    sizes.observe(this);
    this.#stops.push(
      () => sizes.disconnect(),
      onThemeChange(() => this.#map?.paint()),
    );
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const stop of this.#stops) stop();
    this.#stops = [];
    this.#clock.stop();
  }

  protected override screenChanged(near: boolean): void {
    if (!near) this.#clock.stop();
  }

  protected override get ready(): boolean {
    return this.engine !== undefined && this.setting !== undefined;
  }

  protected override willUpdate(): void {
    const { engine, setting } = this;
    if (!engine || !setting) return;
    this.#landscape ??= raceLandscape(engine, kGrid, kGrid);
    const { rate, w, b } = setting;
    const asked = JSON.stringify([rate, w, b]);
    if (asked === this.#ran && this.steps <= this.#reach) return;
    // While the start is dragged, only what is seen is run; the rest when somebody wants to see it.
    this.#reach = asked === this.#ran ? kSteps : this.steps;
    this.#runs = runRace(engine, setting, this.#reach);
    this.#ran = asked;
  }

  protected override updated(changed: PropertyValues): void {
    const canvas = this.querySelector("canvas");
    if (!canvas || !this.#landscape) return;
    if (this.#map && !changed.has("width")) return;
    this.#map ??= new RaceMap(canvas, this.#landscape);
    this.#map.paint();
  }

  #set(change: Partial<RaceSetting & { steps: number }>): void {
    emit(this, "chainwise-race", change);
  }

  #play = (): void => {
    if (this.steps >= kSteps) this.#set({ steps: 0 });
    this.#clock.start();
  };

  #go(count: number): boolean {
    const steps = Math.min(kSteps, this.steps + count);
    this.#set({ steps });
    return steps < kSteps;
  }

  #tell(): void {
    if (!this.#clock.running) announce(this.#sentence(this.steps));
    this.requestUpdate();
  }

  #to(steps: number): void {
    this.#clock.stop();
    this.#set({ steps });
    announce(this.#sentence(steps));
  }

  #sentence(steps: number): string {
    const losses = this.#runs.map((run) => words.at(words.names[run.name], numberText(placeAfter(run, steps).loss, 3)));
    return words.after(steps, losses.join(", "));
  }

  /** Who has arrived, in the order of arrival, and who has not. */
  #result(): string {
    const arrived = this.#runs.filter(({ arrived }) => arrived !== undefined && arrived <= this.steps);
    if (this.steps === 0) return words.before(String(kGoal));
    if (arrived.length === 0) return words.nobody(this.steps);
    const order = [...arrived].sort((a, b) => (a.arrived ?? 0) - (b.arrived ?? 0));
    const sentences = order.map(({ name, arrived: count }) => words.arrived(words.names[name], count ?? 0));
    const missing = this.#runs.filter((run) => !arrived.includes(run)).map(({ name }) => words.names[name]);
    return [sentences.join(" "), missing.length > 0 ? words.missing(missing) : ""].join(" ").trim();
  }

  #key = (event: KeyboardEvent): void => {
    const { setting } = this;
    const moves: Record<string, [number, number]> = {
      ArrowRight: [1, 0],
      ArrowLeft: [-1, 0],
      ArrowUp: [0, 1],
      ArrowDown: [0, -1],
    };
    const move = moves[event.key];
    if (!setting || !move || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    this.#moveStart(setting.w + move[0] * raceFields.w.step, setting.b + move[1] * raceFields.b.step);
  };

  #moveStart(w: number, b: number): void {
    const rounded = (value: number): number => Number(value.toFixed(2));
    this.#set({ w: raceFields.w.limit(rounded(w)), b: raceFields.b.limit(rounded(b)) });
  }

  #grab = (event: PointerEvent): void => {
    const surface = this.querySelector("svg.plot");
    if (!surface) return;
    const size = this.#size();
    this.querySelector<SVGElement>(".start")?.focus({ preventScroll: true });
    followPointer(event, surface, (x, y) => this.#moveStart(size.x.invert(x), size.y.invert(y)));
  };

  #size(): PlotSize {
    const width = Math.min(this.width || kWidest, kWidest);
    return plotSize(width, Math.round(Math.max(300, width * 0.72)));
  }

  protected override render() {
    const { setting } = this;
    if (!setting || this.#runs.length === 0) return nothing;
    const size = this.#size();
    const { width, height } = size;
    const start = words.startAt(shortText(setting.w, 2), shortText(setting.b, 2));
    return html`
      <div class="map" style="inline-size: ${width}px; block-size: ${height}px">
        <canvas
          aria-hidden="true"
          style="left: ${kMargin.left}px; top: ${kMargin.top}px; width: ${width - kMargin.left - kMargin.right}px; height: ${
            height - kMargin.top - kMargin.bottom
          }px"
        ></canvas>
        <svg
          class="plot"
          viewBox="0 0 ${width} ${height}"
          width=${width}
          height=${height}
          role="group"
          aria-label="${words.map} ${this.#sentence(this.steps)}"
          @pointerdown=${this.#grab}
          @mousedown=${(event: MouseEvent) => event.preventDefault()}
        >
          ${axes(size)} ${racePaths(this.#runs, this.steps, size)}
          ${startHandle({ w: setting.w, b: setting.b, says: start }, size, this.#key)}
        </svg>
      </div>
      <kit-player
        can-go-back
        ?playing=${this.#clock.running}
        .position=${this.steps}
        .count=${kSteps}
        ?at-end=${this.steps >= kSteps && !this.#clock.running}
        @kit-play=${this.#play}
        @kit-pause=${() => this.#clock.stop()}
        @kit-step=${() => this.#to(Math.min(kSteps, this.steps + 1))}
        @kit-back=${() => this.#to(Math.max(0, this.steps - 1))}
        @kit-reset=${() => this.#to(0)}
      ></kit-player>
      <kit-slider
        tex="\\eta"
        label=${words.rate}
        role-of="derivative"
        .min=${raceFields.rate.min}
        .max=${raceFields.rate.max}
        .step=${raceFields.rate.step}
        .digits=${2}
        .value=${setting.rate}
        @kit-change=${(event: CustomEvent<{ value: number }>) => this.#set({ rate: event.detail.value })}
      ></kit-slider>
      ${this.#table()}
      <p class="caption result">${this.#result()}</p>
    `;
  }

  #table() {
    return html`<table class="runs ui">
      <caption class="visually-hidden">
        ${words.table}
      </caption>
      <thead>
        <tr>
          <th scope="col">${words.optimiser}</th>
          ${["w", "b", "J"].map(
            (name) =>
              html`<th scope="col">
                <kit-formula aria-hidden="true" .tex=${name}></kit-formula><span class="visually-hidden">${name}</span>
              </th>`,
          )}
          <th scope="col">${words.goal(String(kGoal))}</th>
        </tr>
      </thead>
      <tbody>
        ${this.#runs.map((run) => {
          const { w, b, loss } = placeAfter(run, this.steps);
          const { arrived } = run;
          return html`<tr data-optimiser=${run.name}>
            <th scope="row">
              <span class="who"
                ><svg viewBox="-9 -9 18 18" width="18" height="18" aria-hidden="true">${shapeOf(run.name)}</svg
                ><span>${words.names[run.name]}</span></span
              >
            </th>
            <td data-value=${w}>${numberText(w, 2)}</td>
            <td data-value=${b}>${numberText(b, 2)}</td>
            <td data-value=${loss}>${numberText(loss, 4)}</td>
            <td>${arrived !== undefined && arrived <= this.steps ? arrived : "–"}</td>
          </tr>`;
        })}
      </tbody>
    </table>`;
  }
}

define("chainwise-optimiser-race", ChainwiseOptimiserRace);

declare global {
  interface HTMLElementTagNameMap {
    "chainwise-optimiser-race": ChainwiseOptimiserRace;
  }
}
