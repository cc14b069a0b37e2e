/**
 * Builds the page and the package, and runs the unit tests:
 *
 *     npx vite                       the page, for development
 *     npx vite --mode pseudo         the same in a made language: longer, from right to left
 *     npx vite build --mode site     dist/site/, the static site (also: single, package, pseudo)
 *     npx vitest run                 tests/wasm and tests/web
 */
import type { BuildOptions } from "vite";
import { defineConfig } from "vitest/config";
import { ahead } from "./tools/vite/ahead.ts";
import { fonts } from "./tools/vite/fonts.ts";
import { engine, notices, oneFile, packageFiles, type Form } from "./tools/vite/forms.ts";
import { language } from "./tools/vite/language.ts";
import { templates } from "./tools/vite/templates.ts";

/** What every page needs lies in one part: cut into many, it would compress less well. */
const everywhere = {
  name: "base",
  test: /node_modules.(?:lit|@lit|katex)|web.kit.(?:announce|drag|fields|number-text|rich-text|storage|url-state)\.ts|web.figures.shared-engine/,
};

const forms: Record<Form, BuildOptions> = {
  site: {
    outDir: "dist/site",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { output: { codeSplitting: { groups: [everywhere] } } },
  },
  single: {
    outDir: "dist/single",
    assetsInlineLimit: Number.MAX_SAFE_INTEGER,
    modulePreload: false,
    cssCodeSplit: false,
    rolldownOptions: { output: { codeSplitting: false } },
  },
  package: {
    outDir: "dist/package",
    lib: { entry: "web/engine/chainwise.ts", formats: ["es"], fileName: () => "index.js" },
    rolldownOptions: { external: [/^node:/] },
  },
};

export default defineConfig(({ mode }) => {
  const form: Form = mode === "single" || mode === "package" ? mode : "site";
  const pseudo = mode === "pseudo";
  return {
    base: "./",
    publicDir: false,
    clearScreen: false,
    plugins: [
      engine(form),
      form !== "package" && language(pseudo),
      templates(),
      fonts(form === "site"), // one file has all of them inside
      form === "site" && ahead(),
      form === "single" && oneFile("chainwise.html"),
      form === "package" && packageFiles(),
    ],
    worker: { plugins: () => [engine("worker")] },
    build: {
      target: "es2022",
      emptyOutDir: true,
      reportCompressedSize: false,
      license: form !== "package" && { fileName: notices },
      ...forms[form],
      ...(pseudo && { outDir: "dist/pseudo" }),
    },
    test: {
      testTimeout: 120_000, // for what hangs; a busy machine is no failure
      projects: [
        { extends: true, test: { name: "package", include: ["tests/wasm/**/*.test.ts"] } },
        { extends: true, test: { name: "unit", include: ["tests/web/**/*.test.ts"] } },
        { extends: true, test: { name: "project", include: ["tests/project/**/*.test.ts"] } },
        { extends: true, test: { name: "webkit", include: ["tests/webkit/**/*.test.ts"] } },
      ],
    },
  };
});
