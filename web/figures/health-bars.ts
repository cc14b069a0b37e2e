/**
 * The size of the gradient in each layer as bars on a logarithmic scale, with what is wrong beside them.
 *
 *     healthBars(layers, { caption: "Size of the gradient", layer: "Layer", output: "output", ... })
 */
import { html, nothing } from "lit";
import type { LayerHealth } from "../engine/api";
import "./health-bars.css";
import { sizeText, superscript } from "./size-text";

export interface HealthWords {
  caption: string;
  layer: string;
  output: string;
  gradient: string;
  finding: string;
  findings: Record<NonNullable<LayerHealth["finding"]>, string>;
  noFinding: string;
}

/** The scale, as powers of ten. */
const kFrom = -12;
const kTo = 6;
const kTick = 3;

function place(value: number): number {
  return ((Math.log10(value) - kFrom) / (kTo - kFrom)) * 100;
}

function ticks(): number[] {
  return Array.from({ length: (kTo - kFrom) / kTick + 1 }, (_, i) => kFrom + i * kTick);
}

export function healthBars(layers: readonly LayerHealth[], words: HealthWords) {
  return html`<table class="health-bars ui">
    <caption>
      ${words.caption}
    </caption>
    <thead>
      <tr>
        <th scope="col">${words.layer}</th>
        <th scope="col">
          <span class="visually-hidden">${words.finding}</span>
          <span class="scale" aria-hidden="true"
            >${ticks().map((power) => html`<span style="inset-inline-start: ${place(10 ** power)}%">${power === 0 ? "1" : `10${superscript(power)}`}</span>`)}</span
          >
        </th>
        <th scope="col">${words.gradient}</th>
      </tr>
    </thead>
    <tbody>
      ${layers.map((layer, index) => row(layer, index, index === layers.length - 1 ? words.output : String(index + 1), words))}
    </tbody>
  </table>`;
}

function row({ gradientNorm, finding }: LayerHealth, index: number, name: string, words: HealthWords) {
  const at = gradientNorm > 0 ? place(gradientNorm) : 0;
  const beyond = at > 100 ? "›" : at < 0 ? "‹" : "";
  return html`<tr data-layer=${index}>
    <th scope="row">${name}</th>
    <td>
      <span class="rail" aria-hidden="true"
        >${ticks().map((power) => html`<i style="inset-inline-start: ${place(10 ** power)}%"></i>`)}<span
          class="bar"
          style="inline-size: ${Math.min(100, Math.max(0, at))}%"
        ></span
        >${beyond ? html`<b class=${at > 100 ? "beyond high" : "beyond"}>${beyond}</b>` : nothing}${
          finding
            ? html`<em class=${at > 45 ? "inside" : ""} style="inset-inline-start: ${Math.max(0, Math.min(at, 100))}%"
                >${words.findings[finding]}</em
              >`
            : nothing
        }</span
      ><span class="visually-hidden">${finding ? words.findings[finding] : words.noFinding}</span>
    </td>
    <td class="number" data-value=${gradientNorm}>${sizeText(gradientNorm)}</td>
  </tr>`;
}
