/** The plane, the network, and the curve of the cost, with their numbers and their words. */
import { html, nothing, type TemplateResult } from "lit";
import type { Dataset } from "../engine/api";
import type { TrainingFrame } from "../engine/training-protocol";
import { classColour, classLetter, classSigns } from "../kit/class-marks";
import { networkHeight } from "../kit/network-drawing";
import { numberText } from "../kit/number-text";
import { training } from "../locale/training";
import "./training-views.css";
import { describeNetwork, describeSurface } from "./training-words";

interface Shown {
  frame: TrainingFrame | undefined;
  data: Dataset | undefined;
  sizes: readonly number[];
  captions: { plane: string; network: string };
  /** Numbers are to be met, instead of sides to be chosen. */
  values?: boolean;
  /** What lies on the picture of the plane. */
  over?: unknown;
  /** What lies on the drawing of the network. */
  handles?: unknown;
  /** What lies on the curve of the cost. */
  overCurve?: unknown;
  /** What stands below the pictures. */
  below?: unknown;
  /** A run that is kept beside this one, in words. */
  kept?: string | undefined;
}

export function trainingViews(shown: Shown): TemplateResult {
  const { frame, data, sizes, captions, values = false, over = nothing, handles = nothing, kept = "" } = shown;
  return html`<div class="training-views">
    <figure class="plane">
      <figcaption class="caption">${captions.plane}</figcaption>
      <div class="plane-box">
        <canvas
          class="surface"
          role="img"
          aria-label=${frame && data ? describeSurface(frame, data, values) : training.starting}
        ></canvas>
        ${over}
      </div>
      <div class="scale caption" aria-hidden="true">${scale(data, values)}</div>
    </figure>
    <figure class="units">
      <figcaption class="caption">${captions.network}</figcaption>
      <div class="drawing">
        <canvas
          class="network"
          role="img"
          style="block-size: ${networkHeight(sizes)}px"
          aria-label=${frame ? describeNetwork(frame, sizes) : training.starting}
        ></canvas>
        ${handles}
      </div>
    </figure>
    <figure class="curve">
      <dl class="readout ui">
        ${readout("epoch", training.numbers.epoch, frame?.epochs, frame && numberText(frame.epochs, 1))}
        ${readout("loss", training.numbers.loss, frame?.loss, frame && numberText(frame.loss, 4))}
        ${
          frame?.testLoss === undefined
            ? nothing
            : readout("test-loss", training.testLoss, frame.testLoss, numberText(frame.testLoss, 4))
        }
        ${
          values || !frame || !data
            ? nothing
            : readout(
                "right",
                training.numbers.right,
                frame.correct,
                training.ofPoints(frame.correct, data.targets.length / data.targetSize),
              )
        }
      </dl>
      <figcaption class="caption">
        ${training.loss}${frame?.testLoss === undefined ? nothing : html`; ${training.setApart}`}${kept && html`. ${kept}`}
      </figcaption>
      <div class="curve-box">
        <div
          class="loss-chart"
          role="img"
          aria-label=${
            frame
              ? `${training.aboutLoss(numberText(frame.history.losses[0] ?? NaN, 4), numberText(frame.loss, 4))} ${kept}`
              : training.starting
          }
        ></div>
        ${shown.overCurve}
      </div>
    </figure>
    ${shown.below}
  </div>`;
}

/** What the colours and the marks of the plane mean. */
function scale(data: Dataset | undefined, values: boolean) {
  if (data?.inputSize === 1) return html`<span>${training.curve}</span>`;
  if (data && data.targetSize > 1)
    return Array.from({ length: data.targetSize }, (_, index) => {
      const token = classColour(index);
      return html`<span><span style="color: var(--${token})">${classSigns[index]}</span> ${classLetter(index)}</span>`;
    });
  return html`<span>${values ? training.lowest : `■ ${training.low}`}</span><span class="ramp"></span
    ><span>${values ? training.highest : `${training.high} ●`}</span>`;
}

function readout(id: string, label: string, exact: number | undefined, shown: string | undefined) {
  return html`<div>
    <dt>${label}</dt>
    <dd data-number=${id} data-value=${exact ?? nothing}>${shown ?? "\u00a0"}</dd>
  </div>`;
}
