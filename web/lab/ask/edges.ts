/**
 * `<lab-edges>`: lies over the drawing of a network, below its buttons: each line, a weight, and a mark on each node, its
 * bias, can be pointed at and asked about. By keyboard the panel of each node does the same.
 *
 *     html`<lab-edges .drawn=${{ sizes: [2, 4, 1], width: 400, parameters }}></lab-edges>`
 *
 * Event: `lab-ask` with a parameter.
 */
import { html, nothing, svg } from "lit";
import { guard } from "lit/directives/guard.js";
import type { ParameterId, Parameters } from "../../engine/api";
import { define, KitElement } from "../../kit/element";
import { measure, networkHeight } from "../../kit/network-drawing";
import { numberText } from "../../kit/number-text";
import "./edges.css";
import { parameterName } from "./parameter-name";
import { ask } from "./question";

export interface Drawn {
  sizes: readonly number[];
  width: number;
  side: number | undefined;
  parameters: Parameters | undefined;
  /** What was asked about last. */
  asked: ParameterId | undefined;
}

interface Line {
  id: ParameterId;
  d: string;
  middle: [number, number];
}

const same = (a: ParameterId | undefined, b: ParameterId): boolean =>
  a?.layer === b.layer && a.unit === b.unit && a.input === b.input;

export class LabEdges extends KitElement {
  static override properties = { drawn: { attribute: false }, pointed: { state: true } };
  declare drawn: Drawn | undefined;
  declare protected pointed: ParameterId | undefined;
  #lines: Line[] = [];
  #biases: Line[] = [];
  #key = "";

  /** The places follow from the sizes alone. */
  #measure({ sizes, width, side }: Drawn): void {
    const key = [...sizes, width, side].join();
    if (key === this.#key) return;
    this.#key = key;
    const { unit: edge, place } = measure(sizes, width, networkHeight(sizes), side);
    this.#lines = [];
    this.#biases = [];
    sizes.slice(1).forEach((units, layer) => {
      for (let unit = 0; unit < units; unit++) {
        const [x2, y2] = place(layer + 1, unit);
        this.#biases.push({ id: { layer, unit }, d: "", middle: [x2 - edge / 2, y2 + edge / 2] });
        for (let input = 0; input < (sizes[layer] ?? 0); input++) {
          const [x1, y1] = place(layer, input);
          const [start, end] = [x1 + edge / 2, x2 - edge / 2];
          const bend = (start + end) / 2;
          const d = `M${start} ${y1}C${bend} ${y1} ${bend} ${y2} ${end} ${y2}`;
          this.#lines.push({ id: { layer, unit, input }, d, middle: [bend, (y1 + y2) / 2] });
        }
      }
    });
  }

  #value({ layer, unit, input }: ParameterId): number {
    const { parameters, sizes = [] } = this.drawn ?? {};
    const list = (input === undefined ? parameters?.biases : parameters?.weights)?.[layer];
    return list?.[input === undefined ? unit : unit * (sizes[layer] ?? 0) + input] ?? NaN;
  }

  /** One listener for all of them. */
  #at(event: Event): ParameterId | undefined {
    const key = (event.target as Element).getAttribute("data-parameter");
    const [layer = 0, unit = 0, input] = key?.split(".").map(Number) ?? [];
    return key ? { layer, unit, ...(input === undefined ? {} : { input }) } : undefined;
  }

  protected override render() {
    const { drawn, pointed } = this;
    if (!drawn?.parameters) return nothing;
    this.#measure(drawn);
    const { sizes, width, asked } = drawn;
    const height = networkHeight(sizes);
    const shown = [...this.#lines, ...this.#biases];
    const named = shown.find(({ id }) => same(pointed, id));
    const marked = shown.filter(({ id }) => same(pointed, id) || same(asked, id));
    return html`<svg
        aria-hidden="true"
        width=${width}
        height=${height}
        @pointerover=${(event: PointerEvent) => (this.pointed = this.#at(event))}
        @pointerleave=${() => (this.pointed = undefined)}
        @click=${(event: MouseEvent) => {
          const id = this.#at(event);
          if (id) ask(this, { kind: "parameter", id });
        }}
      >
        ${marked.map(({ d, id }) => svg`<path class=${same(asked, id) ? "asked" : "pointed"} d=${d} />`)}
        ${guard([this.#key], () => this.#lines.map(({ id, d }) => svg`<path class="touch" data-parameter=${keyOf(id)} d=${d} />`))}
        ${this.#biases.map(({ id, middle: [x, y] }) => this.#bias(id, x, y, same(asked, id)))}
      </svg>
      ${
        named
          ? html`<span class="name ui" aria-hidden="true" style="left: ${named.middle[0]}px; top: ${named.middle[1]}px"
              >${parameterName(named.id)} = ${numberText(this.#value(named.id))}</span
            >`
          : nothing
      }`;
  }

  #bias(id: ParameterId, x: number, y: number, asked: boolean) {
    const value = this.#value(id);
    const d = value < 0 ? "M-3 0H3" : value > 0 ? "M-3 0H3M0 -3V3" : "";
    return svg`<g class="bias" data-asked=${asked} transform="translate(${x} ${y})">
      <circle r="6" class=${value < 0 ? "negative" : "positive"} /><path d=${d} />
      <circle r="11" class="touch" data-parameter=${keyOf(id)} />
    </g>`;
  }
}

const keyOf = ({ layer, unit, input }: ParameterId): string =>
  [layer, unit, ...(input === undefined ? [] : [input])].join(".");

define("lab-edges", LabEdges);

declare global {
  interface HTMLElementTagNameMap {
    "lab-edges": LabEdges;
  }
}
