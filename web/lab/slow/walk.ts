/**
 * The update that a run makes next, cut into its events: for each example of the batch forward, cost, backward; then
 * the step of each weight. A model without a view; the run itself is not touched.
 *
 *     const walk = SlowWalk.begin(moment);
 *     if (walk.ok) walk.value.at(7);   // { example: 0, trace, local: 7, ... }
 */
import type { Graph, ParameterId, Parameters, Result } from "../../engine/api";
import { backwardSteps, forwardSteps, Trace, type Known, type TraceStep } from "../../figures/graph-trace";
import { withNetwork } from "../trace";
import { nextExamples, type Moment } from "./next-examples";
import { placeOfName } from "./places";

/** The step of one parameter. */
export interface StepOf extends ParameterId {
  name: string;
  latex: string;
  before: number;
  /** The mean over the batch, without penalties. */
  gradient: number;
  /** As the run has it after the update. */
  after: number;
}

export interface WalkState {
  /** Which of the batch; the last one while the weights are moved. */
  example: number;
  trace: Trace;
  /** Steps of `trace` that are taken. */
  local: number;
  known: Known;
  current: TraceStep | undefined;
  /** Steps of weights that are taken. */
  moved: number;
  step: StepOf | undefined;
}

export class SlowWalk {
  readonly #traces = new Map<number, Trace>();
  readonly #steps = new Map<string, StepOf>();
  readonly #first: Trace;
  /** Events of one example. */
  readonly each: number;
  readonly count: number;

  static begin(moment: Moment): Result<SlowWalk> {
    const { engine, setup, data, frame } = moment;
    const examples = nextExamples(moment);
    if (!examples.ok) return examples;
    const after = withNetwork(engine, setup, data, frame, (network) => {
      const trained = network.train({ batches: 1 });
      if (!trained.ok) return trained;
      return { ok: true, value: trained.value.diverged ? undefined : network.parameters() };
    });
    if (!after.ok) return after;
    const first = traceOf(moment, examples.value[0] ?? 0);
    if (!first.ok) return first;
    return { ok: true, value: new SlowWalk(moment, examples.value, after.value, first.value) };
  }

  private constructor(
    readonly moment: Moment,
    /** Counted from 0, in the order of the batch. */
    readonly examples: readonly number[],
    /** After the update; left out where it would leave all bounds, and is not made. */
    readonly after: Parameters | undefined,
    first: Trace,
  ) {
    this.#first = first;
    this.#traces.set(examples[0] ?? 0, first);
    this.each = first.steps.length;
    this.count = examples.length * this.each + (after ? first.request.parameters.length : 0);
  }

  /** Where the weights begin to move. */
  get updateAt(): number {
    return this.examples.length * this.each;
  }

  at(position: number): WalkState {
    const example = Math.min(this.examples.length - 1, Math.floor(Math.max(0, position - 1) / this.each));
    const trace = this.#traceOf(example);
    const local = Math.min(this.each, position - example * this.each);
    const known = trace.at(local);
    const moved = Math.max(0, position - this.updateAt);
    const name = moved > 0 ? this.#first.request.parameters[moved - 1] : undefined;
    const step = name === undefined ? undefined : this.step(name);
    return { example, trace, local, known, current: step ? undefined : known.current, moved, step };
  }

  /** The parameters in the order in which they are moved. */
  get names(): readonly string[] {
    return this.#first.request.parameters;
  }

  step(name: string): StepOf | undefined {
    const known = this.#steps.get(name);
    if (known || !this.after) return known;
    const id = parameterOf(name);
    const { engine, setup, data, frame } = this.moment;
    const program = id && withNetwork(engine, setup, data, frame, (network) => network.updateProgram(id));
    if (!id || !program?.ok) return undefined;
    const node = this.#first.graph.nodes.find((candidate) => candidate.name === name);
    const { w = NaN, g = NaN } = program.value.at;
    const step = { ...id, name, latex: node?.latex ?? name, before: w, gradient: g, after: valueOf(this.after, id) };
    this.#steps.set(name, step);
    return step;
  }

  #traceOf(example: number): Trace {
    const index = this.examples[example] ?? 0;
    const known = this.#traces.get(index);
    if (known) return known;
    const made = traceOf(this.moment, index, this.#first.graph);
    const trace = made.ok ? made.value : this.#first;
    this.#traces.set(index, trace);
    return trace;
  }
}

/** The weight or bias of that name in the network's program. */
export function parameterOf(name: string): ParameterId | undefined {
  const place = placeOfName(name, 0);
  if (place.kind === "weight") return { layer: place.layer, unit: place.unit, input: place.input };
  return place.kind === "bias" ? { layer: place.layer, unit: place.unit } : undefined;
}

export function valueOf({ weights, biases }: Parameters, { layer, unit, input }: ParameterId): number {
  const own = biases[layer]?.[unit] ?? NaN;
  if (input === undefined) return own;
  const inputs = (weights[layer]?.length ?? 0) / Math.max(1, biases[layer]?.length ?? 1);
  return weights[layer]?.[unit * inputs + input] ?? NaN;
}

/** Forward and backward for one example; the graph is that of each, and dear. */
function traceOf({ engine, setup, data, frame }: Moment, example: number, known?: Graph): Result<Trace> {
  const { inputSize, targetSize } = data;
  const program = withNetwork(engine, setup, data, frame, (network) =>
    network.program(
      data.inputs.slice(example * inputSize, (example + 1) * inputSize),
      data.targets.slice(example * targetSize, (example + 1) * targetSize),
    ),
  );
  if (!program.ok) return program;
  const { source, at } = program.value;
  const graph = known ? { ok: true as const, value: known } : engine.graph(source, { detail: "definitions" });
  if (!graph.ok) return graph;
  const pass = engine.backpropagate(source, at, { detail: "definitions" });
  if (!pass.ok) return pass;
  const parameters = Object.keys(at).filter((name) => parameterOf(name) !== undefined);
  const steps = [...forwardSteps(graph.value, pass.value, true), ...backwardSteps(graph.value, pass.value, parameters)];
  const request = { source, at, parameters, learningRate: setup.network.optimizer?.learningRate ?? frame.learningRate };
  return { ok: true, value: new Trace(graph.value, pass.value, steps, request) };
}
