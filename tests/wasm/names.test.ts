/** The declared names are the exported names: module.d.ts, bindings.cpp, the real module, the types of the API. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { chainwise, makeNetwork } from "./engine";

const read = (file: string) => readFileSync(file, "utf8");

/** The member names of one interface of a declaration file. */
function membersOf(file: string, name: string): string[] {
  const body = new RegExp(`interface ${name} \\{([\\s\\S]*?)\\n\\}`).exec(read(file))?.[1] ?? "";
  return [...body.matchAll(/^ {2}(?:readonly )?(\w+)\??[(:<]/gm)].map((match) => match[1]!).sort();
}

const declared = [
  ...[...read("wasm/module.d.ts").matchAll(/^ {2}\| "(\w+)"/gm)].map((match) => match[1]!),
  "exchange",
  "memory",
].sort();

test("module.d.ts declares the functions of bindings.cpp", () => {
  const bound = [...read("wasm/bindings.cpp").matchAll(/\bfunction\("(\w+)"/g)].map((match) => match[1]!).sort();
  expect(bound.length).toBeGreaterThan(8);
  expect(declared).toEqual(bound);
});

test("the compiled module exports what module.d.ts declares", async () => {
  const { default: createModule } = (await import("../../build/wasm/chainwise.js" as string)) as {
    default: (options: object) => Promise<Record<string, unknown>>;
  };
  const module = await createModule({ wasmBinary: readFileSync("build/wasm/chainwise.wasm") });
  expect(declared.filter((name) => typeof module[name] !== "function")).toEqual([]);
});

test("the package has what api.ts declares, and no more", () => {
  expect(membersOf("web/engine/api.ts", "Chainwise")).toEqual(Object.keys(chainwise).concat("catalog").sort());
  const network = makeNetwork({ inputSize: 1, layers: [{ units: 1, activation: "linear" }], loss: "squared" });
  expect(membersOf("web/engine/api/network.ts", "Network")).toEqual(Object.keys(network).sort());
  network.dispose();
});
