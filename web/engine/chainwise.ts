/**
 * The engine as everybody sees it: loads the wasm module and puts the public API (api.ts) around it. This is the
 * only file that knows the module. Trees come back as JSON texts and are parsed here; NaN, which JSON lacks, travels
 * as null and is put back here.
 */
import { defaultBytes } from "chainwise-bytes";
import createModule from "chainwise-module";
import type { ChainwiseModule, RawNetwork } from "../../wasm/module";
import { version } from "../../package.json";
import { DirectLine, toQuestion, type Question } from "./direct-line";
import type {
  Backpropagation,
  Catalog,
  Chainwise,
  Derivation,
  Formula,
  LoadOptions,
  Network,
  Parameters,
  Proof,
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
  #module: ChainwiseModule | undefined;
  #catalog: Catalog | undefined;
  #line: DirectLine | undefined;
  /** What a dead module answers until its successor is there. */
  #stopped: Result<never> | undefined;
  readonly #create: () => Promise<ChainwiseModule>;

  constructor(create: () => Promise<ChainwiseModule>) {
    this.#create = create;
  }

  async start(): Promise<void> {
    this.#module = await this.#create();
    this.#stopped ??= JSON.parse(this.#module.errorOf("engine-stopped")) as Result<never>;
    this.#catalog ??= JSON.parse(this.#module.catalog()) as Catalog;
  }

  /**
   * Calls into the module. A module that trapped (out of memory, out of stack) is broken for good, so a new one is
   * made; its networks are gone.
   */
  #call<T>(use: (module: ChainwiseModule) => T): T | Result<never> {
    if (!this.#stopped) throw new Error("loadChainwise has not finished.");
    if (!this.#module) return this.#stopped;
    try {
      return use(this.#module);
    } catch {
      this.#module = undefined;
      void this.start();
      return this.#stopped;
    }
  }

  #json<T>(use: (module: ChainwiseModule) => string): Result<T> {
    const answer = this.#call(use);
    return typeof answer === "string" ? (JSON.parse(answer) as Result<T>) : answer;
  }

  catalog(): Catalog {
    if (!this.#catalog) throw new Error("loadChainwise has not finished.");
    return structuredClone(this.#catalog);
  }

  parse: Chainwise["parse"] = (source, options) => this.#json((module) => module.parse(source, options));

  differentiate: Chainwise["differentiate"] = (source, variable, options) => {
    const question = toQuestion(source, variable, options);
    if (!question) return this.#json<Derivation>((module) => module.differentiate(source, variable, options));
    const result = this.#ask(question, false);
    if (!result.ok || question.formats === 0) return result;
    // Few ask for the form before simplification, so its texts are written when they are first read.
    const { derivative, unsimplified, steps } = result.value;
    let written: Formula | undefined;
    const write = (): Formula => {
      const again = this.#ask(question, true);
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

  #ask(question: Question, withUnsimplified: boolean): Result<Derivation> {
    const answer = this.#call((module) => {
      if (this.#line?.module !== module) this.#line = new DirectLine(module);
      return this.#line.ask(question, withUnsimplified);
    });
    return typeof answer === "string" ? (JSON.parse(answer) as Result<Derivation>) : answer;
  }

  evaluate: Chainwise["evaluate"] = (source, at, options) => {
    const result = this.#json<number | null>((module) => module.evaluate(source, at, options));
    return result.ok ? { ok: true, value: number(result.value) } : result;
  };

  sample: Chainwise["sample"] = (source, variable, from, to, count, at, options) =>
    this.#call((module) => module.sample(source, variable, from, to, count, at, options)) as ReturnType<
      Chainwise["sample"]
    >;

  graph: Chainwise["graph"] = (source, options) => this.#json((module) => module.graph(source, options));

  backpropagate: Chainwise["backpropagate"] = (source, at, options) => {
    const result = this.#json<RawTrace>((module) => module.backpropagate(source, at, options));
    return result.ok ? { ok: true, value: toTrace(result.value) } : result;
  };

  prove: Chainwise["prove"] = (source, variable, at, options) => {
    const result = this.#json<Proof>((module) => module.prove(source, variable, at, options));
    if (!result.ok) return result;
    const { symbolic, reverse, difference, ...rest } = result.value;
    const value = { symbolic: number(symbolic), reverse: number(reverse), difference: number(difference), ...rest };
    return { ok: true, value };
  };

  listing: Chainwise["listing"] = (source, language, options) =>
    this.#json((module) => module.listing(source, language, options));

  undefinedAt: Chainwise["undefinedAt"] = (source, at, options) =>
    this.#json((module) => module.undefinedAt(source, at, options));

  equivalent: Chainwise["equivalent"] = (a, b) => this.#json((module) => module.equivalent(a, b));

  dataset: Chainwise["dataset"] = (config) =>
    this.#call((module) => module.dataset(config)) as ReturnType<Chainwise["dataset"]>;

  network: Chainwise["network"] = (config) => {
    const made = this.#call((module) => module.network(config)) as Result<RawNetwork>;
    if (!made.ok) return made;
    const home = this.#module;
    let raw: RawNetwork | undefined = made.value;
    const isGone = () => raw === undefined || this.#module !== home;
    const ask = <T>(use: (network: RawNetwork) => unknown): Result<T> =>
      isGone()
        ? this.#json((module) => module.errorOf("disposed"))
        : (this.#call(() => use(raw as RawNetwork)) as Result<T>);
    // These two have no way to fail but this one, for which their types leave no room.
    const parameters = () => ask<Parameters>((network) => ({ ok: true, value: network.parameters() }));
    const snapshot = () => ask<Uint8Array>((network) => ({ ok: true, value: network.snapshot() }));
    const network: Network = {
      setData: (train, test) => ask((network) => network.setData(train, test)),
      train: (amount) => ask((network) => network.train(amount)),
      predict: (inputs) => ask((network) => network.predict(inputs)),
      gradients: (inputs, targets) => ask((network) => network.gradients(inputs, targets)),
      parameters: () => valueOr(parameters(), { weights: [], biases: [] }),
      setParameters: (parameters) => ask((network) => network.setParameters(parameters)),
      program: (inputs, targets) => ask((network) => network.program(inputs, targets)),
      surface: (region) => ask((network) => network.surface(region)),
      snapshot: () => valueOr(snapshot(), new Uint8Array()),
      restore: (snapshot) => ask((network) => network.restore(snapshot)),
      dispose: () => {
        if (!isGone()) this.#call(() => raw?.delete());
        raw = undefined;
      },
    };
    return { ok: true, value: network };
  };
}

function valueOr<T>(result: Result<T>, otherwise: T): T {
  return result.ok ? result.value : otherwise;
}

/** As it crosses the boundary: NaN is null, and "not computed" is said apart from it. */
interface RawTrace extends Omit<Backpropagation, "nodes"> {
  nodes: (Omit<Backpropagation["nodes"][number], "value" | "gradient"> & {
    value: number | null;
    computed: boolean;
    gradient: number | null;
  })[];
}

function number(value: number | null): number {
  return value ?? NaN;
}

function toTrace(raw: RawTrace): Backpropagation {
  return {
    nodes: raw.nodes.map(({ id, name, value, computed, gradient, locals }) => ({
      id,
      name,
      value: number(value),
      gradient: computed ? number(gradient) : null,
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
