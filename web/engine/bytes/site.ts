/** The bytes of chainwise.wasm on the hosted page: a file of its own, beside the scripts. See given.ts. */
import address from "../../../build/wasm/chainwise.wasm?url";

let loading: Promise<ArrayBuffer> | undefined;

/** Fetched once: the page and the training worker both ask. */
export function defaultBytes(): Promise<BufferSource> {
  loading ??= load();
  loading.catch(() => (loading = undefined)); // the next one who asks tries again
  return loading;
}

async function load(): Promise<ArrayBuffer> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} could not be loaded (${response.status}).`);
  return response.arrayBuffer();
}
