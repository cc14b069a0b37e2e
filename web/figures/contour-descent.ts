/**
 * `<chainwise-contour-descent>`: the cost of a network over two of its parameters, seen from above as a map with
 * contours. The start is pressed or moved by arrow keys; each step of the walk goes against the gradient, which
 * stands at a right angle on the contour.
 *
 *     html`<chainwise-contour-descent .engine=${engine} .learner=${learner} .path=${path} .steps=${0}
 *            .axes=${[{ layer: 0, unit: 0, input: 0 }, { layer: 1, unit: 0, input: 0 }]} .names=${["w₁", "w₂"]}
 *            @chainwise-start=${({ detail }) => ...} @chainwise-steps=${...}></chainwise-contour-descent>`
 *
 * Properties: `engine`, `learner`, `axes` (which parameters), `path` (descent-path.ts over the same two), `steps`,
 * `most` (steps), `window` of both parameters, `names`. Events: `chainwise-start` `{ values }`, `chainwise-steps`
 * `{ steps }`.
 */
import { html, nothing, svg } from "lit";
import type { Chainwise, ParameterId } from "../engine/api";
import { announce } from "../kit/announce";
import { ColourMap } from "../kit/colour-map";
import { colour, onThemeChange } from "../kit/colours";
import { followPointer } from "../kit/drag";
import { define, emit, KitElement } from "../kit/element";
import { drawLevel, HeatMap } from "../kit/heat-map";
import { numberText, shortText } from "../kit/number-text";
import "../kit/player";
import { text } from "../locale/figures-descent";
import "./contour-descent.css";
import type { DescentPath } from "./descent-path";
import type { Learner } from "./rate-finder";
import { StepClock } from "./step-clock";
import { walkTable } from "./walk-table";

const kGrid = 81;
const kContours = 12;
/** The picture in its own units; the page scales it. */
const kSize = 400;
const kArrow = 52;
const kKeyStep = 0.1;

export class ChainwiseContourDescent extends KitElement {
  static override properties = {
    engine: { attribute: false },
    learner: { attribute: false },
    axes: { attribute: false },
    path: { attribute: false },
    names: { attribute: false },
    window: { attribute: false },
    steps: { type: Number },
    most: { type: Number },
  };
  declare engine: Chainwise | undefined;
  declare learner: Learner | undefined;
  declare axes: readonly [ParameterId, ParameterId];
  declare path: DescentPath | undefined;
  declare names: readonly [string, string];
  declare window: [number, number];
  declare steps: number;
  declare most: number;
  #landscape: { key: string; values: Float64Array } | undefined;
  #painted: string | undefined;
  #unwatch: (() => void) | undefined;
  readonly #clock = new StepClock(
    () => this.#step(),
    () => this.requestUpdate(),
  );

  constructor() {
    super();
    this.axes = [
      { layer: 0, unit: 0, input: 0 },
      { layer: 1, unit: 0, input: 0 },
    ];
    this.names = ["w₁", "w₂"];
    this.window = [-5, 5];
    this.steps = 0;
    this.most = 60;
  }

  protected override get ready(): boolean {
    return this.path !== undefined && this.learner !== undefined;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#unwatch = onThemeChange(() => {
      this.#painted = undefined;
      this.requestUpdate();
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#clock.stop();
    this.#unwatch?.();
  }

  protected override screenChanged(near: boolean): void {
    if (!near) this.#clock.stop();
  }

  #go(steps: number): void {
    emit(this, "chainwise-steps", { steps });
    const place = this.path?.place(steps);
    if (place) announce(this.#says(place.values, place.cost));
  }

  #step(): boolean {
    if (this.steps >= this.most) return false;
    this.#go(this.steps + 1);
    return this.steps + 1 < this.most;
  }

  /** Answers where the start is then: on the map. */
  #start(values: readonly number[]): readonly number[] {
    this.#clock.stop();
    const [low, high] = this.window;
    const held = values.map((value) => Number(Math.min(high, Math.max(low, value)).toFixed(2)));
    emit(this, "chainwise-start", { values: held });
    return held;
  }

  #says([x = NaN, y = NaN]: readonly number[], cost: number): string {
    const [across, up] = this.names;
    return text.contours.place(across, shortText(x, 2), up, shortText(y, 2), numberText(cost, 4));
  }

  #key = (event: KeyboardEvent): void => {
    const [x = 0, y = 0] = this.path?.place(0).values ?? [];
    const moves: Record<string, [number, number]> = {
      ArrowLeft: [-kKeyStep, 0],
      ArrowRight: [kKeyStep, 0],
      ArrowUp: [0, kKeyStep],
      ArrowDown: [0, -kKeyStep],
    };
    const move = moves[event.key];
    if (!move) return;
    event.preventDefault();
    const values = this.#start([x + move[0], y + move[1]]);
    announce(this.#says(values, this.path?.cost(values) ?? NaN));
  };

  #press = (event: PointerEvent): void => {
    const surface = event.currentTarget as SVGSVGElement;
    const [low, high] = this.window;
    followPointer(event, surface, (x, y) => {
      const { width, height } = surface.getBoundingClientRect();
      this.#start([low + ((high - low) * x) / width, high - ((high - low) * y) / height]);
    });
  };

  /** The costs on a grid, computed once for the numbers that stay. */
  #costs(engine: Chainwise, { config, data }: Learner): Float64Array | undefined {
    // Where one stands on the map does not change the map.
    const { at = {}, names = [] } = this.path?.problem ?? {};
    const stays = Object.entries(at).filter(([name]) => !names.includes(name));
    const key = JSON.stringify([
      stays,
      config.layers,
      config.loss,
      [...data.inputs, ...data.targets],
      this.axes,
      this.window,
    ]);
    if (this.#landscape?.key === key) return this.#landscape.values;
    const made = engine.network(config);
    if (!made.ok) return undefined;
    const loaded = made.value.setData(data);
    const [low, high] = this.window;
    const [x, y] = this.axes;
    const region = { x, y, from: [low, low], to: [high, high], columns: kGrid, rows: kGrid } as const;
    const costs = loaded.ok ? made.value.landscape({ ...region, from: [...region.from], to: [...region.to] }) : loaded;
    made.value.dispose();
    if (!costs.ok || !costs.value) return undefined;
    this.#landscape = { key, values: costs.value };
    this.#painted = undefined;
    return costs.value;
  }

  protected override updated(): void {
    const canvas = this.querySelector("canvas");
    const values = this.#landscape?.values;
    const context = canvas?.getContext("2d");
    if (!canvas || !values || !context || canvas.clientWidth === 0) return;
    const size = canvas.clientWidth;
    const here = this.path?.place(this.steps).cost ?? NaN;
    const key = `${this.#landscape?.key} ${size} ${here}`;
    if (this.#painted === key) return;
    this.#painted = key;
    const ratio = Math.min(2, devicePixelRatio);
    canvas.width = canvas.height = Math.round(size * ratio);
    context.scale(ratio, ratio);
    const low = values.reduce((least, value) => Math.min(least, value), Infinity);
    const high = values.reduce((most, value) => Math.max(most, value), -Infinity);
    const heat = new HeatMap(kGrid, kGrid);
    // Only the upper half of the signed colours: the lowest cost gets the middle one.
    heat.fill(values, new ColourMap(2 * low - high, high, 0.5));
    heat.draw(context, 0, 0, size, size);
    context.strokeStyle = colour("axis");
    context.lineWidth = 0.8;
    const box = { x: 0, y: 0, width: size, height: size };
    // Closer together where it is low: that is where one walks.
    for (let i = 1; i < kContours; i++) {
      const level = low + (high - low) * (i / kContours) ** 2;
      drawLevel(context, values, { columns: kGrid, rows: kGrid }, level, box);
    }
    context.strokeStyle = colour("cost");
    context.lineWidth = 2;
    if (Number.isFinite(here)) drawLevel(context, values, { columns: kGrid, rows: kGrid }, here, box);
  }

  protected override render() {
    const { engine, learner, path, steps, names } = this;
    if (!engine || !learner || !path || !this.#costs(engine, learner)) return nothing;
    const here = path.place(steps);
    const says = this.#says(here.values, here.cost);
    const [low, high] = this.window;
    const outside = here.values.some((value) => !(value >= low && value <= high));
    return html`<div class="map">
        <canvas role="img" aria-label=${text.contours.picture(...names)}></canvas>
        <svg viewBox="0 0 ${kSize} ${kSize}" @pointerdown=${this.#press}>${this.#drawn(path, says)}</svg>
        <span class="axis across" aria-hidden="true">${names[0]}: ${shortText(low)} … ${shortText(high)}</span>
        <span class="axis up" aria-hidden="true">${names[1]}: ${shortText(low)} … ${shortText(high)}</span>
      </div>
      <kit-player
        ?playing=${this.#clock.running}
        can-go-back
        .position=${steps}
        .count=${this.most}
        ?at-end=${steps >= this.most}
        @kit-play=${() => this.#clock.start()}
        @kit-pause=${() => this.#clock.stop()}
        @kit-step=${() => this.#step()}
        @kit-back=${() => this.#go(Math.max(0, steps - 1))}
        @kit-reset=${() => {
          this.#clock.stop();
          this.#go(0);
        }}
      ></kit-player>
      <p class="here ui" data-cost=${here.cost}>${text.contours.stands} ${says}.</p>
      <p class="caption">${outside ? text.contours.outside : text.contours.legend}</p>
      ${walkTable(path, steps, names)}`;
  }

  #drawn(path: DescentPath, says: string) {
    const [low, high] = this.window;
    const place = ([x = NaN, y = NaN]: readonly number[]): [number, number] => [
      ((x - low) / (high - low)) * kSize,
      kSize - ((y - low) / (high - low)) * kSize,
    ];
    const walked = path.places(this.steps).filter(({ values }) => values.every(Number.isFinite));
    const line = walked
      .map(({ values }) =>
        place(values)
          .map((it) => it.toFixed(1))
          .join(" "),
      )
      .join("L");
    const here = path.place(this.steps);
    const [x, y] = place(here.values);
    const [gx = NaN, gy = NaN] = here.gradients;
    const length = Math.hypot(gx, gy);
    const [startX, startY] = place(path.place(0).values);
    const arrow = [x + (kArrow * gx) / length, y - (kArrow * gy) / length] as const;
    return svg`<path class="walk" d="M${line}" />
      ${walked.map(({ values }) => {
        const [cx, cy] = place(values);
        return svg`<circle class="stop" cx=${cx} cy=${cy} r="3" />`;
      })}
      ${
        length > 0 && Number.isFinite(x)
          ? svg`<line class="gradient" x1=${x} y1=${y} x2=${arrow[0]} y2=${arrow[1]} />
              <circle class="tip" cx=${arrow[0]} cy=${arrow[1]} r="4" />
              <circle class="head" cx=${x} cy=${y} r="6" />`
          : nothing
      }
      <circle class="start" cx=${startX} cy=${startY} r="11" tabindex="0" role="slider"
        aria-label=${text.contours.handle(...this.names)} aria-valuemin=${low} aria-valuemax=${high}
        aria-valuenow=${path.place(0).values[0] ?? 0} aria-valuetext=${says} @keydown=${this.#key} />`;
  }
}

define("chainwise-contour-descent", ChainwiseContourDescent);

declare global {
  interface HTMLElementTagNameMap {
    "chainwise-contour-descent": ChainwiseContourDescent;
  }
}
