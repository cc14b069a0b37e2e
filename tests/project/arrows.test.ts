/** Dependencies point one way: the arrows of ARCHITECTURE.md, held against every #include and import line. */
import { readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { expect, test } from "vitest";
import { sources } from "./sources.ts";

/** Which folders a folder may use; itself is understood. The order is the order of the layers. */
const mayUse: Record<string, string[]> = {
  "core/base": [],
  "core/calculus": ["core/base"],
  "core/graph": ["core/base", "core/calculus"],
  "core/network": ["core/base", "core/calculus", "core/graph"],
  wasm: ["core/base", "core/calculus", "core/graph", "core/network"],
  "web/engine": ["wasm", "build/wasm", "package.json"], // the version is written there
  "web/kit": ["web/locale", "web/styles"],
  "web/locale": [],
  "web/figures": ["web/engine", "web/kit", "web/locale", "web/styles"],
  "web/lessons": ["web/engine", "web/kit", "web/locale", "web/figures", "web/lab", "web/styles"], // the lab ends the course
  "web/lab": ["web/engine", "web/kit", "web/locale", "web/figures", "web/styles"],
  "web/site": ["web/engine", "web/kit", "web/locale", "web/figures", "web/lessons", "web/lab", "web/styles"],
};

const folders = Object.keys(mayUse);
const folderOf = (path: string) => [...folders, "web/styles", "build/wasm"].find((name) => path.startsWith(`${name}/`));

/** The project's own files that a file uses, as paths from the root. */
function uses(file: string): string[] {
  const text = readFileSync(file, "utf8");
  if (/\.(cpp|h)$/.test(file)) return [...text.matchAll(/^\s*#include "([^"]+)"/gm)].map((match) => match[1]!);
  const names = [...text.matchAll(/(?:\bfrom|\bimport|\bimport\()\s*"(\.[^"?]*)/g)].map((match) => match[1]!);
  return names.map((name) => normalize(join(dirname(file), name)));
}

test.each(folders)("%s uses only what lies below it", (folder) => {
  const wrong: string[] = [];
  for (const file of sources(folder, /\.(cpp|h|ts)$/)) {
    for (const used of uses(file)) {
      const target = folderOf(used) ?? used;
      if (target !== folder && !mayUse[folder]!.includes(target)) wrong.push(`${file} uses ${used}`);
    }
  }
  expect(wrong).toEqual([]);
});

test("every folder of the sources has its arrows here", () => {
  const roots = sources("core", /\.(cpp|h)$/).concat(sources("web", /\.ts$/));
  expect(roots.filter((file) => !folderOf(file) && file !== "web/main.ts")).toEqual([]);
});

test("only web/engine knows the wasm module", () => {
  const importers = sources("web", /\.ts$/).filter((file) => readFileSync(file, "utf8").includes('"chainwise-module"'));
  expect(importers.filter((file) => !file.startsWith("web/engine/"))).toEqual([]);
});
