/**
 * The real engine for unit tests of the page's models, on the module that was built last.
 *
 *     const engine = await testEngine();
 */
import { readFileSync } from "node:fs";
import type { Chainwise } from "../../../web/engine/api";
import { loadChainwise } from "../../../web/engine/chainwise";

let loading: Promise<Chainwise> | undefined;

export function testEngine(): Promise<Chainwise> {
  loading ??= loadChainwise({ wasmBinary: readFileSync("build/wasm/chainwise.wasm") });
  return loading;
}

/** The value of a result that is meant to be good. */
export function good<T>(result: { ok: true; value: T } | { ok: false; error: { message: string } }): T {
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}
