/** The documents say what is there. */
import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const read = (file: string) => readFileSync(file, "utf8");

test("README.md names the two commands", () => {
  expect(read("README.md")).toContain("./dev serve");
  expect(read("README.md")).toContain("./dev test");
});

test.each(["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md"])("%s: every file that it names exists", (document) => {
  // Names in code marks that look like paths of this project, and the targets of relative links.
  const inCode = [...read(document).matchAll(/`((?:core|web|wasm|tests|tools|cmake)\/[\w./-]*\w\/?)`/g)].map(
    (m) => m[1]!,
  );
  const linked = [...read(document).matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map((match) => match[1]!);
  expect([...inCode, ...linked].filter((name) => !existsSync(name))).toEqual([]);
});

test("the sources in CMakeLists.txt are the sources that exist", async () => {
  const { sources } = await import("./sources.ts");
  const listed = [...read("CMakeLists.txt").matchAll(/^ {2,6}((?:core|wasm|tests)\/\S+\.cpp)$/gm)].map(
    (match) => match[1]!,
  );
  const there = ["core", "wasm", "tests/core", "tests/fuzz", "tests/properties", "tests/support"].flatMap((folder) =>
    sources(folder, /\.cpp$/),
  );
  expect([...new Set(listed)].sort()).toEqual(there.sort());
});

/** The licences that packages of the page may have; all of them allow what MIT allows. */
const allowed = ["MIT", "ISC", "BSD-2-Clause", "BSD-3-Clause", "Apache-2.0", "0BSD"];

interface Locked {
  version: string;
  license?: string;
  dev?: boolean;
}

test("THIRD-PARTY.md lists each package that is delivered, with its version and licence", () => {
  const lock = JSON.parse(read("package-lock.json")) as { packages: Record<string, Locked> };
  const delivered = Object.entries(lock.packages).filter(([path, entry]) => path !== "" && !entry.dev);
  const rows = delivered.map(
    ([path, entry]) => `| ${path.replace(/^.*node_modules\//, "")} | ${entry.version} | ${entry.license} |`,
  );
  expect(delivered.filter(([, entry]) => !allowed.includes(entry.license ?? "")).map(([path]) => path)).toEqual([]);
  const table = read("THIRD-PARTY.md")
    .replaceAll(/ +\|/g, " |")
    .match(/^\| (?!name |-).* \|$/gm);
  expect(table?.sort()).toEqual(rows.sort());
});

test("the lock files name no host", () => {
  for (const file of ["package-lock.json", "tools/node/package-lock.json"])
    expect(read(file)).not.toMatch(/"resolved":/);
});
