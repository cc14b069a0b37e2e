/**
 * `<lab-landscape>`: the cost over two parameters of the network, with the path of the run up to this moment. The
 * parameters are chosen from lists or by pressing a line of the network. A place on the map can be pointed at, asked
 * for its cost, and taken.
 *
 *     html`<lab-landscape .asked=${asked} .desk=${desk}></lab-landscape>`
 */
import { html, nothing, svg, type PropertyValues } from "lit";
import type { ParameterId } from "../../engine/api";
import { paintLandscape, walk, type Heights } from "../../figures/landscape-picture";
import { announce } from "../../kit/announce";
import { onThemeChange } from "../../kit/colours";
import { followPointer } from "../../kit/drag";
import { define, KitElement } from "../../kit/element";
import { numberText, shortText } from "../../kit/number-text";
import { rich } from "../../kit/rich-text";
import { text } from "../../locale/lab-why";
import type { LabDesk } from "../desk";
import type { Asked } from "../node-panel";
import { sizesOf } from "../setup";
import { edgePicker } from "./edge-picker";
import "./landscape.css";
import {
  costAt,
  LandscapeWork,
  parametersOf,
  readId,
  regionOf,
  valueOf,
  withPair,
  writeId,
  type Axes,
  type MapRegion,
  type Pair,
} from "./landscape-model";
import { momentKeys } from "./memo";
import { nameOf, parameterLists } from "./parameter-lists";

const words = text.why.landscape;
const kSize = 400;
const kSlice = 10;
const kSteps = 20;
const kZoom = { closest: 6, widest: -4 };

export class LabLandscape extends KitElement {
  static override properties = {
    asked: { attribute: false },
    desk: { attribute: false },
    axes: { state: true },
    closer: { state: true },
    probe: { state: true },
  };
  declare asked: Asked | undefined;
  declare desk: LabDesk | undefined;
  declare protected axes: Axes;
  declare protected closer: number;
  /** A place on the map that is asked about. */
  declare protected probe: Pair | undefined;
  #heights: Heights | undefined;
  #region: MapRegion = { from: [-1, -1], to: [1, 1] };
  #work: LandscapeWork | undefined;
  #keys: readonly unknown[] = [];
  #next: 0 | 1 = 0;
  #request = 0;
  #unwatch: (() => void) | undefined;

  constructor() {
    super();
    this.axes = [
      { layer: 0, unit: 0, input: 0 },
      { layer: 0, unit: 0, input: 1 },
    ];
    this.closer = 0;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#unwatch = onThemeChange(() => this.requestUpdate());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unwatch?.();
    this.#stop();
  }

  #stop(): void {
    cancelAnimationFrame(this.#request);
    this.#work?.dispose();
    this.#work = undefined;
  }

  /** The two parameters of each stored moment, the one that is looked at last. */
  #path({ frame }: Asked): Pair[] {
    const moments = this.desk?.run.moments.filter(({ batches }) => batches < frame.batches) ?? [];
    return [...moments, frame].map(({ parameters }) => [
      valueOf(parameters, this.axes[0]),
      valueOf(parameters, this.axes[1]),
    ]);
  }

  protected override willUpdate(changed: PropertyValues): void {
    const { asked } = this;
    if (!asked) return;
    const known = new Set(parametersOf(asked.setup).map(writeId));
    if (!this.axes.every((id) => known.has(writeId(id)))) {
      const [first, second] = parametersOf(asked.setup);
      if (first && second) this.axes = [first, second];
    }
    const keys = [...momentKeys(asked), ...this.axes.map(writeId), this.closer];
    if (keys.every((key, index) => Object.is(key, this.#keys[index]))) return;
    if (!changed.has("probe")) this.probe = undefined;
    this.#keys = keys;
    this.#stop();
    const region = regionOf(this.#path(asked), this.closer);
    const work = new LandscapeWork(asked, this.axes, region);
    this.#work = work;
    const go = (): void => {
      if (work.work(kSlice)) {
        this.#request = requestAnimationFrame(go);
        return;
      }
      this.#heights = work.result;
      this.#region = region;
      this.requestUpdate();
    };
    this.#request = requestAnimationFrame(go);
  }

  protected override updated(): void {
    const canvas = this.querySelector("canvas");
    if (canvas && this.#heights && this.asked) paintLandscape(canvas, this.#heights, this.asked.frame.loss);
  }

  #choose(axis: 0 | 1, id: ParameterId): void {
    const other = this.axes[1 - axis] ?? id;
    // The same parameter on both axes: they change places.
    const kept = writeId(other) === writeId(id) ? (this.axes[axis] ?? id) : other;
    this.axes = axis === 0 ? [id, kept] : [kept, id];
    this.#next = axis === 0 ? 1 : 0;
    const layers = this.asked?.setup.network.layers.length ?? 1;
    announce(words.chosen(nameOf(this.axes[0], layers), nameOf(this.axes[1], layers)));
  }

  #press = (event: PointerEvent): void => {
    const surface = event.currentTarget as SVGSVGElement;
    const { from, to } = this.#region;
    followPointer(event, surface, (x, y) => {
      const { width, height } = surface.getBoundingClientRect();
      this.#ask([from[0] + ((to[0] - from[0]) * x) / width, to[1] - ((to[1] - from[1]) * y) / height]);
    });
  };

  #ask(pair: Pair): void {
    const { from, to } = this.#region;
    const hold = (axis: 0 | 1): number => {
      const step = (to[axis] - from[axis]) / 200;
      const held = Math.min(to[axis], Math.max(from[axis], pair[axis]));
      return Number((Math.round(held / step) * step).toPrecision(4));
    };
    this.probe = [hold(0), hold(1)];
  }

  #key = (event: KeyboardEvent): void => {
    const moves: Record<string, Pair> = {
      ArrowLeft: [-1, 0],
      ArrowRight: [1, 0],
      ArrowUp: [0, 1],
      ArrowDown: [0, -1],
    };
    const move = moves[event.key];
    const { asked } = this;
    if (!move || !asked || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const { from, to } = this.#region;
    const [x, y] = this.probe ?? this.#path(asked).at(-1) ?? [0, 0];
    this.#ask([x + (move[0] * (to[0] - from[0])) / kSteps, y + (move[1] * (to[1] - from[1])) / kSteps]);
    if (this.probe) announce(this.#says(asked, this.probe));
  };

  #says(asked: Asked, [x, y]: Pair): string {
    const layers = asked.setup.network.layers.length;
    const [across, up] = this.axes.map((id) => nameOf(id, layers));
    return words.place(
      across ?? "",
      shortText(x, 3),
      up ?? "",
      shortText(y, 3),
      numberText(costAt(asked, this.axes, [x, y]), 4),
    );
  }

  #take(): void {
    const { asked, probe } = this;
    if (asked && probe) void this.desk?.run.setParameters(withPair(asked.frame.parameters, this.axes, probe));
    this.probe = undefined;
  }

  protected override render() {
    const { asked } = this;
    if (!asked) return nothing;
    const { setup } = asked;
    const layers = setup.network.layers.length;
    const choose = (axis: 0 | 1) => (id: string) => {
      const read = readId(id);
      if (read) this.#choose(axis, read);
    };
    const error = this.#work?.error;
    return html`<div class="beside">
        <div>
          ${this.#map(asked)} ${error ? html`<p class="trouble ui" role="alert">${error.message}</p>` : nothing}
        </div>
        <div>
          <div class="axes-choice ui">
            ${parameterLists(words.across, setup, this.axes[0], choose(0))}
            ${parameterLists(words.up, setup, this.axes[1], choose(1))}
          </div>
          ${edgePicker(
            sizesOf(setup),
            this.axes,
            words.edges(nameOf(this.axes[0], layers), nameOf(this.axes[1], layers)),
            (id) => this.#choose(this.#next, id),
          )}
          <p class="caption">${this.#next === 0 ? words.nextAcross : words.nextUp}</p>
          <div class="button-row ui">
            <button
              type="button"
              class="button"
              ?disabled=${this.closer >= kZoom.closest}
              @click=${() => this.closer++}
            >
              ${words.closer}
            </button>
            <button type="button" class="button" ?disabled=${this.closer <= kZoom.widest} @click=${() => this.closer--}>
              ${words.wider}
            </button>
            <button type="button" class="button" ?disabled=${!this.probe} @click=${() => this.#take()}>
              ${words.take}
            </button>
          </div>
          <p class="says here">
            ${this.probe ? `${words.asked} ${this.#says(asked, this.probe)}.` : `${words.stands} ${this.#says(asked, this.#path(asked).at(-1) ?? [0, 0])}.`}
          </p>
        </div>
      </div>
      <p class="caption">${rich(words.legend)}</p>`;
  }

  #map(asked: Asked) {
    const { from, to } = this.#region;
    const layers = asked.setup.network.layers.length;
    const [across = "", up = ""] = this.axes.map((id) => nameOf(id, layers));
    const place = ([x, y]: Pair): Pair => [
      ((x - from[0]) / (to[0] - from[0])) * kSize,
      kSize - ((y - from[1]) / (to[1] - from[1])) * kSize,
    ];
    const path = this.#path(asked).map(place);
    const [x, y] = path.at(-1) ?? [0, 0];
    const [px, py] = place(this.probe ?? this.#path(asked).at(-1) ?? [0, 0]);
    const ends = (axis: 0 | 1): string => `${shortText(from[axis], 2)} … ${shortText(to[axis], 2)}`;
    const { low = NaN, high = NaN } = this.#heights ?? {};
    return html`<div class="map" ?data-busy=${this.#heights === undefined}>
      <canvas role="img" aria-label=${words.picture(across, up, numberText(low, 3), numberText(high, 3))}></canvas>
      <svg viewBox="0 0 ${kSize} ${kSize}" @pointerdown=${this.#press}>
        ${walk(path)}
        <circle class="head" cx=${x} cy=${y} r="6.5" />
        <g
          class="probe"
          tabindex="0"
          role="slider"
          aria-label=${words.handle(across, up)}
          aria-valuemin=${from[0]}
          aria-valuemax=${to[0]}
          aria-valuenow=${this.probe?.[0] ?? from[0]}
          aria-valuetext=${this.#says(asked, this.probe ?? this.#path(asked).at(-1) ?? [0, 0])}
          transform="translate(${px} ${py})"
          @keydown=${this.#key}
        >
          <circle r="12" />
          ${this.probe ? svg`<path d="M-18 0H-6M6 0H18M0 -18V-6M0 6V18" />` : nothing}
        </g>
      </svg>
      <span class="axis across" aria-hidden="true">${across}: ${ends(0)}</span>
      <span class="axis up" aria-hidden="true">${up}: ${ends(1)}</span>
    </div>`;
  }
}

define("lab-landscape", LabLandscape);

declare global {
  interface HTMLElementTagNameMap {
    "lab-landscape": LabLandscape;
  }
}
