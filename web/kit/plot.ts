/**
 * `<kit-plot>`: curves over one axis, with a point that can be dragged along it and moved by arrow keys.
 *
 *     html`<kit-plot .x=${[-6, 6]} .curves=${[{ samples, role: "value", label: "h" }]} .at=${1} .step=${0.1}
 *            .marks=${[{ x: 1, y: 0.93, role: "value" }]} .segments=${[tangent]} handle-label="x"
 *            handle-text="x = 1, h = 0.932" @kit-move=${(e) => set(e.detail.x)}></kit-plot>`
 *
 * Properties: `x` window; `y` window (from the curves where left out); `curves`; `segments` straight pieces such as
 * tangents; `marks` points; `at` where the handle is (none where undefined); `step` of the arrow keys;
 * `height` in pixels; `label` names the picture for a screen reader; `xLabel`, `yLabel` at the axes' ends.
 * Event `kit-move`: `{ x: number, y: number }` in the plot's units.
 */
import { html, nothing, svg } from "lit";
import { scaleLinear } from "d3-scale";
import type { Role } from "./colours";
import { curveEnds } from "./curve-ends";
import { curvePath, valueRange, type Samples, type Scale } from "./curve";
import { followPointer, valueAfterKey } from "./drag";
import { define, emit, KitElement } from "./element";
import { shortText } from "./number-text";
import "./plot.css";

export interface Curve {
  samples: Samples;
  role: Role;
  label?: string;
  /** Written behind its right end. */
  end?: string;
  dashed?: boolean;
  /** Places where the curve jumps. */
  breaks?: readonly number[];
}

export interface Segment {
  from: [number, number];
  to: [number, number];
  role: Role;
  dashed?: boolean;
  thin?: boolean;
  /** With a head at `to`. */
  arrow?: boolean;
  /** Written beside the middle of the segment, or beside its end. */
  label?: string;
}

export interface Mark {
  x: number;
  y: number;
  role: Role;
  label?: string;
  /** A circle with a halo where left out; the other shapes are small, and those of places that were left. */
  shape?: "dot" | "up" | "down" | "ring";
}

const kArrow = 9;
const kRound = "M-4,0A4,4 0 1 0 4,0A4,4 0 1 0 -4,0Z";
const kShapes = { dot: kRound, ring: kRound, up: "M0,-5.5L5.5,4.5H-5.5Z", down: "M0,5.5L5.5,-4.5H-5.5Z" };
const kMargin = { top: 14, right: 14, bottom: 26, left: 52 };
const kDefaultWidth = 600;

export class KitPlot extends KitElement {
  static override properties = {
    x: { attribute: false },
    y: { attribute: false },
    curves: { attribute: false },
    segments: { attribute: false },
    marks: { attribute: false },
    at: { type: Number },
    step: { type: Number },
    height: { type: Number },
    label: {},
    xLabel: { attribute: "x-label" },
    yLabel: { attribute: "y-label" },
    handleLabel: { attribute: "handle-label" },
    handleText: { attribute: "handle-text" },
  };
  declare x: [number, number];
  declare y: [number, number] | undefined;
  declare curves: readonly Curve[];
  declare segments: readonly Segment[];
  declare marks: readonly Mark[];
  declare at: number | undefined;
  declare step: number;
  declare height: number;
  declare label: string;
  declare xLabel: string;
  declare yLabel: string;
  declare handleLabel: string;
  declare handleText: string;
  #width = kDefaultWidth;
  #xScale: Scale = scaleLinear();
  #yScale: Scale = scaleLinear();
  #sizes: ResizeObserver | undefined;

  constructor() {
    super();
    this.x = [-1, 1];
    this.curves = [];
    this.segments = [];
    this.marks = [];
    this.step = 0.1;
    this.height = 260;
    this.label = "";
    this.xLabel = "";
    this.yLabel = "";
    this.handleLabel = "";
    this.handleText = "";
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#sizes = new ResizeObserver(([entry]) => {
      const width = Math.round(entry?.contentRect.width ?? 0);
      if (width > 0 && width !== this.#width) {
        this.#width = width;
        this.requestUpdate();
      }
    });
    this.#sizes.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#sizes?.disconnect();
  }

  #grab = (event: PointerEvent): void => {
    const surface = this.querySelector("svg");
    if (this.at === undefined || !surface) return;
    this.querySelector<SVGElement>(".handle")?.focus({ preventScroll: true });
    followPointer(event, surface, (x, y) => {
      const [low = 0, high = 1] = this.#xScale.domain();
      const to = Math.min(high, Math.max(low, this.#xScale.invert(x)));
      // A point under a finger rests on round numbers, half a pixel apart at most.
      const grain = 10 ** Math.floor(Math.log10((high - low) / this.#width));
      emit(this, "kit-move", {
        x: Number((Math.round(to / grain) * grain).toPrecision(10)),
        y: this.#yScale.invert(y),
      });
    });
  };

  #key = (event: KeyboardEvent): void => {
    if (this.at === undefined) return;
    const [min = 0, max = 1] = this.#xScale.domain();
    const x = valueAfterKey(event, { value: this.at, step: this.step, min, max });
    if (x === undefined) return;
    event.preventDefault();
    emit(this, "kit-move", { x, y: Number.NaN });
  };

  protected override render() {
    const width = this.#width;
    const { height } = this;
    this.#xScale = scaleLinear(this.x, [kMargin.left, width - kMargin.right]);
    const window = this.y ?? valueRange(this.curves.map((curve) => curve.samples));
    this.#yScale = scaleLinear(window, [height - kMargin.bottom, kMargin.top]);
    return html`<svg
      viewBox="0 0 ${width} ${height}"
      width="100%"
      height=${height}
      role="group"
      aria-label=${this.label}
      @pointerdown=${this.#grab}
      class=${this.at === undefined ? "" : "movable"}
    >
      ${this.#axes()}
      <svg
        x=${kMargin.left}
        y="0"
        width=${Math.max(0, width - kMargin.left - kMargin.right)}
        height=${height - kMargin.bottom + 1}
        viewBox="${kMargin.left} 0 ${Math.max(1, width - kMargin.left - kMargin.right)} ${height - kMargin.bottom + 1}"
        aria-hidden="true"
      >
        ${this.curves.map((curve) => this.#curve(curve))} ${this.segments.map((segment) => this.#segment(segment))}
      </svg>
      ${this.#labels()} ${this.#handle()} ${this.marks.map((mark) => this.#mark(mark))}
    </svg>`;
  }

  #axes() {
    const [x, y] = [this.#xScale, this.#yScale];
    const bottom = this.height - kMargin.bottom;
    const right = this.#width - kMargin.right;
    const hold = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));
    const zeroY = hold(y(0), kMargin.top, bottom);
    const zeroX = hold(x(0), kMargin.left, right);
    // The name of the axis stands at its end.
    const collides = (tick: number): boolean =>
      x(tick) + 3.5 * tickText(tick).length > right - 10 * this.xLabel.length - 3;
    return svg`<g aria-hidden="true" class="axes">
      ${y.ticks(Math.max(2, this.height / 55)).map(
        (tick) => svg`<line class="grid" x1=${kMargin.left} x2=${right} y1=${y(tick)} y2=${y(tick)} />
          <text class="tick" x=${kMargin.left - 8} y=${y(tick)} dy="0.32em" text-anchor="end">${tickText(tick)}</text>`,
      )}
      ${x.ticks(Math.max(2, this.#width / 90)).map(
        (tick) => svg`<line class="tick-line" x1=${x(tick)} x2=${x(tick)} y1=${bottom} y2=${bottom + 4} />
          ${collides(tick) ? nothing : svg`<text class="tick" x=${x(tick)} y=${bottom + 18} text-anchor="middle">${tickText(tick)}</text>`}`,
      )}
      <line class="axis" x1=${kMargin.left} x2=${right} y1=${zeroY} y2=${zeroY} />
      <line class="axis" x1=${zeroX} x2=${zeroX} y1=${kMargin.top} y2=${bottom} />
      ${this.xLabel ? svg`<text class="axis-name" x=${right} y=${bottom + 18} text-anchor="end" data-role="data">${this.xLabel}</text>` : nothing}
      ${this.yLabel ? svg`<text class="axis-name" x=${zeroX + 8} y=${kMargin.top + 4}>${this.yLabel}</text>` : nothing}
    </g>`;
  }

  #curve(curve: Curve) {
    const path = curvePath(curve.samples, this.#xScale, this.#yScale, curve.breaks);
    return svg`<path class=${curve.dashed ? "curve dashed" : "curve"} data-role=${curve.role} d=${path} />`;
  }

  #segment(segment: Segment) {
    const [x, y] = [this.#xScale, this.#yScale];
    const numbers = [...segment.from, ...segment.to];
    if (!numbers.every(Number.isFinite)) return nothing;
    const kind = `segment${segment.dashed ? " dashed" : ""}${segment.thin ? " thin" : ""}`;
    const [x1, y1, x2, y2] = [x(segment.from[0]), y(segment.from[1]), x(segment.to[0]), y(segment.to[1])];
    const turn = (Math.atan2(y2 - y1, x2 - x1) * 180) / Math.PI;
    const length = Math.hypot(x2 - x1, y2 - y1);
    // The head of a very short arrow is as long as the arrow.
    const head = Math.min(kArrow, length);
    const shaft = length > kArrow ? (length - kArrow / 2) / length : 1;
    return svg`<line class=${kind} data-role=${segment.role} x1=${x1} y1=${y1}
        x2=${segment.arrow ? x1 + (x2 - x1) * shaft : x2} y2=${segment.arrow ? y1 + (y2 - y1) * shaft : y2} />
      ${
        segment.arrow && length > 1
          ? svg`<path class="head" data-role=${segment.role} d="M0,0L${-head},${head / 2}V${-head / 2}Z"
              transform="translate(${x2} ${y2}) rotate(${turn})" />`
          : nothing
      }`;
  }

  /** Names of curves stand at the curve's right end, of segments at the segment's end, inside the picture. */
  #labels() {
    const [x, y] = [this.#xScale, this.#yScale];
    const bottom = this.height - kMargin.bottom;
    const inside = (value: number): number => Math.min(bottom - 6, Math.max(kMargin.top + 10, value));
    const room = { right: this.#width - kMargin.right, top: kMargin.top, bottom };
    return svg`<g aria-hidden="true">
      ${curveEnds(this.curves, x, y, room)}
      ${this.segments.map((segment) => {
        if (!segment.label || ![...segment.from, ...segment.to].every(Number.isFinite)) return nothing;
        const right = this.#width - kMargin.right;
        const end = x(segment.to[0]);
        const leftwards = segment.to[0] < segment.from[0];
        // Beside the end; where that leaves the picture, above or below it.
        const crowded = !leftwards && end + segment.label.length * 7.5 > right;
        const aside = crowded ? Math.min(end, right - 4) : end + (leftwards ? -6 : 6);
        const [x1, y1, y2] = [x(segment.from[0]), y(segment.from[1]), y(segment.to[1])];
        const rise = (Math.abs(y1 - y2) * segment.label.length * 7.5) / Math.max(1, end - x1);
        const below = y2 > y1 && y2 + 26 < bottom;
        const shift = !crowded ? 4 : below ? 20 : -12 - (y2 > y1 ? rise : 0);
        return svg`<text class="direct" data-role=${segment.role} x=${aside} y=${inside(y2 + shift)}
          text-anchor=${leftwards || crowded ? "end" : "start"}>${segment.label}</text>`;
      })}
    </g>`;
  }

  #handle() {
    if (this.at === undefined) return nothing;
    const { at } = this;
    const x = this.#xScale(at);
    const bottom = this.height - kMargin.bottom;
    const [min = 0, max = 1] = this.#xScale.domain();
    return svg`<g class="handle" tabindex="0" role="slider" aria-orientation="horizontal" aria-label=${this.handleLabel}
        aria-valuemin=${min} aria-valuemax=${max} aria-valuenow=${at} aria-valuetext=${this.handleText} @keydown=${this.#key}>
      <line class="touch" x1=${x} x2=${x} y1=${kMargin.top} y2=${bottom} />
      <line class="where" x1=${x} x2=${x} y1=${kMargin.top} y2=${bottom} />
      <rect class="foot" x=${x - 6} y=${bottom - 6} width="12" height="12" rx="2" data-role="data" />
    </g>`;
  }

  #mark(mark: Mark) {
    if (!Number.isFinite(mark.x) || !Number.isFinite(mark.y)) return nothing;
    const x = this.#xScale(mark.x);
    const y = this.#yScale(mark.y);
    if (y < 0 || y > this.height - kMargin.bottom + 4) return nothing;
    if (mark.shape) {
      const d = kShapes[mark.shape];
      return svg`<path class="left ${mark.shape}" data-role=${mark.role} d=${d} transform="translate(${x} ${y})" aria-hidden="true" />`;
    }
    return svg`<g class="mark" data-role=${mark.role} aria-hidden="true">
      <circle class="halo" cx=${x} cy=${y} r="13" /><circle class="dot" cx=${x} cy=${y} r="5.5" />
    </g>`;
  }
}

/** Large and tiny numbers as powers of ten, to fit beside the axis. */
function tickText(tick: number): string {
  const size = Math.abs(tick);
  if (size === 0 || (size >= 1e-3 && size < 1e5)) return shortText(tick, 10);
  const power = Math.floor(Math.log10(size) + 1e-9);
  const raised = String(power).replace(/[-\d]/g, (sign) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(sign)] ?? "⁻");
  return `${shortText(tick / 10 ** power, 2)}·10${raised}`;
}

define("kit-plot", KitPlot);

declare global {
  interface HTMLElementTagNameMap {
    "kit-plot": KitPlot;
  }
}
