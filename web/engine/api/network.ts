/** Networks: how they are made, trained, and asked. */
import type { Bindings, Result } from "./result.js";

export interface Parameters {
  /** Layer by layer, [units][inputs] row-major. */
  weights: Float64Array[];
  /** Layer by layer, [units]. */
  biases: Float64Array[];
}

export interface NetworkConfig {
  inputSize: number;
  layers: { units: number; activation: string }[];
  loss: string;
  initializer?: { name: string; seed: number; [option: string]: number | string };
  parameters?: Parameters;
  optimizer?: { name: string; learningRate: number; [option: string]: number | string };
  /** Examples per update; the whole training set where left out. */
  batchSize?: number;
  /** Shuffles the examples anew in each epoch; left out, they keep their order. */
  shuffleSeed?: number;
  l1?: number;
  l2?: number;
}

export interface TrainingData {
  /** [examples][inputSize] row-major. */
  inputs: Float64Array;
  /** [examples][outputs] row-major. */
  targets: Float64Array;
}

export interface DatasetConfig {
  /** One of `catalog().datasets`. */
  name: string;
  /** Examples, training and test together. */
  count: number;
  /** Standard deviation: of each input for classes, of the target for curves and surfaces. */
  noise?: number;
  /** A whole number; the same seed gives the same data everywhere. */
  seed: number;
  /** The share of examples, drawn by the seed, that is set apart as `test`. */
  testFraction?: number;
}

export interface Dataset extends TrainingData {
  inputSize: number;
  targetSize: number;
  /** Only where a `testFraction` was asked for. */
  test?: TrainingData;
}

export interface TrainingReport {
  /** Updates made by this call. */
  batches: number;
  /** Epochs completed since the start. */
  epoch: number;
  /** Examples seen by this call. */
  examples: number;
  /** Loss over the whole training set after the call. */
  trainLoss: number;
  testLoss?: number;
  /** The loss or a parameter stopped being finite: training has stopped and the last good state stands. */
  diverged: boolean;
  /** Why it diverged: `loss-not-finite`, `loss-grew`, `parameter-too-large`. */
  reason?: string;
}

export interface SurfaceRegion {
  from: [number, number];
  to: [number, number];
  columns: number;
  rows: number;
  /** Which output is shown; 0 where left out. */
  output?: number;
  /** Shows the activation of `unit` in `layer` (0 is the first layer) instead of an output. */
  layer?: number;
  unit?: number;
}

/** One example as definitions in Chainwise's formula language, with the numbers in `at`. */
export interface NetworkProgram {
  source: string;
  at: Bindings;
  output: string;
}

/** The mean loss over some examples, without l1 and l2, and its derivative by every parameter. */
export interface Gradients extends Parameters {
  loss: number;
}

/** One parameter, counted from 0: the weight of `unit` in `layer` for `input`, or the unit's bias without an input. */
export interface ParameterId {
  layer: number;
  unit: number;
  input?: number;
}

/**
 * Where δ = ∂J/∂z of a unit comes from, for one example: `delta` = `upstream` · `slope`, with ∂J/∂a = `upstream` and
 * ∂a/∂z = `slope`. At an output whose loss gives δ directly (cross-entropies) `slope` is 1.
 */
export interface UnitExplanation {
  z: number;
  activation: number;
  slope: number;
  upstream: number;
  delta: number;
  /** `upstream` as a sum over the units of the next layer, `product` = `weight` · `delta`; empty for the last layer. */
  contributions: { unit: number; weight: number; delta: number; product: number }[];
  /** The activations before the unit, or the example itself. */
  inputs: Float64Array;
  /** ∂J/∂w for each of them, `delta` · input; ∂J/∂b is `delta`. */
  gradients: Float64Array;
}

/** A rectangle of two parameters' values; all others stay as they are. */
export interface LandscapeRegion {
  x: ParameterId;
  y: ParameterId;
  from: [number, number];
  to: [number, number];
  columns: number;
  rows: number;
}

/** The loss J(θ - rate · ∂J/∂θ) at several rates. */
export interface LineSearch {
  /** Of J by the rate, at rate 0: -|∂J/∂θ|². */
  slope: number;
  rates: Float64Array;
  losses: Float64Array;
}

/** What plain gradient descent really does with a learning rate. */
export interface RateTrial {
  verdict: "too-slow" | "good" | "oscillates" | "diverges";
  /** Before the first step, and after each. */
  losses: Float64Array;
}

/** How a layer fares on the training data. */
export interface LayerHealth {
  /** Root mean square of the weights. */
  weightNorm: number;
  /** Root mean square of ∂J/∂w. */
  gradientNorm: number;
  activationMean: number;
  activationDeviation: number;
  /** Units whose slope is 0 for every example. */
  deadUnits: number;
  /** The share of (unit, example) whose slope is below 5 % of the steepest. */
  saturated: number;
  /** What is wrong, if anything. */
  finding?: "dead" | "saturated" | "vanishing" | "exploding";
}

export interface Network {
  setData(train: TrainingData, test?: TrainingData): Result<void>;
  train(amount: { batches: number } | { epochs: number } | { milliseconds: number }): Result<TrainingReport>;
  /** [examples][inputSize] in, [examples][outputs] out. */
  predict(inputs: Float64Array): Result<Float64Array>;
  gradients(inputs: Float64Array, targets: Float64Array): Result<Gradients>;
  /** Those of each example's own loss; `gradients` are their mean. */
  exampleGradients(inputs: Float64Array, targets: Float64Array): Result<Gradients[]>;
  /** Where the gradients of one unit come from, for one example; layers and units are counted from 0. */
  explain(inputs: Float64Array, targets: Float64Array, place: { layer: number; unit: number }): Result<UnitExplanation>;
  /** The loss over the training data, row by row from `from[1]` to `to[1]`, columns from `from[0]` to `to[0]`. */
  landscape(region: LandscapeRegion): Result<Float64Array>;
  /** The loss over the training data along its gradient, at `count` rates from 0 to `largest`. */
  lineSearch(largest: number, count: number): Result<LineSearch>;
  /** Tries `steps` steps of plain descent (20 where left out) on a copy. */
  tryRate(rate: number, steps?: number): Result<RateTrial>;
  /** Layer by layer, over the training data. */
  health(): Result<LayerHealth[]>;
  /** The arithmetic of the update that comes next, for one parameter. */
  updateProgram(parameter: ParameterId): Result<NetworkProgram>;
  /** Empty lists after `dispose`. */
  parameters(): Parameters;
  setParameters(parameters: Parameters): Result<void>;
  /** Takes effect with the next batch. */
  setLearningRate(rate: number): Result<void>;
  /** The network for one example as a program with its current numbers; feeds `backpropagate` and `prove`. */
  program(inputs: Float64Array, targets: Float64Array): Result<NetworkProgram>;
  /** Row by row from `from[1]` to `to[1]`, columns from `from[0]` to `to[0]`. */
  surface(region: SurfaceRegion): Result<Float32Array>;
  /** All that training depends on; `restore` refuses a damaged one whole. Empty after `dispose`. */
  snapshot(): Uint8Array;
  restore(snapshot: Uint8Array): Result<void>;
  /** Frees the network's memory. Every later call answers with the error `disposed`. */
  dispose(): void;
}
