/**
 * `<chainwise-contour-descent>`: a cost over two parameters, seen from above as a map with contours. The start is pressed or moved by arrow keys; each step of the walk goes against the gradient, which
 * stands at a right angle on the contour.
 *
 *     html`<chainwise-contour-descent .heights=${heights} .path=${path} .steps=${0} .names=${["w₁", "w₂"]}
 *            @chainwise-start=${({ detail }) => ...} @chainwise-steps=${...}></chainwise-contour-descent>`
 *
 * Properties: `heights` (landscape-picture.ts), `path` (descent-path.ts over the same two), `steps`, `most` (steps),
 * `window` of both parameters, `names`. Events: `chainwise-start` `{ values }`, `chainwise-steps`
 * `{ steps }`.
 */
import { html, nothing, svg } from "lit";
import { announce } from "../kit/announce";
import { onThemeChange } from "../kit/colours";
import { followPointer } from "../kit/drag";
import { define, emit, KitElement } from "../kit/element";
import { numberText, shortText } from "../kit/number-text";
import "../kit/player";
import { text } from "../locale/figures-descent";
import "./contour-descent.css";
import type { DescentPath } from "./descent-path";
import { paintLandscape, walk, type Heights } from "./landscape-picture";
import { StepClock } from "./step-clock";
import { walkTable } from "./walk-table";

/** The picture in its own units; the page scales it. */
const kSize = 400;
const kArrow = 52;
/** Of the map's width. */
const kKeyStep = 0.01;

export class ChainwiseContourDescent extends KitElement {
  static override properties = {
    heights: { attribute: false },
    path: { attribute: false },
    names: { attribute: false },
    window: { attribute: false },
    steps: { type: Number },
    most: { type: Number },
  };
  declare heights: Heights | undefined;
  declare path: DescentPath | undefined;
  declare names: readonly [string, string];
  declare window: [number, number];
  declare steps: number;
  declare most: number;
  #painted: readonly unknown[] = [];
  #unwatch: (() => void) | undefined;
  readonly #clock = new StepClock(
    () => this.#step(),
    () => this.requestUpdate(),
  );

  constructor() {
    super();
    this.names = ["w₁", "w₂"];
    this.window = [-5, 5];
    this.steps = 0;
    this.most = 60;
  }

  protected override get ready(): boolean {
    return this.path !== undefined && this.heights !== undefined;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#unwatch = onThemeChange(() => {
      this.#painted = [];
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
    const step = kKeyStep * (this.window[1] - this.window[0]);
    const moves: Record<string, [number, number]> = {
      ArrowLeft: [-step, 0],
      ArrowRight: [step, 0],
      ArrowUp: [0, step],
      ArrowDown: [0, -step],
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

  protected override updated(): void {
    const canvas = this.querySelector("canvas");
    const { heights } = this;
    if (!canvas || !heights || canvas.clientWidth === 0) return;
    const here = this.path?.place(this.steps).cost ?? NaN;
    const painted = [heights, canvas.clientWidth, here];
    if (painted.every((part, i) => Object.is(part, this.#painted[i]))) return;
    this.#painted = painted;
    paintLandscape(canvas, heights, here);
  }

  protected override render() {
    const { path, steps, names } = this;
    if (!path || !this.heights) return nothing;
    const here = path.place(steps);
    const says = this.#says(here.values, here.cost);
    const [low, high] = this.window;
    const outside = here.values.some((value) => !(value >= low && value <= high));
    return html`<div class="map">
        <canvas role="img" aria-label=${text.contours.picture(...names)}></canvas>
        <svg viewBox="0 0 ${kSize} ${kSize}" role="presentation" @pointerdown=${this.#press}>
          ${this.#drawn(path, says)}
        </svg>
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
    const here = path.place(this.steps);
    const [x, y] = place(here.values);
    const [gx = NaN, gy = NaN] = here.gradients;
    const length = Math.hypot(gx, gy);
    const [startX, startY] = place(path.place(0).values);
    const arrow = [x + (kArrow * gx) / length, y - (kArrow * gy) / length] as const;
    return svg`${walk(walked.map(({ values }) => place(values)))}
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
