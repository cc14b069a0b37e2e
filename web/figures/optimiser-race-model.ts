/**
 * Four optimisers from one start on the landscape of a real network, the smallest there is: one node, ŷ = σ(w x + b).
 * With two parameters the landscape is the whole truth, and each path is what training really does. No DOM.
 *
 *     const race = runRace(engine, { rate: 0.3, w: -1, b: 3 });
 *     race.runs[0].path[7]   // { w, b, loss } of gradient descent after 7 steps
 */
import type { Chainwise, Network, NetworkConfig, NetworkProgram, Result } from "../engine/api";
import { choiceField, numberField } from "../kit/fields";

export const optimisers = ["descent", "momentum", "rmsprop", "adam"] as const;
export type OptimiserName = (typeof optimisers)[number];
export const parameters = ["w", "b"] as const;
export type ParameterName = (typeof parameters)[number];

/** The usual settings; the page states them. */
const kOptimizers: Record<OptimiserName, { name: string; [option: string]: number | string }> = {
  descent: { name: "gradient-descent" },
  momentum: { name: "momentum", momentum: 0.9 },
  rmsprop: { name: "rmsprop", alpha: 0.9 },
  adam: { name: "adam", beta1: 0.9, beta2: 0.999 },
};

export const kSteps = 150;
/** Who is below this has arrived. */
export const kGoal = 0.07;

export const raceFields = {
  rate: numberField({ initial: 0.3, min: 0.02, max: 2, step: 0.02 }),
  w: numberField({ initial: -1, min: -1.5, max: 3, step: 0.1 }),
  b: numberField({ initial: 3, min: -7, max: 4.5, step: 0.1 }),
  steps: numberField({ initial: 0, min: 0, max: kSteps, step: 1 }),
  optimiser: choiceField(optimisers, "adam"),
  parameter: choiceField(parameters, "w"),
};

export interface RaceSetting {
  rate: number;
  w: number;
  b: number;
}

export interface Place {
  w: number;
  b: number;
  loss: number;
}

export interface Run {
  name: OptimiserName;
  /** Before the first step, and after each. */
  path: readonly Place[];
  /** Steps until the loss was below the goal for the first time. */
  arrived: number | undefined;
}

/** Hours of practice, and whether the exam was passed. */
export const kData = {
  inputs: Float64Array.of(0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5, 5.5, 6),
  targets: Float64Array.of(0, 0, 0, 0, 1, 0, 1, 0, 1, 1, 1, 1),
};

export const kRegion = {
  from: [raceFields.w.min, raceFields.b.min],
  to: [raceFields.w.max, raceFields.b.max],
} satisfies { from: [number, number]; to: [number, number] };

const kIds = { w: { layer: 0, unit: 0, input: 0 }, b: { layer: 0, unit: 0 } };

function value<T>(result: Result<T>): T {
  // Data and settings are ours, and limited by their fields.
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

function makeRunner(engine: Chainwise, name: OptimiserName, { rate, w, b }: RaceSetting): Network {
  const config: NetworkConfig = {
    inputSize: 1,
    layers: [{ units: 1, activation: "sigmoid" }],
    loss: "half-squared",
    parameters: { weights: [Float64Array.of(w)], biases: [Float64Array.of(b)] },
    optimizer: { ...kOptimizers[name], learningRate: rate },
  };
  const network = value(engine.network(config));
  value(network.setData(kData));
  return network;
}

function place(network: Network, loss: number): Place {
  const { weights, biases } = network.parameters();
  return { w: weights[0]?.[0] ?? NaN, b: biases[0]?.[0] ?? NaN, loss };
}

/** `count` steps of each. */
export function runRace(engine: Chainwise, setting: RaceSetting, count = kSteps): readonly Run[] {
  return optimisers.map((name) => {
    const network = makeRunner(engine, name, setting);
    const path = [place(network, value(network.gradients(kData.inputs, kData.targets)).loss)];
    for (let step = 0; step < count; step++) {
      const { trainLoss, diverged } = value(network.train({ batches: 1 }));
      if (diverged) break;
      path.push(place(network, trainLoss));
    }
    network.dispose();
    const arrived = path.findIndex(({ loss }) => loss < kGoal);
    return { name, path, arrived: arrived < 0 ? undefined : arrived };
  });
}

/** By how much the first step of each moves w. */
export function firstMoves(engine: Chainwise, setting: RaceSetting): ReadonlyMap<OptimiserName, number> {
  return new Map(
    runRace(engine, setting, 1).map((run) => [run.name, Math.abs(placeAfter(run, 1).w - placeAfter(run, 0).w)]),
  );
}

/** Where a run is after so many steps; a run that had to stop stays where it was. */
export function placeAfter({ path }: Run, steps: number): Place {
  return path[Math.min(steps, path.length - 1)] ?? { w: NaN, b: NaN, loss: NaN };
}

export interface Landscape {
  columns: number;
  rows: number;
  values: Float64Array;
  low: number;
  high: number;
}

export function raceLandscape(engine: Chainwise, columns: number, rows: number): Landscape {
  const network = makeRunner(engine, "descent", { rate: 0, w: 0, b: 0 });
  const values = value(network.landscape({ x: kIds.w, y: kIds.b, ...kRegion, columns, rows }));
  network.dispose();
  return { columns, rows, values, low: Math.min(...values), high: Math.max(...values) };
}

interface Moment {
  optimiser: OptimiserName;
  parameter: ParameterName;
  /** Steps that were made before. */
  steps: number;
}

/** The arithmetic of the step that a runner makes after `steps` steps. */
export function nextUpdate(engine: Chainwise, setting: RaceSetting, moment: Moment): NetworkProgram {
  const network = runnerAfter(engine, setting, moment);
  const program = value(network.updateProgram(kIds[moment.parameter]));
  network.dispose();
  return program;
}

/** A parameter of a runner after `steps` steps. */
export function parameterAfter(engine: Chainwise, setting: RaceSetting, moment: Moment): number {
  const network = runnerAfter(engine, setting, moment);
  const after = place(network, NaN)[moment.parameter];
  network.dispose();
  return after;
}

function runnerAfter(engine: Chainwise, setting: RaceSetting, { optimiser, steps }: Moment): Network {
  const network = makeRunner(engine, optimiser, setting);
  if (steps > 0) value(network.train({ batches: Math.round(steps) }));
  return network;
}
