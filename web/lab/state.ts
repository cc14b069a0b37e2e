/**
 * What a person can set in the laboratory; the link carries it. A network is written from its first inner layer on:
 * `tanh4.relu2` has four nodes with tanh and two with relu before the output.
 */
import { choiceField, numberField, textField, type Field } from "../kit/fields";
import { UrlState, type ValuesOf } from "../kit/url-state";
import { featuresField } from "./data/features";
import { ownField } from "./data/own-points";
import { madeSets, type MadeSet } from "./data/sets";

/** Sets of the engine's, points that a rule sorts, points of a person's own. */
export const datasets: readonly (MadeSet | "rule" | "own")[] = [...madeSets, "rule", "own"];
export const activations = [
  "tanh",
  "sigmoid",
  "relu",
  "leaky-relu",
  "elu",
  "softplus",
  "swish",
  "gelu",
  "linear",
] as const;
export const losses = ["half-squared", "squared", "binary-cross-entropy", "huber"] as const;
export const optimizers = ["gradient-descent", "momentum", "nesterov", "adagrad", "rmsprop", "adam", "adamw"] as const;
export const initializers = [
  "xavier-uniform",
  "xavier-normal",
  "he-uniform",
  "he-normal",
  "uniform",
  "normal",
  "constant",
  "zeros",
] as const;

export type Activation = (typeof activations)[number];

export interface LayerChoice {
  units: number;
  activation: Activation;
}

export const kMostLayers = 6;
export const kMostUnits = 12;
/** What can be typed as a weight or bias, either way: six layers of such weights still give numbers. */
export const kLargestTyped = 1e6;

export function readLayers(text: string): LayerChoice[] | undefined {
  if (text === "") return [];
  const layers: LayerChoice[] = [];
  for (const part of text.split(".")) {
    const [, name = "", digits = ""] = /^([a-z-]+)(\d{1,2})$/.exec(part) ?? [];
    const activation = activations.find((known) => known === name);
    const units = Number(digits);
    if (!activation || units < 1 || units > kMostUnits) return undefined;
    layers.push({ units, activation });
  }
  return layers.length > kMostLayers ? undefined : layers;
}

export const writeLayers = (layers: readonly LayerChoice[]): string =>
  layers.map(({ units, activation }) => `${activation}${units}`).join(".");

/** Text that is taken as it is, where it fits. */
const checked = (initial: string, fits: (text: string) => boolean): Field<string> => ({
  initial,
  limit: (value) => value,
  print: (value) => value,
  parse: (text) => (fits(text) ? text : undefined),
});

/** What a link can hold fast. */
export const lockable = [
  "data",
  "seed",
  "features",
  "layers",
  "start",
  "loss",
  "optimizer",
  "rate",
  "batch",
  "penalties",
  "weights",
  "presets",
] as const;
/** What a link can leave out: what it can hold fast, and parts of the page. */
export const hideable = [...lockable, "speed", "time", "node", "why", "home"] as const;
export type Control = (typeof hideable)[number];

const namesOf = (known: readonly string[]): Field<string> =>
  checked("", (text) => text.split(".").every((name) => known.includes(name)));

export const table = {
  data: choiceField(datasets, "circles"),
  rule: textField({ initial: "y > sin(3x)", maxLength: 200 }),
  own: ownField,
  features: featuresField,
  noise: numberField({ initial: 0.08, min: 0, max: 1, step: 0.01 }),
  count: numberField({ initial: 250, min: 20, max: 1000, step: 10 }),
  test: numberField({ initial: 20, min: 0, max: 50, step: 5 }),
  seed: numberField({ initial: 1, min: 1, max: 9999, step: 1 }),
  layers: checked("tanh4.tanh2", (text) => readLayers(text) !== undefined),
  loss: choiceField(losses, "binary-cross-entropy"),
  optimizer: choiceField(optimizers, "gradient-descent"),
  rate: numberField({ initial: 0.3, min: 0.0001, max: 1000, step: 0.0001 }),
  batch: numberField({ initial: 10, min: 1, max: 1000, step: 1 }),
  start: choiceField(initializers, "xavier-uniform"),
  l1: numberField({ initial: 0, min: 0, max: 1, step: 0.0001 }),
  l2: numberField({ initial: 0, min: 0, max: 1, step: 0.0001 }),
  /** The traced node as `layer.unit`, both counted from 1; the last layer is the output. */
  node: checked("1.1", (text) => /^[1-7]\.(?:[1-9]|1[0-2])$/.test(text)),
  point: numberField({ initial: 1, min: 1, max: 1000, step: 1 }),
  lock: namesOf(lockable),
  hide: namesOf(hideable),
  /** What is to be reached: see `teach/goals.ts`. */
  goal: checked("", (text) => /^\d+(?:\.\d+)?(?:_test)?(?:_n\d+)?(?:_l\d+)?(?:_e\d+)?$/.test(text)),
  /** A trained state: see `teach/weights.ts`. */
  w: checked("", (text) => /^\d{1,10}\.[\w-]{1,4000}$/.test(text)),
};

export type LabSettings = ValuesOf<typeof table>;

/** Where one looks and what a teacher has set, not what is trained. */
export const kLooks: ReadonlySet<string> = new Set(["node", "point", "lock", "hide", "goal", "w"]);

/** Where one looks does not make another network. */
export const differing = (a: LabSettings, b: LabSettings): (keyof LabSettings)[] =>
  (Object.keys(a) as (keyof LabSettings)[]).filter((key) => !kLooks.has(key) && a[key] !== b[key]);

const kParts: Readonly<Record<string, string>> = { data: "data.rule.own.noise.count.test", penalties: "l1.l2" };

/** The settings that a link holds fast. */
export function heldKeys({ lock, hide }: LabSettings): Set<string> {
  return new Set(`${lock}.${hide}`.split(".").flatMap((name) => (kParts[name] ?? name).split(".")));
}

/** Whoever changes it, by hand or otherwise: what is held stays. */
class LabState extends UrlState<typeof table> {
  override set(change: Partial<LabSettings>): void {
    const held = heldKeys({ ...this.values, ...change });
    super.set(Object.fromEntries(Object.entries(change).filter(([key]) => !held.has(key))));
  }
}

export const makeState = (): LabState => new LabState(table);
