/** The bytes of chainwise.wasm on the hosted page: a file of its own, beside the scripts. See given.ts. */
import address from "../../../build/wasm/chainwise.wasm?url";

export async function defaultBytes(): Promise<BufferSource> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} could not be loaded (${response.status}).`);
  return response.arrayBuffer();
}
