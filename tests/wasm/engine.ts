/** The built package, as its users get it. */
import { readFileSync } from "node:fs";
import type { Chainwise, Network, NetworkConfig, Result } from "../../web/engine/api";

const { loadChainwise } = (await import("../../dist/package/index.js" as string)) as {
  loadChainwise: (options?: object) => Promise<Chainwise>;
};

export const chainwise = await loadChainwise();
export { loadChainwise };

export function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`);
  return result.value;
}

export function makeNetwork(config: NetworkConfig): Network {
  return valueOf(chainwise.network(config));
}

export function readJson<T>(file: string): T {
  return JSON.parse(readFileSync(`tests/data/${file}`, "utf8")) as T;
}
