/**
 * The bytes of chainwise.wasm in the single file, where nothing can be fetched: compressed, as base64 text, which is
 * less than half of the bytes as they are. See given.ts.
 */
import compressed from "../../../build/wasm/chainwise.wasm?compressed";

export function defaultBytes(): Promise<BufferSource> {
  const bytes = Uint8Array.from(atob(compressed), (character) => character.charCodeAt(0));
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
}
