/**
 * The one engine that all figures of a page share, loaded when the first of them needs it, and the bytes it was made
 * from, which workers need as well.
 *
 *     const engine = await sharedEngine();
 */
import { defaultBytes } from "chainwise-bytes";
import type { Chainwise } from "../engine/api";
import { loadChainwise } from "../engine/chainwise";

let bytes: Promise<BufferSource> | undefined;
let loading: Promise<Chainwise> | undefined;

export function sharedBytes(): Promise<BufferSource> {
  bytes ??= defaultBytes();
  return bytes;
}

export function sharedEngine(): Promise<Chainwise> {
  loading ??= sharedBytes().then((wasmBinary) => loadChainwise({ wasmBinary }));
  return loading;
}
