/**
 * Which features a network is given, as the link writes it: `x1.x2.x1x1`.
 *
 *     readFeatures("x1.sinx2")   // ["x1", "sinx2"]
 */
import { featureNames, type FeatureName } from "../../engine/features";
import type { Field } from "../../kit/fields";
import type { Task } from "./sets";

const kPlain = "x1.x2";

export function readFeatures(text: string): FeatureName[] | undefined {
  const parts = text.split(".");
  const names = featureNames.filter((name) => parts.includes(name));
  // Each once, in the order of the table.
  return names.length > 0 && names.join(".") === text ? names : undefined;
}

export const featuresField: Field<string> = {
  initial: kPlain,
  limit: (value) => value,
  print: (value) => value,
  parse: (text) => (readFeatures(text) ? text : undefined),
};

/** What a run needs to be told: nothing where the network is given the bare coordinates. */
export const featuresFor = ({ inputs }: Task, text: string): FeatureName[] | undefined =>
  inputs === 1 || text === kPlain ? undefined : readFeatures(text);

/** With one feature more or less; the last one stays. */
export function withFeature(text: string, name: FeatureName): string {
  const before = readFeatures(text) ?? [];
  const after = featureNames.filter((it) => before.includes(it) !== (it === name));
  return after.length > 0 ? after.join(".") : text;
}
