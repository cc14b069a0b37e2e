/**
 * `<chainwise-number-lines>`: the chain as number lines, x -> u -> h, one under another. The point on the first can
 * be dragged; a nudge dx becomes du becomes dh, each arrow as long as the slope of its link makes it.
 *
 *     <chainwise-number-lines expression="log(2+cos(x))" at="1"></chainwise-number-lines>
 *
 * Attributes: `expression`, `variable`, `at`. Property `study`. Event `chainwise-change`: `{ x }`.
 */
import { html, nothing, svg } from "lit";
import { scaleLinear } from "d3-scale";
import { announce } from "../kit/announce";
import type { Scale } from "../kit/curve";
import { followPointer, valueAfterKey } from "../kit/drag";
import { define, emit } from "../kit/element";
import { isTypesettable } from "../kit/formula";
import { neatTex, numberText, shortText } from "../kit/number-text";
import "../kit/slider";
import { words } from "../locale";
import type { Chain, Link } from "./chain";
import { FunctionFigure } from "./function-figure";
import type { FunctionStudy } from "./function-study";
import "./number-lines.css";
import { rolesFor } from "./roles";

const kHalfWidth = 4;
const kSide = 20;
const kRow = 62;
const kAxis = 30;
/** A longer formula does not fit over its line. */
const kBrief = 200;

interface Line {
  link: Link;
  scale: Scale;
  /** The nudge that arrives on this line: slope times nudge, link by link. */
  nudge: number;
  /** Where the point really gets to. */
  arrives: number;
}

export class ChainwiseNumberLines extends FunctionFigure {
  static override properties = { ...FunctionFigure.properties, nudge: { type: Number }, width: { state: true } };
  /** dx */
  declare nudge: number;
  declare protected width: number;
  #sizes: ResizeObserver | undefined;

  constructor() {
    super();
    this.nudge = 0.8;
    this.width = 600;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#sizes = new ResizeObserver(([entry]) => {
      const width = Math.round(entry?.contentRect.width ?? 0);
      if (width > 0) this.width = width;
    });
    this.#sizes.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#sizes?.disconnect();
  }

  protected override renderStudy(study: FunctionStudy) {
    const { chain } = study;
    const lines = this.#lines(study, chain);
    const roles = rolesFor(study);
    const sentence = this.#sentence(chain, lines);
    return html`
      <div class="lines" role="group" aria-label=${words.numberLines.picture(chain.links.map((link) => link.name))}>
        ${lines.map(
          (line, i) =>
            html`<div class="line">
              <div class="words">
                ${i === 0 ? nothing : this.#connection(lines[i - 1] as Line, line)}
                <kit-formula .roles=${roles} .tex=${this.#equation(line.link)}></kit-formula>
                ${i === 0 ? nothing : this.#slope(line.link, lines[i - 1]?.link)}
              </div>
              ${this.#drawLine(line, i, lines.length, sentence)}
            </div>`,
        )}
      </div>
      <kit-formula class="product" .roles=${roles} .tex=${`\\displaystyle ${this.#product(chain)}`}></kit-formula>
      <kit-slider
        .tex=${`d${study.variableLatex}`}
        role-of="derivative"
        label=${words.numberLines.nudge}
        .min=${-1}
        .max=${1}
        .step=${0.05}
        .value=${this.nudge}
        @kit-change=${(event: CustomEvent<{ value: number }>) => {
          this.nudge = event.detail.value;
          emit(this, "chainwise-nudge", { nudge: this.nudge });
        }}
      ></kit-slider>
      <p class="caption">${lines.length === 2 ? words.numberLines.single : nothing} ${words.numberLines.caption}</p>
    `;
  }

  #equation(link: Link): string {
    return link.formula && isTypesettable(link.formula.latex) && link.formula.latex.length < kBrief
      ? `${link.latex} = ${link.formula.latex} = ${neatTex(link.value)}`
      : `${link.latex} = ${shortText(link.value).replace("−", "-")}`;
  }

  #slope(link: Link, before: Link | undefined) {
    const tex = `\\dfrac{d${link.latex}}{d${before?.latex ?? "x"}} = ${neatTex(link.slope)}`;
    return html`<kit-formula class="slope" data-role="derivative" .tex=${tex}></kit-formula>`;
  }

  #product(chain: Chain): string {
    const { links } = chain;
    const first = links[0] as Link;
    const last = links[links.length - 1] as Link;
    const pairs = links.slice(1).map((link, i) => ({ link, before: links[i] as Link }));
    pairs.reverse();
    const whole = `\\frac{d${last.latex}}{d${first.latex}}`;
    if (pairs.length === 1) return `${whole} = ${neatTex(chain.slope)}`;
    const names = pairs.map(({ link, before }) => `\\frac{d${link.latex}}{d${before.latex}}`).join(" \\cdot ");
    const numbers = pairs.map(({ link }, i) => neatTex(link.slope, 3, i > 0)).join(" \\cdot ");
    return `${whole} = ${names} = ${numbers} = ${neatTex(chain.slope)}`;
  }

  #lines(study: FunctionStudy, chain: Chain): Line[] {
    const centre = Math.round(study.x / (2 * kHalfWidth)) * 2 * kHalfWidth;
    const ends: [number, number] = [centre - kHalfWidth, centre + kHalfWidth];
    const pixels: [number, number] = [kSide, this.width - kSide];
    let { nudge } = this;
    const there = { ...study.at, [study.variable]: study.x + nudge };
    return chain.links.map((link, i) => {
      if (i === 0) return { link, scale: scaleLinear(ends, pixels), nudge, arrives: study.x + nudge };
      nudge *= link.slope;
      const [low, high] = study.rangeOf(link.source, ...ends);
      // All lines have one scale, or their arrows could not be compared. A line on which all values have room stays
      // where it is; on any other the ruler slides along under the point.
      const middle = Math.round((low + high) / 2);
      const roomy = low >= middle - kHalfWidth && high <= middle + kHalfWidth;
      const at = roomy || !Number.isFinite(link.value) ? middle : link.value;
      return {
        link,
        scale: scaleLinear([at - kHalfWidth, at + kHalfWidth], pixels),
        nudge,
        arrives: study.evaluate(link.source, there),
      };
    });
  }

  #drawLine({ link, scale, nudge, arrives }: Line, index: number, count: number, sentence: string) {
    const movable = index === 0;
    const [low = 0, high = 1] = scale.domain();
    const held = (value: number): number => scale(Math.min(high, Math.max(low, value)));
    const at = held(link.value);
    const inside = link.value >= low && link.value <= high;
    return html`<svg
      viewBox="0 0 ${this.width} ${kRow}"
      width="100%"
      height=${kRow}
      role="group"
      aria-label=${words.numberLines.line(link.name)}
      class=${movable ? "movable" : ""}
      @pointerdown=${movable ? (event: PointerEvent) => this.#grab(event, scale) : nothing}
    >
      <g aria-hidden="true">
        <line class="axis" x1="0" x2=${this.width} y1=${kAxis} y2=${kAxis}></line>
        ${scale.ticks(Math.max(3, this.width / 70)).map(
          (tick) =>
            svg`<line class="axis" x1=${scale(tick)} x2=${scale(tick)} y1=${kAxis - 4} y2=${kAxis + 4} />
              <text class="tick" x=${scale(tick)} y=${kAxis + 22} text-anchor="middle">${shortText(tick, 6)}</text>`,
        )}
        ${
          Number.isFinite(link.value)
            ? svg`<line class="way" x1=${at} x2=${at} y1=${movable ? kAxis : 0} y2=${index + 1 < count ? kRow : kAxis} />`
            : nothing
        }
        ${
          !movable && arrives >= low && arrives <= high
            ? svg`<circle class="arrives" cx=${scale(arrives)} cy=${kAxis} r="5" />`
            : nothing
        }
        ${Number.isFinite(nudge) && inside ? this.#arrow(`d${link.name}`, nudge, at, scale(link.value + nudge)) : nothing}
        ${
          movable || !Number.isFinite(link.value)
            ? nothing
            : svg`<circle class=${inside ? "dot" : "dot outside"} data-role="value" cx=${at} cy=${kAxis} r="6" />`
        }
      </g>
      ${
        movable
          ? svg`<g class="handle" tabindex="0" role="slider" aria-label=${words.numberLines.handle(link.name)}
            aria-valuemin=${low} aria-valuemax=${high} aria-valuenow=${link.value} aria-valuetext=${sentence}
            @keydown=${(event: KeyboardEvent) => this.#key(event, link.value, low, high)}>
            <circle class="touch" cx=${at} cy=${kAxis} r="22" />
            <circle class="halo" data-role="data" cx=${at} cy=${kAxis} r="14" />
            <rect class="dot" data-role="data" x=${at - 6} y=${kAxis - 6} width="12" height="12" rx="2" />
          </g>`
          : nothing
      }
    </svg>`;
  }

  /** Drawn above the axis; a hair of an arrow is still an arrow, one of length 0 is a stroke. */
  #arrow(name: string, nudge: number, from: number, to: number) {
    const end = Math.min(this.width - 3, Math.max(3, to));
    const y = kAxis - 14;
    const length = Math.abs(end - from);
    const head = Math.min(7, length) * Math.sign(end - from);
    const side = Math.sign(end - from) || 1;
    // An arrow that leaves the picture says how long it is.
    const [label, x, anchor] =
      end === to
        ? [name, end + 6 * side, side > 0 ? "start" : "end"]
        : [`${name} = ${numberText(nudge)}`, from + 8 * side, side > 0 ? "start" : "end"];
    return svg`<g class="arrow" data-role="derivative">
      <line x1=${from} x2=${from} y1=${y - 4} y2=${kAxis} />
      <line class="shaft" x1=${from} x2=${end - head / 2} y1=${y} y2=${y} />
      ${length < 0.5 ? nothing : svg`<path d="M${end},${y}l${-head},${-Math.abs(head) * 0.62}v${Math.abs(head) * 1.24}z" />`}
      <text x=${x} y=${end === to ? y + 4 : y - 6} text-anchor=${anchor}>${label}</text>
    </g>`;
  }

  /** From the point on one line to the point on the next, behind the words between them. */
  #connection(above: Line, below: Line) {
    const [from, to] = [above, below].map(({ scale, link }) => scale(link.value));
    if (!Number.isFinite(from) || !Number.isFinite(to)) return nothing;
    return html`<svg
      class="connection"
      viewBox="0 0 ${this.width} 100"
      width="100%"
      height="100%"
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <line x1=${from} y1="0" x2=${to} y2="100"></line>
    </svg>`;
  }

  #sentence(chain: Chain, lines: readonly Line[]): string {
    return words.numberLines.sentence(
      chain.links.map((link) => ({ name: link.name, value: numberText(link.value, 3, words.kit.undefined) })),
      lines.map(({ link, nudge }) => ({ name: link.name, nudge: numberText(nudge, 3, words.kit.undefined) })),
    );
  }

  #grab(event: PointerEvent, scale: Scale): void {
    const surface = event.currentTarget as SVGElement;
    surface.querySelector<SVGElement>(".handle")?.focus({ preventScroll: true });
    const [low = 0, high = 1] = scale.domain();
    followPointer(event, surface, (x) => {
      this.#moveTo(Number(Math.min(high, Math.max(low, scale.invert(x))).toFixed(2)));
    });
  }

  #key(event: KeyboardEvent, value: number, min: number, max: number): void {
    const x = valueAfterKey(event, { value, step: 0.1, min, max });
    if (x === undefined) return;
    event.preventDefault();
    this.#moveTo(x);
  }

  #moveTo(x: number): void {
    this.propose({ x });
    const { study } = this;
    if (study) announce(this.#sentence(study.chain, this.#lines(study, study.chain)));
  }
}

define("chainwise-number-lines", ChainwiseNumberLines);
