/**
 * What the compiled module exports: the names of wasm/bindings.cpp, held equal by tests/wasm/names.test.ts.
 * Only web/engine/chainwise.ts and message.ts use it; everybody else uses the API in web/engine/api.ts.
 */

/** These read their arguments at `exchange` and answer where the address and the size of their answer stand. */
export type CallName =
  | "catalog"
  | "parse"
  | "differentiate"
  | "evaluate"
  | "undefinedAt"
  | "sample"
  | "equivalent"
  | "errorOf"
  | "graph"
  | "backpropagate"
  | "forward"
  | "paths"
  | "explainGradient"
  | "prove"
  | "listing"
  | "dataset"
  | "network"
  | "dispose"
  | "setData"
  | "train"
  | "predict"
  | "gradients"
  | "parameters"
  | "setParameters"
  | "setLearningRate"
  | "program"
  | "surface"
  | "snapshot"
  | "restore"
  | "exampleGradients"
  | "explain"
  | "landscape"
  | "lineSearch"
  | "tryRate"
  | "health"
  | "updateProgram";

export type ChainwiseModule = Record<CallName, () => number> & {
  /** Makes room for arguments of so many bytes: its address in `memory`. */
  exchange(bytes: number): number;
  /** All memory as it is now; of length 0 once the memory has grown. */
  memory(): Uint8Array<ArrayBuffer>;
};

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
