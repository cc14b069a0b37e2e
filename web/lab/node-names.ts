/** What nodes, inputs and updates are called in formulas and in words. */
import type { NetworkConfig } from "../engine/api";
import { features } from "../engine/features";
import type { TrainingSetup } from "../engine/training-protocol";
import { classLetter } from "../kit/class-marks";
import { text } from "../locale/lab";

const kTexLimit = 6;

/** a_2^{(1)}, or x_2 before the first layer, ŷ at the end. Layers are counted from 0, -1 is the input. */
export function nodeTex(layer: number, unit: number, setup: TrainingSetup): string {
  const { inputSize, layers } = setup.network;
  const feature = setup.features?.[unit];
  if (layer < 0) return feature ? features[feature].tex : inputSize === 1 ? "x" : `x_{${unit + 1}}`;
  if (layer < layers.length - 1) return `a_{${unit + 1}}^{(${layer + 1})}`;
  return (layers.at(-1)?.units ?? 1) > 1 ? `\\hat{y}_{${unit + 1}}` : "\\hat{y}";
}

/** In words; with several outputs each stands for a class. */
export function nodeName(layer: number, unit: number, { layers }: NetworkConfig): string {
  if (layer < layers.length - 1) return text.nodes.inner(unit + 1, layer + 1);
  return (layers.at(-1)?.units ?? 1) > 1 ? text.nodes.outputOf(classLetter(unit)) : text.nodes.output;
}

/** w_new is the w that will be; mhat is m with a hat. */
export function updateTex(name: string): string {
  const [, symbol = name, mark] = /^([a-z]+?)(?:_(new)|(?:hat))$/.exec(name) ?? [];
  if (symbol === name) return `\\mathrm{${name}}`;
  return mark ? `${symbol}_{\\text{new}}` : `\\hat{${symbol}}`;
}

export const withHats = (latex: string): string => latex.replace(/\\mathrm\{([a-z])hat\}/g, "\\hat{$1}");

/** Sums of many parts keep their ends. */
export function shortSum(parts: readonly string[]): string {
  if (parts.length <= kTexLimit) return parts.join(" + ");
  return [...parts.slice(0, kTexLimit - 2), "\\dots", ...parts.slice(-1)].join(" + ");
}
