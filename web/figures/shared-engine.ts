/**
 * The one engine that all figures of a page share, loaded when the first of them needs it.
 *
 *     const engine = await sharedEngine();
 */
import type { Chainwise } from "../engine/api";
import { loadChainwise } from "../engine/chainwise";

let loading: Promise<Chainwise> | undefined;

export function sharedEngine(): Promise<Chainwise> {
  loading ??= loadChainwise();
  return loading;
}
