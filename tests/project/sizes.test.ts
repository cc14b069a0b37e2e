/** What the page may weigh, after compression where a host compresses. */
import { readFileSync } from "node:fs";
import { brotliCompressSync } from "node:zlib";
import { expect, test } from "vitest";
import { sources } from "./sources.ts";

const compressed = (files: string[]) =>
  files.reduce((sum, file) => sum + brotliCompressSync(readFileSync(file)).length, 0);

test("wasm module: at most 150 KB with brotli", () => {
  const kibibytes = compressed(sources("dist/site", /\.wasm$/)) / 1024;
  console.log(`wasm: ${kibibytes.toFixed(1)} KB with brotli`);
  expect(kibibytes).toBeGreaterThan(5);
  expect(kibibytes).toBeLessThan(150);
});

test("single file: at most 1.5 MB", () => {
  const megabytes = readFileSync("dist/chainwise.html").length / 1e6;
  console.log(`single file: ${megabytes.toFixed(2)} MB`);
  expect(megabytes).toBeLessThan(1.5);
});
