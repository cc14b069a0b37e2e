/** The declared names are the exported names: module.d.ts, bindings.cpp, the real module, the facade. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { chainwise, makeNetwork } from "./engine";

const read = (file: string) => readFileSync(file, "utf8");

/** The member names of one interface of a declaration file. */
function membersOf(file: string, name: string): string[] {
  const body = new RegExp(`interface ${name} \\{([\\s\\S]*?)\\n\\}`).exec(read(file))?.[1] ?? "";
  return [...body.matchAll(/^ {2}(?:readonly )?(\w+)\??[(:<]/gm)].map((match) => match[1]!).sort();
}

const bound = (pattern: RegExp) => [...read("wasm/bindings.cpp").matchAll(pattern)].map((match) => match[1]!).sort();

test("module.d.ts declares the functions and classes of bindings.cpp", () => {
  const names = [...bound(/emscripten::function\("(\w+)"/g), ...bound(/class_<\w+>\("(\w+)"/g)].sort();
  expect(names.length).toBeGreaterThan(8);
  expect(membersOf("wasm/module.d.ts", "ChainwiseModule")).toEqual(names);
});

test("module.d.ts declares the methods of bindings.cpp", () => {
  expect(membersOf("wasm/module.d.ts", "RawNetwork")).toEqual([...bound(/\s\.function\("(\w+)"/g), "delete"].sort());
});

test("the compiled module exports what module.d.ts declares", async () => {
  const { default: createModule } = (await import("../../build/wasm/chainwise.js" as string)) as {
    default: (options: object) => Promise<Record<string, unknown>>;
  };
  const module = await createModule({ wasmBinary: readFileSync("build/wasm/chainwise.wasm") });
  const missing = membersOf("wasm/module.d.ts", "ChainwiseModule").filter((name) => typeof module[name] !== "function");
  expect(missing).toEqual([]);
  const methods = Object.getOwnPropertyNames((module["NetworkBinding"] as { prototype: object }).prototype);
  expect(
    membersOf("wasm/module.d.ts", "RawNetwork").filter((name) => name !== "delete" && !methods.includes(name)),
  ).toEqual([]);
});

test("the package has what api.ts declares, and no more", () => {
  expect(membersOf("web/engine/api.ts", "Chainwise")).toEqual(Object.keys(chainwise).concat("catalog").sort());
  const network = makeNetwork({ inputSize: 1, layers: [{ units: 1, activation: "linear" }], loss: "squared" });
  expect(membersOf("web/engine/api.ts", "Network")).toEqual(Object.keys(network).sort());
  network.dispose();
});
