/**
 * The engine as everybody sees it: loads the wasm module and puts the public API (api.ts) around it. This is the
 * only file that knows the module. Arguments go in and answers come out by message.ts; NaN, which JSON lacks, travels
 * as null, and is put back there, or here for large answers.
 */
import { defaultBytes } from "chainwise-bytes";
import createModule from "chainwise-module";
import type { CallName, ChainwiseModule } from "../../wasm/module";
import { version } from "../../package.json";
import { Line } from "./message";
import type {
  Backpropagation,
  Catalog,
  Chainwise,
  Derivation,
  DifferentiateOptions,
  ForwardMode,
  Formula,
  GradientExplanation,
  LoadOptions,
  Network,
  Parameters,
  Result,
} from "./api";

export type * from "./api";

/** Loads the engine. Without options the bytes are taken from chainwise.wasm beside this module. */
export async function loadChainwise(options: LoadOptions = {}): Promise<Chainwise> {
  const wasmBinary = options.wasmBinary ?? (options.wasmUrl ? await fetchBytes(options.wasmUrl) : await defaultBytes());
  const engine = new Engine(() => createModule({ wasmBinary }));
  await engine.start();
  return engine;
}

async function fetchBytes(url: string): Promise<BufferSource> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} could not be loaded (${response.status}).`);
  return response.arrayBuffer();
}

class Engine implements Chainwise {
  readonly version: string = version;
  #line: Line | undefined;
  #catalog: Catalog | undefined;
  /** What a dead module answers until its successor is there. */
  #stopped: Result<never> | undefined;
  readonly #create: () => Promise<ChainwiseModule>;

  constructor(create: () => Promise<ChainwiseModule>) {
    this.#create = create;
  }

  async start(): Promise<void> {
    const line = new Line(await this.#create());
    this.#stopped ??= line.ask("errorOf", ["engine-stopped"]) as Result<never>;
    this.#catalog ??= line.ask("catalog", []) as Catalog;
    this.#line = line;
  }

  /**
   * Calls into the module. A module that trapped (out of memory, out of stack) is broken for good, so a new one is
   * made; its networks are gone.
   */
  #ask<T>(name: CallName, values: readonly unknown[], numbers = false): Result<T> {
    if (!this.#stopped) throw new Error("loadChainwise has not finished.");
    if (!this.#line) return this.#stopped;
    try {
      return this.#line.ask(name, values, numbers) as Result<T>;
    } catch {
      this.#line = undefined;
      void this.start();
      return this.#stopped;
    }
  }

  catalog(): Catalog {
    if (!this.#catalog) throw new Error("loadChainwise has not finished.");
    return structuredClone(this.#catalog);
  }

  parse: Chainwise["parse"] = (...values) => this.#ask("parse", values);

  differentiate: Chainwise["differentiate"] = (source, variable, options) => {
    if (!wantsNoSteps(options)) return this.#ask("differentiate", [source, variable, options]);
    // Few ask for the form before simplification, so its texts are written when they are first read.
    const result = this.#ask<Derivation>("differentiate", [source, variable, options, true]);
    if (!result.ok) return result;
    const { derivative, unsimplified, steps } = result.value;
    let written: Formula | undefined;
    const write = (): Formula => {
      const again = this.#ask<Derivation>("differentiate", [source, variable, options]);
      return again.ok ? again.value.unsimplified : unsimplified;
    };
    const value = {
      derivative,
      get unsimplified() {
        return (written ??= unsimplified.node === derivative.node ? derivative : write());
      },
      steps,
    };
    return { ok: true, value };
  };

  evaluate: Chainwise["evaluate"] = (...values) => this.#ask("evaluate", values, true);

  undefinedAt: Chainwise["undefinedAt"] = (...values) => this.#ask("undefinedAt", values);

  sample: Chainwise["sample"] = (...values) => this.#ask("sample", values, true);

  equivalent: Chainwise["equivalent"] = (...values) => this.#ask("equivalent", values);

  graph: Chainwise["graph"] = (...values) => this.#ask("graph", values);

  backpropagate: Chainwise["backpropagate"] = (...values) => {
    const result = this.#ask<RawTrace>("backpropagate", values);
    return result.ok ? { ok: true, value: toTrace(result.value) } : result;
  };

  forward: Chainwise["forward"] = (...values) => {
    const result = this.#ask<ForwardMode>("forward", values, true);
    if (result.ok) for (const node of result.value.nodes) node.tangent ??= null;
    return result;
  };

  paths: Chainwise["paths"] = (...values) => this.#ask("paths", values, true);

  explainGradient: Chainwise["explainGradient"] = (...values) => {
    const result = this.#ask<GradientExplanation>("explainGradient", values, true);
    if (result.ok) {
      result.value.value ??= null;
      result.value.gradient ??= null;
    }
    return result;
  };

  prove: Chainwise["prove"] = (...values) => this.#ask("prove", values, true);

  listing: Chainwise["listing"] = (...values) => this.#ask("listing", values);

  dataset: Chainwise["dataset"] = (...values) => this.#ask("dataset", values, true);

  network: Chainwise["network"] = (...values) => {
    const made = this.#ask<number>("network", values);
    if (!made.ok) return made;
    const home = this.#line;
    let handle = made.value;
    const ask = <T>(name: CallName, ...values: unknown[]): Result<T> =>
      this.#ask(name, [this.#line === home ? handle : undefined, ...values], true);
    // These two have no way to fail but that the network is gone, for which their types leave no room.
    const valueOr = <T>(result: Result<T>, otherwise: T): T => (result.ok ? result.value : otherwise);
    const network: Network = {
      setData: (...values) => ask("setData", ...values),
      train: (...values) => ask("train", ...values),
      predict: (...values) => ask("predict", ...values),
      gradients: (...values) => ask("gradients", ...values),
      exampleGradients: (...values) => ask("exampleGradients", ...values),
      explain: (...values) => ask("explain", ...values),
      landscape: (...values) => ask("landscape", ...values),
      lineSearch: (...values) => ask("lineSearch", ...values),
      tryRate: (...values) => ask("tryRate", ...values),
      health: () => ask("health"),
      updateProgram: (...values) => ask("updateProgram", ...values),
      parameters: () => valueOr<Parameters>(ask("parameters"), { weights: [], biases: [] }),
      setParameters: (...values) => ask("setParameters", ...values),
      setLearningRate: (...values) => ask("setLearningRate", ...values),
      program: (...values) => ask("program", ...values),
      surface: (...values) => ask("surface", ...values),
      snapshot: () => valueOr(ask("snapshot"), new Uint8Array()),
      restore: (...values) => ask("restore", ...values),
      dispose: () => {
        ask("dispose");
        handle = 0; // is never given
      },
    };
    return { ok: true, value: network };
  };
}

function wantsNoSteps(options: DifferentiateOptions | undefined): boolean {
  try {
    return options?.detail === "answer";
  } catch {
    return false; // a getter that throws; said like any other wrong argument
  }
}

/** As it crosses the boundary: NaN is null, and what is not computed is left out. */
interface RawTrace extends Omit<Backpropagation, "nodes"> {
  nodes: (Omit<Backpropagation["nodes"][number], "value" | "gradient"> & {
    value: number | null;
    gradient?: number | null;
  })[];
}

function number(value: number | null): number {
  return value ?? NaN;
}

function toTrace(raw: RawTrace): Backpropagation {
  return {
    nodes: raw.nodes.map(({ id, name, value, gradient, locals }) => ({
      id,
      name,
      value: number(value),
      gradient: gradient === undefined ? null : number(gradient),
      locals: locals.map((local) => ({ from: local.from, value: number(local.value) })),
    })),
    forward: raw.forward.map((event) => ({ ...event, value: number(event.value) })),
    backward: raw.backward.map((event) => ({
      ...event,
      local: number(event.local),
      upstream: number(event.upstream),
      contribution: number(event.contribution),
      gradient: number(event.gradient),
    })),
    gradients: Object.fromEntries(Object.entries(raw.gradients).map(([name, value]) => [name, number(value)])),
  };
}
