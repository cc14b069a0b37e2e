/** The delivered forms: complete, at home in any folder, and the same bytes from the same sources. */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { sources } from "./sources.ts";

const hashes = (folder: string) =>
  sources(folder, /./).map(
    (file) => `${file.slice(folder.length)} ${createHash("sha256").update(readFileSync(file)).digest("hex")}`,
  );

test.each(["site", "package"])(
  "%s: built again, it is the same to the byte",
  (form) => {
    const again = mkdtempSync(join(tmpdir(), "chainwise-"));
    execFileSync("npx", ["vite", "build", "--mode", form, "--outDir", again, "--logLevel", "error"], {
      env: { ...process.env, NODE_ENV: "production" }, // Vitest sets it to "test", which chooses other code
    });
    const second = hashes(again);
    rmSync(again, { recursive: true });
    expect(second.length).toBeGreaterThan(3);
    expect(hashes(`dist/${form}`)).toEqual(second);
  },
  30_000,
);

test("site: index.html names its files by relative paths", () => {
  const names = [...readFileSync("dist/site/index.html", "utf8").matchAll(/(?:src|href)="([^"#]*)"/g)].map(
    (m) => m[1]!,
  );
  expect(names.filter((name) => name.endsWith(".js"))).not.toEqual([]);
  expect(names.filter((name) => !name.startsWith("./") && !name.startsWith("data:"))).toEqual([]);
});

test("single file: names no other file", () => {
  const page = readFileSync("dist/chainwise.html", "utf8").replace(/<script\b[^>]*>[\s\S]*?<\/script>/g, "");
  const names = [...page.matchAll(/(?:src|href)="([^"#]*)"|url\(([^)]*)\)/g)].map(
    (match) => match[1] ?? match[2] ?? "",
  );
  expect(names.filter((name) => name !== "" && !/^["']?data:/.test(name))).toEqual([]);
});

test("package: holds what it says it holds", () => {
  const manifest = JSON.parse(readFileSync("dist/package/package.json", "utf8")) as Record<string, unknown>;
  expect(manifest).toMatchObject({ name: "chainwise", type: "module", types: "./index.d.ts" });
  expect(manifest).not.toHaveProperty("dependencies");
  expect(sources("dist/package", /./).map((file) => file.slice("dist/package/".length))).toEqual([
    "LICENSE",
    "README.md",
    ...sources("web/engine/api", /./).map((file) => file.replace("web/engine/", "").replace(".ts", ".d.ts")),
    "chainwise.wasm",
    "index.d.ts",
    "index.js",
    "package.json",
  ]);
});

test("versions: CMakeLists.txt and package.json agree", () => {
  const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
  expect(readFileSync("CMakeLists.txt", "utf8")).toContain(`project(chainwise VERSION ${version} `);
});
