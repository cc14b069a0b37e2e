/**
 * What the compiled module exports: the names of wasm/bindings.cpp, held equal by tests/wasm/names.test.ts.
 * Only web/engine/chainwise.ts and direct-line.ts use it; everybody else uses the API in web/engine/api.ts.
 *
 * Arguments are checked inside, so they are `unknown` here. `string` results are JSON texts.
 */
export interface RawNetwork {
  setData(train: unknown, test: unknown): unknown;
  train(amount: unknown): unknown;
  predict(inputs: unknown): unknown;
  gradients(inputs: unknown, targets: unknown): unknown;
  parameters(): unknown;
  setParameters(parameters: unknown): unknown;
  program(inputs: unknown, targets: unknown): unknown;
  surface(region: unknown): unknown;
  snapshot(): Uint8Array;
  restore(snapshot: unknown): unknown;
  /** Embind's own: frees the C++ object. */
  delete(): void;
}

export interface ChainwiseModule {
  catalog(): string;
  parse(source: unknown, options: unknown): string;
  differentiate(source: unknown, variable: unknown, options: unknown): string;
  /** Where `derivative` expects its texts: an address in `memory`. */
  exchange(): number;
  /** All memory as it is now; of length 0 once the memory has grown. */
  memory(): Uint8Array;
  /**
   * `differentiate` without steps: the lengths in bytes of the texts at `exchange` (source, variable, output), then the
   * order, the formats as bits, and whether the unsimplified form is written. Gives the address of a JSON text, which
   * ends in a zero byte.
   */
  derivative(
    source: number,
    variable: number,
    output: number,
    order: number,
    formats: number,
    withUnsimplified: boolean,
  ): number;
  evaluate(source: unknown, at: unknown, options: unknown): string;
  sample(
    source: unknown,
    variable: unknown,
    from: unknown,
    to: unknown,
    count: unknown,
    at: unknown,
    options: unknown,
  ): unknown;
  graph(source: unknown, options: unknown): string;
  backpropagate(source: unknown, at: unknown, options: unknown): string;
  prove(source: unknown, variable: unknown, at: unknown, options: unknown): string;
  listing(source: unknown, language: unknown, options: unknown): string;
  undefinedAt(source: unknown, at: unknown, options: unknown): string;
  equivalent(a: unknown, b: unknown): string;
  errorOf(code: string): string;
  dataset(config: unknown): unknown;
  network(config: unknown): unknown;
  NetworkBinding: unknown;
}

export interface ModuleOptions {
  wasmBinary?: BufferSource;
  locateFile?: (path: string) => string;
  print?: (text: string) => void;
  printErr?: (text: string) => void;
}

declare module "chainwise-module" {
  export default function createModule(options?: ModuleOptions): Promise<ChainwiseModule>;
}

declare module "chainwise-bytes" {
  /** Where the bytes come from when the caller gave none; tools/vite/forms.ts chooses the file. */
  export function defaultBytes(): Promise<BufferSource>;
}
