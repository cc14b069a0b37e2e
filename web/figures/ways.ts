/**
 * `<chainwise-ways>`: a fully connected network in which one number is nudged. The lines that the nudge runs along
 * are drawn as strong as what they carry; below, what arrives at the cost on each way, the sum, and what the cost does.
 *
 *     html`<chainwise-ways .trace=${trace} .linked=${linked} .shares=${sharesOf(...)}></chainwise-ways>`
 *
 * Properties: `trace`, `linked`, `shares` (see `ways-model.ts`).
 */
import { html, nothing, svg } from "lit";
import { announce } from "../kit/announce";
import { define } from "../kit/element";
import { nodeKey } from "../kit/linked";
import { numberText } from "../kit/number-text";
import { keepStop, moveAmong } from "../kit/roving";
import { text as lesson } from "../locale/lessons/backpropagation";
import { edgeKeys, LinkedFigure } from "./linked-figure";
import "./ways.css";
import { drawnNetwork, type Shares, type Spot } from "./ways-model";

const text = lesson.ways.figure;
const kDigits = 5;
const kHeight = 236;
const kRoomBelow = 36;
const kNarrow = 420;

export class ChainwiseWays extends LinkedFigure {
  static override properties = { ...LinkedFigure.properties, shares: { attribute: false }, room: { state: true } };
  declare shares: Shares | undefined;
  declare protected room: number;
  readonly #resize = new ResizeObserver(([entry]) => {
    if (entry) this.room = Math.floor(entry.contentRect.width);
  });

  constructor() {
    super();
    this.room = 0;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.room = Math.floor(this.clientWidth);
    this.#resize.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resize.disconnect();
  }

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    if (this.shares && changed.get("shares")) announce(this.#sentence(this.shares));
  }

  #sentence({ ways, sum, really }: Shares): string {
    return text.sentence(
      ways.map(({ through, change }) => ({ through, change: signed(change) })),
      signed(sum),
      signed(really),
    );
  }

  protected override render() {
    const { shares, trace } = this;
    if (!trace || !shares || this.room === 0) return html`<div style="block-size: ${kHeight + 180}px"></div>`;
    return html`${this.#network(shares)} ${this.#bars(shares)}`;
  }

  #network(shares: Shares) {
    const { spots, lines, radius } = drawnNetwork(shares, this.room, kHeight - kRoomBelow);
    const most = Math.max(...lines.map(({ carries }) => Math.abs(carries ?? 0)), Number.MIN_VALUE);
    return html`<svg
      class="ways-network"
      width=${this.room}
      height=${kHeight}
      role="img"
      aria-label=${this.#sentence(shares)}
    >
      ${lines.map(({ a, b, from, to, carries }) => {
        const on = carries !== undefined;
        const lit = this.lightsEdge(from, to);
        return svg`<line x1=${a.x} y1=${a.y} x2=${b.x} y2=${b.y}
          class="${on ? (carries < 0 ? "on minus" : "on plus") : ""} ${lit ? "lit" : ""}"
          style="--flow: ${on ? Math.sqrt(Math.abs(carries) / most) : 0}" />`;
      })}
      ${spots.map((spot) => this.#spot(shares, spot, radius))}
    </svg>`;
  }

  #spot(shares: Shares, spot: Spot, radius: number) {
    const { x, y, role, letter, index, change, id } = spot;
    const narrow = this.room < kNarrow;
    // Numbers of neighbours do not fit beside one another there.
    const below = radius + 15 + (narrow && spot.column % 2 === 0 ? 11 : 0);
    const diamond = role === "parameter";
    const size = diamond ? radius * 0.88 : radius;
    const shape = diamond
      ? svg`<rect x=${x - size * 0.72} y=${y - size * 0.72} width=${size * 1.44} height=${size * 1.44} rx="3"
          transform="rotate(45 ${x} ${y})" />`
      : role === "data"
        ? svg`<rect x=${x - size * 0.9} y=${y - size * 0.9} width=${size * 1.8} height=${size * 1.8} rx="4" />`
        : svg`<circle cx=${x} cy=${y} r=${size} />`;
    const double = role === "cost" ? svg`<circle cx=${x} cy=${y} r=${size - 3.5} />` : nothing;
    return svg`<g class="spot ${role} ${change === undefined ? "" : "on"} ${this.lightsNode(id) ? "lit" : ""}">
      ${shape}${double}
      <text x=${x} y=${y + 5} text-anchor="middle"><tspan class="letter">${letter}</tspan><tspan
        class="index" dy="4">${index}</tspan></text>
      ${
        change === undefined || id === this.node(shares.name) // what is nudged has a slider that says it
          ? nothing
          : svg`<text class="change" x=${x} y=${y + below} text-anchor="middle">${signed(change, narrow ? 4 : kDigits)}</text>`
      }
    </g>`;
  }

  #bars({ ways, sum, really, symbol }: Shares) {
    const most = Math.max(...ways.map(({ change }) => Math.abs(change)), Math.abs(sum), Math.abs(really), 1e-12);
    const bar = (change: number) =>
      html`<span class="bar" aria-hidden="true"
          ><span
            class=${change < 0 ? "minus" : "plus"}
            style="--from: ${change < 0 ? 50 + (50 * change) / most : 50}%; --length: ${(50 * Math.abs(change)) / most}%"
          ></span></span
        ><span class="number" data-value=${change}>${signed(change)}</span>`;
    return html`<div class="ways-bars" @keydown=${moveAmong(".way")} @focusin=${keepStop(".way")}>
      ${ways.map(
        ({ tex, change, edges, label }, row) =>
          html`<button
            type="button"
            class="way"
            tabindex=${row === 0 ? 0 : -1}
            @pointerenter=${() => this.point(edges.flatMap(({ from, to }) => edgeKeys(from, to)))}
            @pointerleave=${this.leave}
            @focus=${() => this.point(edges.flatMap(({ from, to }) => edgeKeys(from, to)))}
            @blur=${this.leave}
          >
            <span class="visually-hidden">${label}</span
            ><kit-formula aria-hidden="true" .tex=${tex}></kit-formula>${bar(change)}
          </button>`,
      )}
      <div class="way sum" data-row="sum"><span>${text.sum}</span>${bar(sum)}</div>
      <div
        class="way really"
        data-row="really"
        @pointerenter=${() => this.point([nodeKey(this.node("J") ?? -1)])}
        @pointerleave=${this.leave}
      >
        <span>${text.really(symbol)}</span>${bar(really)}
      </div>
    </div>`;
  }
}

function signed(value: number, digits = kDigits): string {
  const written = numberText(value, digits);
  return value > 0 ? `+${written}` : written;
}

define("chainwise-ways", ChainwiseWays);

declare global {
  interface HTMLElementTagNameMap {
    "chainwise-ways": ChainwiseWays;
  }
}
