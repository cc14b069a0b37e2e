/**
 * Where the numbers of one node come from, at one moment of the run and for one example: forward, backward, and the
 * next update of one of its parameters. All of it is asked of a network that is brought to that very state.
 *
 *     const trace = traceOf(engine, setup, data, frame, { layer: 0, unit: 1, example: 4 });
 *     if (trace.ok) trace.value.rows[0].gradient   // ∂J/∂w for the example
 */
import type { Chainwise, Dataset, Network, NetworkProgram, Proof, Result, UnitExplanation } from "../engine/api";
import type { TrainingFrame, TrainingSetup } from "../engine/training-protocol";
import { neatTex } from "../kit/number-text";
import { substituteTex } from "../kit/substitute";
import { withHats } from "./node-names";

/** All counted from 0; the last layer is the output. */
export interface Place {
  layer: number;
  unit: number;
  example: number;
}

export interface ParameterRow {
  /** Left out for the bias. */
  input?: number;
  value: number;
  /** What the weight is multiplied by; 1 for the bias. */
  factor: number;
  /** ∂J/∂w for the example alone. */
  gradient: number;
  /** The mean over all examples that are learned from. */
  mean: number;
}

export interface Trace {
  explanation: UnitExplanation;
  rows: ParameterRow[];
  /** The example, and the loss on it. */
  inputs: Float64Array;
  targets: Float64Array;
  loss: number;
}

export interface Update {
  /** `put` is the formula with the numbers put in. */
  lines: { name: string; latex: string; put: string; value: number }[];
  /** The parameter's gradient over the batch that comes next, weight penalties included. */
  gradient: number;
}

export function traceOf(
  engine: Chainwise,
  setup: TrainingSetup,
  data: Dataset,
  frame: TrainingFrame,
  place: Place,
): Result<Trace> {
  return withNetwork(engine, setup, data, frame, (network) => {
    const { inputs, targets } = exampleOf(data, place.example);
    const { layer, unit } = place;
    const explanation = network.explain(inputs, targets, { layer, unit });
    if (!explanation.ok) return explanation;
    const single = network.gradients(inputs, targets);
    if (!single.ok) return single;
    const all = network.gradients(data.inputs, data.targets);
    if (!all.ok) return all;
    const factors = explanation.value.inputs;
    const at = unit * factors.length;
    const rows: ParameterRow[] = Array.from(factors, (factor, input) => ({
      input,
      factor,
      value: frame.parameters.weights[layer]?.[at + input] ?? NaN,
      gradient: explanation.value.gradients[input] ?? NaN,
      mean: all.value.weights[layer]?.[at + input] ?? NaN,
    }));
    rows.push({
      factor: 1,
      value: frame.parameters.biases[layer]?.[unit] ?? NaN,
      gradient: explanation.value.delta,
      mean: all.value.biases[layer]?.[unit] ?? NaN,
    });
    const value = { explanation: explanation.value, rows, inputs, targets, loss: single.value.loss };
    return { ok: true, value };
  });
}

/** The parameter's derivative for the example in three ways, on the whole network written out as formulas. */
export function proofOf(
  engine: Chainwise,
  setup: TrainingSetup,
  data: Dataset,
  frame: TrainingFrame,
  { layer, unit, example }: Place,
  input: number | undefined,
): Result<Proof> {
  return withNetwork(engine, setup, data, frame, (network) => {
    const { inputs, targets } = exampleOf(data, example);
    const program = network.program(inputs, targets);
    if (!program.ok) return program;
    const { source, at, output } = program.value;
    // With one input and one node in each layer the program's names have no indices but the layer's.
    const { inputSize, layers } = setup.network;
    const narrow = inputSize === 1 && layers.every(({ units }) => units === 1);
    const node = narrow ? `${layer + 1}` : `${layer + 1}_${unit + 1}`;
    const weight = narrow ? `w${node}` : `w${node}_${(input ?? 0) + 1}`;
    return engine.prove(source, input === undefined ? `b${node}` : weight, at, { output });
  });
}

/** The arithmetic of the update that comes next, line by line. */
export function updateOf(
  engine: Chainwise,
  setup: TrainingSetup,
  data: Dataset,
  frame: TrainingFrame,
  { layer, unit }: Place,
  input: number | undefined,
): Result<Update> {
  return withNetwork(engine, setup, data, frame, (network) => {
    const program = network.updateProgram({ layer, unit, ...(input === undefined ? {} : { input }) });
    return program.ok ? updateLines(engine, program.value) : program;
  });
}

function updateLines(engine: Chainwise, { source, at }: NetworkProgram): Result<Update> {
  const parsed = engine.parse(source);
  if (!parsed.ok) return parsed;
  const { names, definitions } = parsed.value;
  const lines: Update["lines"] = [];
  const numbers = new Map(
    Object.entries(at).map(([name, value]): [string, string] => [names[name] ?? name, neatTex(value, 5)]),
  );
  for (const { name, formula } of definitions) {
    const value = engine.evaluate(source, at, { output: name });
    if (!value.ok) return value;
    const latex = withHats(formula.latex);
    lines.push({ name, latex, put: substituteTex(latex, numbers), value: value.value });
    numbers.set(withHats(names[name] ?? name), neatTex(value.value, 5));
  }
  return { ok: true, value: { lines, gradient: at["g"] ?? NaN } };
}

function exampleOf(data: Dataset, example: number): { inputs: Float64Array; targets: Float64Array } {
  const { inputSize, targetSize } = data;
  return {
    inputs: data.inputs.slice(example * inputSize, (example + 1) * inputSize),
    targets: data.targets.slice(example * targetSize, (example + 1) * targetSize),
  };
}

/** Asks a network that is brought to that moment; it is freed afterwards. */
export function withNetwork<T>(
  engine: Chainwise,
  setup: TrainingSetup,
  data: Dataset,
  frame: TrainingFrame,
  ask: (network: Network) => Result<T>,
): Result<T> {
  const made = engine.network(setup.network);
  if (!made.ok) return made;
  const network = made.value;
  const loaded = network.setData(data, data.test);
  const ready = loaded.ok ? network.restore(frame.checkpoint.snapshot) : loaded;
  const answer = ready.ok ? ask(network) : ready;
  network.dispose();
  return answer;
}
