/**
 * `<chainwise-plot>`: a function and under it its derivative; a point on both that can be dragged or moved with the
 * arrow keys, and the tangent with its slope written at it. Places without a value are gaps, and said in words.
 *
 *     <chainwise-plot expression="log(2+cos(x))" at="1"></chainwise-plot>
 *
 * Attributes: `expression`, `variable`, `at`. Property `study`. Event `chainwise-change`: `{ x }`.
 */
import { html, nothing } from "lit";
import { announce } from "../kit/announce";
import { define } from "../kit/element";
import { numberText, shortText } from "../kit/number-text";
import "../kit/plot";
import type { Curve, Segment } from "../kit/plot";
import { words } from "../locale";
import { outputOf } from "./chain";
import { FunctionFigure } from "./function-figure";
import "./function-plot.css";
import type { FunctionStudy, StudiedCurve } from "./function-study";

/** A little more than one period of the sine to each side. */
const kHalfWidth = 6.5;
const kZoomSteps = 5;
/** The tangent reaches so far to each side of the point, as a share of the window. */
const kTangent = 0.13;

export class ChainwisePlot extends FunctionFigure {
  static override properties = { ...FunctionFigure.properties, zoom: { state: true } };
  declare protected zoom: number;

  constructor() {
    super();
    this.zoom = 0;
  }

  #move = (event: CustomEvent<{ x: number }>): void => {
    this.propose({ x: event.detail.x });
    const { study } = this;
    if (study) announce(this.#sentence(study));
  };

  /** The window stays where it is until the point leaves it. */
  #window(x: number): [number, number] {
    const half = kHalfWidth * 2 ** -this.zoom;
    const centre = Math.round(x / (2 * half)) * 2 * half;
    return [centre - half, centre + half];
  }

  #sentence(study: FunctionStudy): string {
    const { kink } = study;
    if (kink) {
      return words.plot.atKink(
        study.variable,
        shortText(study.x),
        shortText(kink.left),
        shortText(kink.right),
        shortText(study.slope),
      );
    }
    return words.plot.atPoint(
      study.variable,
      shortText(study.x),
      numberText(study.value, 3, words.kit.undefined),
      numberText(study.slope, 3, words.kit.undefined),
    );
  }

  protected override renderStudy(study: FunctionStudy) {
    const window = this.#window(study.x);
    const curve = study.curve(...window);
    const slopes = study.slopeCurve(...window);
    const name = outputOf(study).name;
    const sentence = this.#sentence(study);
    const step = (window[1] - window[0]) / 130;
    const plot = (
      title: string,
      drawn: StudiedCurve,
      role: Curve["role"],
      y: number,
      segments: readonly Segment[],
      handle: string,
    ) =>
      html`<figure>
        <figcaption data-role=${role}>
          <span class="title">${title}</span> ${this.#featureText(drawn, study.variable)}
        </figcaption>
        <kit-plot
          .x=${window}
          .y=${includeNear(drawn.range, y)}
          .curves=${[{ samples: drawn.samples, role, breaks: drawn.features.breaks }]}
          .segments=${segments}
          .marks=${[{ x: study.x, y, role }]}
          .at=${study.x}
          .step=${step}
          .height=${220}
          label=${words.plot.picture(title)}
          x-label=${study.variable}
          handle-label=${handle}
          handle-text=${sentence}
          @kit-move=${this.#move}
        ></kit-plot>
      </figure>`;
    return html`
      ${plot(words.plot.function(name, study.variable), curve, "value", study.value, this.#tangent(study, window), words.plot.handle(study.variable))}
      ${plot(words.plot.derivative(name, study.variable), slopes, "derivative", study.slope, [], words.plot.handleBelow(study.variable))}
      <div class="below ui">
        <p class="sentence">${sentence}</p>
        <div class="button-row">
          <button class="button" type="button" ?disabled=${this.zoom >= kZoomSteps} @click=${() => ++this.zoom}>
            ${words.plot.closer}
          </button>
          <button class="button" type="button" ?disabled=${this.zoom <= -kZoomSteps} @click=${() => --this.zoom}>
            ${words.plot.wider}
          </button>
        </div>
      </div>
    `;
  }

  #tangent(study: FunctionStudy, [from, to]: [number, number]): Segment[] {
    const { x, value, slope, kink } = study;
    if (!Number.isFinite(value) || !Number.isFinite(slope)) return [];
    const reach = (to - from) * kTangent;
    if (kink) {
      // No tangent at a kink: half of one on each side.
      const half = (side: number, slopeThere: number): Segment => ({
        from: [x, value],
        to: [x + side * reach, value + side * slopeThere * reach],
        role: "derivative",
        dashed: true,
        label: words.plot.slope(shortText(slopeThere)),
      });
      return [half(-1, kink.left), half(1, kink.right)];
    }
    return [
      {
        from: [x - reach, value - slope * reach],
        to: [x + reach, value + slope * reach],
        role: "derivative",
        label: words.plot.slope(numberText(slope)),
      },
    ];
  }

  #featureText({ features }: StudiedCurve, variable: string) {
    const sentences = words.plot.features(features, variable, (x) => shortText(x, 2));
    return sentences.length === 0 ? nothing : html`<span class="features">${sentences.join(" ")}</span>`;
  }
}

/** The window grows for a point that is a little outside, and leaves one that is far away alone. */
function includeNear([low, high]: [number, number], y: number): [number, number] {
  const air = (high - low) / 2;
  return y > high && y < high + air ? [low, y + air / 8] : y < low && y > low - air ? [y - air / 8, high] : [low, high];
}

define("chainwise-plot", ChainwisePlot);
