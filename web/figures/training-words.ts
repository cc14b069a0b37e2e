/** The pictures of a training run in words, from the same frame that they are painted from. */
import type { Dataset } from "../engine/api";
import type { TrainingFrame } from "../engine/training-protocol";
import { numberText } from "../kit/number-text";
import { training } from "../locale/training";
import type { TrainingModel } from "./training-model";

export function describeSurface(frame: TrainingFrame, data: Dataset, values: boolean): string {
  const [epochs, loss] = [numberText(frame.epochs, 0), numberText(frame.loss, 3)];
  if (data.inputSize === 1) return training.aboutCurve(epochs, loss, data.targets.length);
  if (values) return training.aboutValues(epochs, loss);
  const right = training.ofPoints(frame.correct, data.targets.length / data.targetSize);
  if (data.targetSize > 1) return training.aboutClasses(epochs, loss, right, data.targetSize);
  return training.aboutSurface(epochs, loss, right);
}

/** Where a run stands, when it rests or when something is wrong. */
export function stateSentence({ error, frame }: TrainingModel): string {
  if (error) return error.message;
  if (!frame) return training.starting;
  const { diverged, reason, epochs, loss, learningRate } = frame;
  if (diverged) return training.diverged(reason, String(learningRate));
  return training.paused(numberText(epochs, 1), numberText(loss, 4));
}

/** Names as in the course: x1, x2, then a1, a2, ... with the layer's number above, ŷ at the end. */
export function unitName(layer: number, unit: number, sizes: readonly number[]): string {
  const several = (sizes[layer] ?? 1) > 1;
  if (layer === 0) return several ? `x${unit + 1}` : "x";
  return layer === sizes.length - 1 ? (several ? `ŷ${unit + 1}` : "ŷ") : `a${unit + 1} (${training.weightsOf(layer)})`;
}

export function describeNetwork(frame: TrainingFrame, sizes: readonly number[]): string {
  let best = { layer: 0, index: 0, weight: 0 };
  frame.parameters.weights.forEach((weights, layer) =>
    weights.forEach((weight, index) => {
      if (Math.abs(weight) > Math.abs(best.weight)) best = { layer, index, weight };
    }),
  );
  const inputs = sizes[best.layer] ?? 1;
  const strongest = training.strongest(
    unitName(best.layer, best.index % inputs, sizes),
    unitName(best.layer + 1, Math.floor(best.index / inputs), sizes),
    numberText(best.weight, 1),
  );
  return training.aboutNetwork(sizes.join(", "), strongest);
}
