/**
 * `<chainwise-secant>`: a curve, a point on it, and a second one at a distance: the line through both, and the
 * triangle that its slope is read from. When the distance shrinks, the secant becomes the tangent.
 *
 *     html`<chainwise-secant .study=${study} .distance=${1}
 *            @chainwise-distance=${({ detail }) => set(detail.distance)}></chainwise-secant>`
 *
 * Properties: `study`, `distance` (h, from 10⁻⁴ to 2). Events: `chainwise-change` `{ x }`; `chainwise-distance`
 * `{ distance }`.
 */
import { html } from "lit";
import { announce } from "../kit/announce";
import { define, emit } from "../kit/element";
import { numberTex, numberText, shortText } from "../kit/number-text";
import "../kit/plot";
import type { Segment } from "../kit/plot";
import { rich } from "../kit/rich-text";
import { words } from "../locale";
import { slopeWords } from "../locale/slopes";
import { outputOf } from "./chain";
import { FunctionFigure } from "./function-figure";
import type { FunctionStudy } from "./function-study";
import "./secant.css";

const kWindow: [number, number] = [-4, 4];
export const kNearest = 1e-4;
export const kFarthest = 2;
/** The slider runs over powers of ten: each step shrinks the distance by the same factor. */
const kSteps = 100;

export class ChainwiseSecant extends FunctionFigure {
  static override properties = { ...FunctionFigure.properties, distance: { type: Number } };
  declare distance: number;

  constructor() {
    super();
    this.distance = 1;
  }

  #setDistance(place: number): void {
    const distance = Number((kNearest * (kFarthest / kNearest) ** (place / kSteps)).toPrecision(3));
    emit(this, "chainwise-distance", { distance });
    const { study } = this;
    if (study)
      announce(slopeWords.secant.sentence(shortText(distance, 5), numberText(this.#rise(study, distance).slope)));
  }

  /** All of it by the engine: two values, their difference, and the quotient. */
  #rise(study: FunctionStudy, h: number): { other: number; rise: number; slope: number } {
    const { engine, x, value, variable } = study;
    const other = study.evaluate(study.source, { ...study.at, [variable]: x + h });
    const ask = (source: string): number => {
      const answer = engine.evaluate(source, { b: other, a: value, h });
      return answer.ok ? answer.value : NaN;
    };
    return { other, rise: ask("b - a"), slope: ask("(b - a)/h") };
  }

  protected override renderStudy(study: FunctionStudy) {
    const { x, value, variable } = study;
    const h = this.distance;
    const { other, rise, slope } = this.#rise(study, h);
    const curve = study.curve(...kWindow);
    const name = outputOf(study).name;
    const seen = Number.isFinite(slope);
    const wide = h > 0.15;
    const line = (from: number, to: number): Segment => ({
      from: [from, value + slope * (from - x)],
      to: [to, value + slope * (to - x)],
      role: "derivative",
      label: words.plot.slope(numberText(slope)),
    });
    const segments: Segment[] = seen
      ? [
          line(x - 1.2, x + h + 1.2),
          { from: [x, value], to: [x + h, value], role: "data", dashed: true, ...(wide ? { label: "h" } : {}) },
          {
            from: [x + h, value],
            to: [x + h, other],
            role: "value",
            dashed: true,
          },
        ]
      : [];
    const place = Math.round((kSteps * Math.log(h / kNearest)) / Math.log(kFarthest / kNearest));
    return html`
      <kit-plot
        .x=${kWindow}
        .y=${curve.range}
        .curves=${[{ samples: curve.samples, role: "value", breaks: curve.features.breaks }]}
        .segments=${segments}
        .marks=${[{ x, y: value, role: "data" }, ...(seen ? [{ x: x + h, y: other, role: "value" as const }] : [])]}
        .at=${x}
        .step=${0.1}
        .height=${260}
        label=${words.plot.picture(words.plot.function(name, variable))}
        x-label=${variable}
        handle-label=${words.plot.handle(variable)}
        handle-text=${slopeWords.secant.sentence(shortText(h, 5), numberText(slope))}
        @kit-move=${(event: CustomEvent<{ x: number }>) => this.propose({ x: event.detail.x })}
      ></kit-plot>
      <label class="distance ui"
        ><span>${slopeWords.secant.distance}</span>
        <input
          type="range"
          min="0"
          max=${kSteps}
          step="1"
          .value=${String(place)}
          aria-valuetext=${shortText(h, 5)}
          @input=${(event: Event) => this.#setDistance((event.target as HTMLInputElement).valueAsNumber)}
        />
        <output>${shortText(h, 5)}</output></label
      >
      <p class="quotient" data-slope=${slope}>
        ${rich(
          `$\\frac{${name}(x + h) - ${name}(x)}{h} = \\frac{${numberTex(rise, 4)}}{${numberTex(h, 4)}} = ${numberTex(slope, 4)}$`,
        )}
      </p>
    `;
  }
}

define("chainwise-secant", ChainwiseSecant);

declare global {
  interface HTMLElementTagNameMap {
    "chainwise-secant": ChainwiseSecant;
  }
}
