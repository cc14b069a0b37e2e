/**
 * The public API of the engine: the types of the npm package and of the page alike.
 *
 *     const chainwise = await loadChainwise();
 *     const result = chainwise.differentiate("log(2+cos(x))", "x");
 *     if (result.ok) console.log(result.value.derivative.text);      // -sin(x)/(2 + cos(x))
 *
 * A *program* is text of one or more definitions `name = expression`, one on a line; a plain expression is a
 * program of one definition. Names that are used but not defined are its inputs. Whatever a caller can get
 * wrong comes back as `{ ok: false, error }`; nothing here throws.
 */

/** A failure that the caller can mend. Positions and lengths count UTF-16 units of the text that was passed. */
export interface ChainwiseError {
  /** Stable identifier, such as `unknown-function`. `catalog().errors` lists them all. */
  code: string;
  /** One plain English sentence that says what is wrong and how to mend it. */
  message: string;
  position?: number;
  length?: number;
  /** The parts that `message` was made from, so that a page can say it in another language. */
  arguments?: Record<string, string>;
}

export type Result<T> = { ok: true; value: T } | { ok: false; error: ChainwiseError };

/** Values of names: inputs, and the names of the program itself where one wants to override them. */
export type Bindings = Record<string, number>;

export type Format = "text" | "latex" | "mathml" | "annotated" | "speech";

/** One expression, written in the formats that were asked for (`text`, `latex` and `mathml` where nothing was asked). */
export interface Formula {
  /** Index of the expression; equal expressions of one answer have equal indices. */
  node: number;
  /** Parses back to the same expression. */
  text: string;
  latex: string;
  mathml: string;
  /** LaTeX in which each part is wrapped in `\htmlData{node=...}`. Only where the format was asked for. */
  annotated?: string;
  /** As it is read aloud, in English: `minus sine x, over the quantity 2 plus cosine x`. Only where asked for. */
  speech?: string;
}

export interface Definition {
  name: string;
  formula: Formula;
  /** Typeset name, such as `\hat{y}` or `z_1`. */
  latex: string;
  /** Where the definition stands in the source. */
  position: number;
  length: number;
}

/** A remark on text that could mean two things: how it was read, and how to write the other meaning. */
export interface Note {
  /** Stable identifier, such as `quotient-then-product`. `catalog().notes` lists them all. */
  code: string;
  /** One plain English sentence: "Read as (1/2)*x. To divide by all of it, write 1/(2*x)." */
  message: string;
  position: number;
  length: number;
  /** `read`, the reading that was taken, and `other`, how to write the other one. */
  arguments: { read: string; other: string };
}

export interface ParsedProgram {
  definitions: Definition[];
  /** Names that are used but not defined, in order of first use. */
  inputs: string[];
  /** How text was read that could mean two things, such as `1/2x`; at most 16. */
  notes: Note[];
  /** Every name of the program, typeset: `yhat` is `\hat{y}`. */
  names: Record<string, string>;
}

/**
 * One line of a derivation: the equation `before = after`. `before` stands literally in what the earlier steps
 * (or, for the first one, `before` of the enclosing step) left; putting `after` in its place, step by step,
 * leads to the answer. A pending derivative is written `diff(expression, variable)` in text.
 * A step's own `steps` are the same derivation in finer detail.
 */
export interface Step {
  /** Rule id from `catalog().rules`. */
  rule: string;
  before: Formula;
  after: Formula;
  /** Where the inner part was given a name: `name` stands for `formula` in `after` and in the steps below. */
  inner?: { name: string; latex: string; formula: Formula };
  /** For a table entry: the function's name in the catalog. */
  function?: string;
  /** Leibniz label of what this step derives: d `of` / d `by`, typeset, where it has one. An unnamed formula is `h`. */
  label?: { of: string; by: string };
  /** The nodes that this step is about. */
  focus: number[];
  /** The parts that the rule names, in the rule's order (for a product: its factors; for a sum: its terms). */
  terms: Formula[];
  /** What was assumed to be different from 0 in this step, such as `x` when x/x became 1. */
  nonzero: Formula[];
  steps: Step[];
}

export interface Derivation {
  /** Simplified to textbook form. For a program it may use the program's own names. */
  derivative: Formula;
  /** As the rules gave it, before tidying up. */
  unsimplified: Formula;
  steps: Step[];
}

export interface GraphNode {
  /** The same id as in every other call about the same source. */
  id: number;
  /** `input`: a free name; `number`: a constant; `operation`; `definition`: carries a name of the program. */
  kind: "input" | "number" | "operation" | "definition";
  /** The name, for inputs and definitions; empty otherwise. */
  name: string;
  /** Short typeset label: the name, the number, or the operation's sign. */
  latex: string;
  /** `add`, `subtract`, `multiply`, `divide`, `power`, `negate`, `copy`, or a function's name; for definitions the outermost operation; empty for inputs and numbers. */
  operation: string;
  /** The expression that this node computes from the nodes before it. */
  formula: Formula;
  /** Column of a drawing: right of all arguments; inputs and numbers stand left of their first use. */
  layer: number;
}

export interface GraphEdge {
  from: number;
  to: number;
  /** The local derivative ∂to/∂from as a formula. */
  local: Formula;
  /** Typeset left side of the local derivative, such as `\frac{\partial z_1}{\partial w_1}`. */
  latex: string;
}

/** Nodes stand in topological order: each after those that it is computed from. */
export interface Graph {
  nodes: GraphNode[];
  edges: GraphEdge[];
  /** The node of the program's output. */
  output: number;
}

export interface NodeValue {
  id: number;
  name: string;
  /** NaN where undefined. */
  value: number;
  /** d output / d node; null where there is no path from the node to the output ("not computed", not 0). */
  gradient: number | null;
  /** Local derivatives ∂node/∂from, one per argument. */
  locals: { from: number; value: number }[];
}

export interface ForwardEvent {
  node: number;
  from: number[];
  value: number;
}

/** One edge of the backward pass: `contribution` = `upstream` · `local` is added to the gradient of `node`. */
export interface BackwardEvent {
  /** The node that receives. */
  node: number;
  /** The node whose gradient flows back; equal to `node` for the seed d output / d output = 1. */
  from: number;
  local: number;
  upstream: number;
  contribution: number;
  /** The receiver's gradient after this event. */
  gradient: number;
}

export interface Backpropagation {
  nodes: NodeValue[];
  forward: ForwardEvent[];
  backward: BackwardEvent[];
  /** d output / d name for every input and definition; 0 where there is no path. */
  gradients: Record<string, number>;
}

export interface Proof {
  /** The symbolic derivative, evaluated. */
  symbolic: number;
  /** Reverse-mode differentiation on the graph. */
  reverse: number;
  /** The central difference (f(x+h) - f(x-h)) / 2h. */
  difference: number;
  /** Its step h. */
  step: number;
  agree: boolean;
  /** Why not: `undefined` (no value here), `kink` (the slopes left and right differ), `rounding`. */
  reason?: "undefined" | "kink" | "rounding";
}

export interface ListingLine {
  /** With its indentation. */
  text: string;
  /** The node that the line computes, or (backward) whose gradient it adds to; none for the frame around them. */
  node?: number;
  pass: "forward" | "backward";
}

/** What is special about a curve at `x`; none are looked for where the points are only equally spaced. */
export interface CurveFeature {
  /**
   * `zero`: its value is 0; `pole`: it runs to infinity; `jump`: from one value to another; `kink`: its slope jumps;
   * `hole`: a single point without a value; `gap`: none from `x` to `to`.
   */
  kind: "zero" | "pole" | "jump" | "kink" | "hole" | "gap";
  x: number;
  to?: number;
}

export interface UndefinedCause {
  /** The first part without a value; the parts that it is made of have one. */
  formula: Formula;
  /** The values of these parts: u and v of `condition`. Of a quotient, u is the denominator. */
  arguments: number[];
  /** What would have to hold, such as `u > 0`; empty where infinities cancel each other. */
  condition: string;
}

export interface Rewrite {
  /**
   * `simplify`; `square-root`: √(u²) = |u|; `basic-functions`: in terms of sine, cosine, exponential, logarithm and
   * absolute value; `double-angle`; `pythagoras`: cos² = 1 - sin²; `reorder`; `same-difference`: their difference simplifies to 0.
   */
  rule: "simplify" | "square-root" | "basic-functions" | "double-angle" | "pythagoras" | "reorder" | "same-difference";
  before: Formula;
  after: Formula;
}

/** Whether two formulas are the same function: the same value wherever both have one, but for rounding. */
export interface Equivalence {
  /**
   * `equal` allows for single points at which one alone has a value, as x/x and 1 at 0, but not for more: √x² and x
   * are `different`. `unknown` where neither a rule nor a witness was found, rather than a guess.
   */
  verdict: "equal" | "different" | "unknown";
  /** Where they differ (only with `different`): the values there differ, or one of them is undefined. */
  witness?: Bindings;
  /**
   * A chain of equations from `a` to `b`, each beginning with what the one before it ended with. Only with `equal`,
   * and only where one is known and there is something to rewrite: a program counts as its output in terms of inputs.
   */
  steps?: Rewrite[];
  /** Only with `equal`: what was assumed to be different from 0 on the way, such as `x` when x/x became 1. */
  except?: Formula[];
}

export interface Catalog {
  functions: {
    name: string;
    aliases: string[];
    arity: number;
    /** The function applied to u (and v). */
    formula: Formula;
    /** Its derivative by u (and by v). */
    derivatives: Formula[];
    group: string;
    /** In the words of mathematics, such as `u > 0`; empty where it is defined everywhere. */
    domain: string;
    /** Where the derivative jumps; the engine's convention for the value there is in `derivatives`. */
    kinks: number[];
    /** The activation that this function serves as, or an empty string. */
    activation: string;
  }[];
  constants: { name: string; value: number; latex: string }[];
  /** Rule ids of steps, with an example each. */
  rules: { id: string; example: string }[];
  activations: string[];
  losses: string[];
  optimizers: string[];
  initializers: string[];
  datasets: { name: string; inputSize: number; targetSize: number }[];
  errors: { code: string; message: string }[];
  notes: { code: string; message: string }[];
  limits: Record<string, number>;
}

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

export interface Dataset extends TrainingData {
  inputSize: number;
  targetSize: number;
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

export interface Network {
  setData(train: TrainingData, test?: TrainingData): Result<void>;
  train(amount: { batches: number } | { epochs: number } | { milliseconds: number }): Result<TrainingReport>;
  /** [examples][inputSize] in, [examples][outputs] out. */
  predict(inputs: Float64Array): Result<Float64Array>;
  gradients(
    inputs: Float64Array,
    targets: Float64Array,
  ): Result<{ loss: number; weights: Float64Array[]; biases: Float64Array[] }>;
  /** Empty lists after `dispose`. */
  parameters(): Parameters;
  setParameters(parameters: Parameters): Result<void>;
  /** The network for one example as a program with its current numbers; feeds `backpropagate` and `prove`. */
  program(inputs: Float64Array, targets: Float64Array): Result<{ source: string; at: Bindings; output: string }>;
  /** Row by row from `from[1]` to `to[1]`, columns from `from[0]` to `to[0]`. */
  surface(region: SurfaceRegion): Result<Float32Array>;
  /** All that training depends on; `restore` refuses a damaged one whole. Empty after `dispose`. */
  snapshot(): Uint8Array;
  restore(snapshot: Uint8Array): Result<void>;
  /** Frees the network's memory. Every later call answers with the error `disposed`. */
  dispose(): void;
}

export interface DifferentiateOptions {
  /** The definition to derive; the last one where left out. */
  output?: string;
  /** 1 to 5. */
  order?: number;
  /** `answer`: no steps; `main`: two levels of steps; `all`: every step. `all` where left out. */
  detail?: "answer" | "main" | "all";
  /** All but `annotated` where left out; an empty list writes nothing, and formulas have their `node` only. */
  formats?: Format[];
}

export interface Chainwise {
  readonly version: string;
  catalog(): Catalog;
  parse(source: string, options?: { formats?: Format[] }): Result<ParsedProgram>;
  differentiate(source: string, variable: string, options?: DifferentiateOptions): Result<Derivation>;
  /** NaN where undefined. */
  evaluate(source: string, at: Bindings, options?: { output?: string }): Result<number>;
  /** Why there is no value; null where there is one. */
  undefinedAt(source: string, at: Bindings, options?: { output?: string }): Result<UndefinedCause | null>;
  /**
   * The curve from `from` to `to`: `count` equally spaced points and, unless `points` is `equal`, more where the curve
   * bends and around what is special about it (at most some 16 times as many). NaN opens a gap.
   */
  sample(
    source: string,
    variable: string,
    from: number,
    to: number,
    count: number,
    at?: Bindings,
    options?: { points?: "adaptive" | "equal" },
  ): Result<{ x: Float64Array; y: Float64Array; features: CurveFeature[] }>;
  graph(source: string, options?: { output?: string; detail?: "definitions" | "operations" }): Result<Graph>;
  backpropagate(
    source: string,
    at: Bindings,
    options?: { output?: string; detail?: "definitions" | "operations" },
  ): Result<Backpropagation>;
  prove(source: string, variable: string, at: Bindings, options?: { output?: string }): Result<Proof>;
  /**
   * The program and its backward pass as a function `gradients` of its inputs that answers the value and all
   * derivatives: source code that runs as it is. `operations` where no detail is asked for, as in `graph`.
   */
  listing(
    source: string,
    language: "cpp" | "python" | "javascript",
    options?: { output?: string; detail?: "definitions" | "operations" },
  ): Result<{ lines: ListingLine[] }>;
  /** Whether the outputs of two programs are the same function of their inputs. An error may be about either text. */
  equivalent(a: string, b: string): Result<Equivalence>;
  dataset(config: { name: string; count: number; noise?: number; seed: number }): Result<Dataset>;
  network(config: NetworkConfig): Result<Network>;
}

export interface LoadOptions {
  /** The bytes of chainwise.wasm; needed in Node where `wasmUrl` is not given. */
  wasmBinary?: BufferSource;
  wasmUrl?: string;
}
