/**
 * `<chainwise-path-growth>`: how many multiplications all gradients of a network take, path by path, in forward mode
 * and in reverse mode, while the network grows. The bars are logarithmic.
 *
 *     html`<chainwise-path-growth .engine=${engine} .layers=${2} .units=${3}></chainwise-path-growth>`
 *
 * Properties: `engine`, `layers` (inner ones), `units` (of each). Event `chainwise-growth`: `{ layers }` or `{ units }`.
 */
import { html, nothing, svg } from "lit";
import type { Chainwise } from "../engine/api";
import { announce } from "../kit/announce";
import { define, emit, KitElement } from "../kit/element";
import "../kit/slider";
import { text as lesson } from "../locale/lessons/backpropagation";
import "./path-growth.css";
import { growthOf, kEnds } from "./path-growth-model";

const text = lesson.growth.figure;
const kRange = { layers: [1, 6], units: [1, 5] } as const;
/** Powers of ten that the scale reaches. */
const kDecades = 8;
const kPicture = { width: 320, height: 116 };

export class ChainwisePathGrowth extends KitElement {
  static override properties = {
    engine: { attribute: false },
    layers: { type: Number },
    units: { type: Number },
  };
  declare engine: Chainwise | undefined;
  declare layers: number;
  declare units: number;

  constructor() {
    super();
    this.layers = 2;
    this.units = 2;
  }

  protected override render() {
    const { engine, layers, units } = this;
    const growth = engine && growthOf(engine, layers, units);
    if (!growth) return nothing;
    const { pathSum, forward, reverse } = growth.multiplications;
    return html`<div class="growth-top">
        ${picture(layers, units)}
        <div>
          ${(["layers", "units"] as const).map(
            (what) =>
              html`<kit-slider
                .tex=${text.symbols[what]}
                .label=${text.labels[what]}
                .min=${kRange[what][0]}
                .max=${kRange[what][1]}
                .step=${1}
                .digits=${0}
                .value=${this[what]}
                data-name=${what}
                @kit-change=${(event: CustomEvent<{ value: number }>) => {
                  emit(this, "chainwise-growth", { [what]: Math.round(event.detail.value) });
                  announce(text.sentence(whole(pathSum), whole(forward), whole(reverse)));
                }}
              ></kit-slider>`,
          )}
          <p class="caption" data-paths=${growth.paths}>
            ${text.size(growth.parameters, growth.paths, whole(growth.paths))}
          </p>
        </div>
      </div>
      <table class="growth-bars ui">
        <caption class="visually-hidden">
          ${text.caption}
        </caption>
        <tbody>
          ${(
            [
              ["pathSum", pathSum],
              ["forward", forward],
              ["reverse", reverse],
            ] as const
          ).map(
            ([way, count]) =>
              html`<tr data-way=${way} data-count=${count}>
                <th scope="row">${text.ways[way]}</th>
                <td class="bar" aria-hidden="true">
                  <span style="inline-size: ${(100 * Math.log10(Math.max(1, count))) / kDecades}%"></span>
                </td>
                <td class="number">${whole(count)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
      <p class="caption">${text.scale}</p>`;
  }
}

/** 1234567 -> "1 234 567", with spaces that do not break. */
function whole(count: number): string {
  return String(Math.round(count)).replace(/\B(?=(?:\d{3})+$)/g, "\u202f");
}

function picture(layers: number, units: number) {
  const columns = [kEnds, ...Array.from({ length: layers }, () => units), kEnds];
  const { width, height } = kPicture;
  const place = (column: number, row: number): { x: number; y: number } => ({
    x: 10 + (column * (width - 20)) / (columns.length - 1),
    y: height / 2 + (row - ((columns[column] ?? 1) - 1) / 2) * 24,
  });
  const dots = columns.flatMap((count, column) => Array.from({ length: count }, (_, row) => place(column, row)));
  const lines = columns
    .slice(1)
    .flatMap((count, before) =>
      Array.from({ length: count }, (_, to) =>
        Array.from(
          { length: columns[before] ?? 0 },
          (_, from) => [place(before, from), place(before + 1, to)] as const,
        ),
      ).flat(),
    );
  return html`<svg viewBox="0 0 ${width} ${height}" role="img" aria-label=${text.picture(layers, units)}>
    ${lines.map(([a, b]) => svg`<line x1=${a.x} y1=${a.y} x2=${b.x} y2=${b.y} />`)}
    ${dots.map(({ x, y }) => svg`<circle cx=${x} cy=${y} r="6" />`)}
  </svg>`;
}

define("chainwise-path-growth", ChainwisePathGrowth);

declare global {
  interface HTMLElementTagNameMap {
    "chainwise-path-growth": ChainwisePathGrowth;
  }
}
