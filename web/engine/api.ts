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
import type {
  Derivation,
  DifferentiateOptions,
  CurveFeature,
  Equivalence,
  Format,
  Formula,
  Notation,
  ParsedProgram,
  UndefinedCause,
} from "./api/formula.js";
import type {
  Backpropagation,
  ForwardMode,
  GradientExplanation,
  Graph,
  ListingLine,
  Paths,
  Proof,
} from "./api/graph.js";
import type { Dataset, DatasetConfig, Network, NetworkConfig } from "./api/network.js";
import type { Bindings, Result } from "./api/result.js";

export type * from "./api/formula.js";
export type * from "./api/graph.js";
export type * from "./api/network.js";
export type * from "./api/result.js";

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

export interface GraphOptions {
  /** The definition that is looked at; the last one where left out. */
  output?: string;
  /** `operations` where left out. */
  detail?: "definitions" | "operations";
}

export interface Chainwise {
  readonly version: string;
  catalog(): Catalog;
  parse(source: string, options?: { formats?: Format[]; notation?: Notation }): Result<ParsedProgram>;
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
  graph(source: string, options?: GraphOptions): Result<Graph>;
  backpropagate(source: string, at: Bindings, options?: GraphOptions): Result<Backpropagation>;
  /** Forward mode: the derivatives of all nodes by one variable. */
  forward(source: string, variable: string, at: Bindings, options?: GraphOptions): Result<ForwardMode>;
  /** All paths from `variable`, an input or a definition, to the output. */
  paths(source: string, variable: string, at: Bindings, options?: GraphOptions): Result<Paths>;
  /** Where the gradient of a node comes from; it is given by its id in `graph` or by its name. */
  explainGradient(
    source: string,
    node: number | string,
    at: Bindings,
    options?: GraphOptions,
  ): Result<GradientExplanation>;
  prove(source: string, variable: string, at: Bindings, options?: { output?: string }): Result<Proof>;
  /**
   * The program and its backward pass as a function `gradients` of its inputs that answers the value and all
   * derivatives: source code that runs as it is. `operations` where no detail is asked for, as in `graph`.
   */
  listing(
    source: string,
    language: "cpp" | "python" | "javascript",
    options?: GraphOptions,
  ): Result<{ lines: ListingLine[] }>;
  /** Whether the outputs of two programs are the same function of their inputs. An error may be about either text. */
  equivalent(a: string, b: string): Result<Equivalence>;
  dataset(config: DatasetConfig): Result<Dataset>;
  network(config: NetworkConfig): Result<Network>;
}

export interface LoadOptions {
  /** The bytes of chainwise.wasm; needed in Node where `wasmUrl` is not given. */
  wasmBinary?: BufferSource;
  wasmUrl?: string;
}
