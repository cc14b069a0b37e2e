/**
 * Where the bytes of chainwise.wasm come from when the caller gave none: one file per delivered form, and the build
 * (tools/vite/forms.ts) puts the right one in the place of "chainwise-bytes". This one is for workers: a worker made
 * from a Blob can fetch nothing, so it must be given the bytes.
 */
export function defaultBytes(): Promise<BufferSource> {
  return Promise.reject(new Error("Inside a worker, pass wasmBinary to loadChainwise."));
}
