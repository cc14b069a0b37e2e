/** The bytes of chainwise.wasm in the single file, where nothing can be fetched: as base64 text. See given.ts. */
import address from "../../../build/wasm/chainwise.wasm?url&inline";

export function defaultBytes(): Promise<BufferSource> {
  const text = atob(address.slice(address.indexOf(",") + 1));
  return Promise.resolve(Uint8Array.from(text, (character) => character.charCodeAt(0)));
}
