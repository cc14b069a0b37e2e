/**
 * A deep network before its first step: how large the gradient is in each layer, for an activation, a way to draw the
 * first weights, and a depth. No DOM.
 *
 *     const model = new GradientHealthModel(engine);
 *     model.examine({ activation: "sigmoid", start: "xavier", depth: 8, seed: 1 }).verdict   // "vanishes"
 */
import type { Chainwise, LayerHealth, NetworkConfig } from "../engine/api";
import { choiceField, numberField } from "../kit/fields";

export const activations = ["sigmoid", "tanh", "relu"] as const;
export const starts = ["zeros", "small", "large", "xavier", "he"] as const;
export type Start = (typeof starts)[number];

export const kSmallDeviation = 0.1;
export const kLargeDeviation = 2;
const kInitializers: Record<Start, { name: string; deviation?: number }> = {
  zeros: { name: "zeros" },
  small: { name: "normal", deviation: kSmallDeviation },
  large: { name: "normal", deviation: kLargeDeviation },
  xavier: { name: "xavier-normal" },
  he: { name: "he-normal" },
};

export const healthFields = {
  activation: choiceField(activations, "sigmoid"),
  start: choiceField(starts, "xavier"),
  depth: numberField({ initial: 8, min: 1, max: 20, step: 1 }),
  draw: numberField({ initial: 1, min: 1, max: 999, step: 1 }),
};

export interface HealthSetting {
  activation: (typeof activations)[number];
  start: Start;
  /** Hidden layers. */
  depth: number;
  /** The same number draws the same weights. */
  draw: number;
}

/** Nodes in each hidden layer. */
export const kWidth = 16;
const kData = { name: "moons", count: 100, noise: 0.1, seed: 3 };

/** So many times smaller or larger than the last layer's: vanished, exploded. */
const kFar = 100;
/** With no layer above this, or one above that, an ordinary learning rate fits none of them. */
const kTiny = 1e-4;
const kHuge = 1e3;

export type Verdict = "zero" | "vanishes" | "explodes" | "tiny" | "huge" | "steady";

export interface HealthReport {
  layers: readonly LayerHealth[];
  first: number;
  last: number;
  /** What the gradient is multiplied by on its way back through one layer, on the geometric average. */
  factor: number;
  verdict: Verdict;
}

export class GradientHealthModel {
  readonly #data;

  constructor(private readonly engine: Chainwise) {
    const data = engine.dataset(kData);
    if (!data.ok) throw new Error(data.error.message);
    this.#data = data.value;
  }

  examine({ activation, start, depth, draw }: HealthSetting): HealthReport {
    const hidden = Array.from({ length: Math.round(depth) }, () => ({ units: kWidth, activation }));
    const config: NetworkConfig = {
      inputSize: this.#data.inputSize,
      layers: [...hidden, { units: 1, activation: "linear" }],
      loss: "half-squared",
      initializer: { ...kInitializers[start], seed: Math.round(draw) },
    };
    const network = this.engine.network(config);
    // The settings are ours and limited by their fields.
    if (!network.ok) throw new Error(network.error.message);
    network.value.setData(this.#data);
    const layers = network.value.health();
    network.value.dispose();
    if (!layers.ok) throw new Error(layers.error.message);
    return report(layers.value);
  }
}

/** Of whatever network the layers are. */
export function report(layers: readonly LayerHealth[]): HealthReport {
  const norms = layers.map(({ gradientNorm }) => gradientNorm);
  const first = norms[0] ?? NaN;
  const last = norms.at(-1) ?? NaN;
  const factor = (first / last) ** (1 / Math.max(1, layers.length - 1));
  return { layers, first, last, factor, verdict: judge(norms, first, last) };
}

function judge(norms: readonly number[], first: number, last: number): Verdict {
  if (first === 0) return "zero";
  if (first * kFar <= last) return "vanishes";
  if (first >= last * kFar) return "explodes";
  const most = Math.max(...norms);
  if (most < kTiny) return "tiny";
  return most > kHuge ? "huge" : "steady";
}
