/**
 * What the delivered forms of Chainwise differ in, as Vite plugins: where the wasm comes from, which fonts are
 * taken along, and whether the page is one file.
 */
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";

export type Form = "site" | "single" | "package";

const bytesOf = { site: "site", single: "inline", package: "package", worker: "given" } as const;
const root = fileURLToPath(new URL("../../", import.meta.url));

/** Resolves the two names that stand for the wasm build, and makes the generated loader fit for bundling. */
export function engine(form: Form | "worker"): Plugin {
  const module = `${root}build/wasm/chainwise.js`;
  return {
    name: "chainwise-engine",
    enforce: "pre",
    resolveId(source) {
      if (source === "chainwise-module") return module;
      if (source === "chainwise-bytes") return `${root}web/engine/bytes/${bytesOf[form]}.ts`;
      return null;
    },
    transform(code, id) {
      if (id !== module) return null;
      // The loader always gets the bytes from us. Left as it is, its own idea of where they lie would make Vite ship
      // the wasm a second time, and `import.meta` means nothing in a classic worker.
      return { code: code.replaceAll("import.meta.url", '"file:///"'), map: null };
    },
  };
}

/** KaTeX names each font in three formats. Every browser that runs wasm with vectors reads the first, WOFF2. */
export function woff2Only(): Plugin {
  const olderFormats = /,\s*url\([^)]+\.(?:woff|ttf)\)\s*format\(["'](?:woff|truetype)["']\)/g;
  return {
    name: "chainwise-woff2-only",
    enforce: "pre",
    transform(code, id) {
      if (!/katex[^/]*\.css/.test(id)) return null;
      return { code: code.replace(olderFormats, ""), map: null };
    },
  };
}

/** Puts the one script and the one style sheet into index.html, so that the page is a single file. */
export function oneFile(name: string): Plugin {
  return {
    name: "chainwise-one-file",
    enforce: "post",
    generateBundle(_options, bundle) {
      const page = bundle["index.html"];
      if (page?.type !== "asset") throw new Error("index.html is missing from the build");
      let html = String(page.source);
      for (const [file, part] of Object.entries(bundle)) {
        if (part === page) continue;
        const tag = new RegExp(`<(script|link)\\b[^>]*"\\./${file.replace(/[.]/g, "\\.")}"[^>]*>(?:</script>)?`);
        if (!tag.test(html)) throw new Error(`${file} cannot be put into the single file: index.html does not name it`);
        // A function as replacement: the code is full of `$`, which a replacement text would interpret.
        if (part.type === "chunk") html = html.replace(tag, () => script(part.code));
        else html = html.replace(tag, () => `<style>${String(part.source)}</style>`);
        delete bundle[file];
      }
      page.source = html;
      page.fileName = name;
    },
  };
}

/** Inside a script element, HTML gives a meaning to two sequences that JavaScript may hold in strings. */
function script(code: string): string {
  return `<script type="module">${code.replaceAll("</script", "<\\/script").replaceAll("<!--", "\\x3C!--")}</script>`;
}

/** The version in package.json: the only place where it is written, besides CMakeLists.txt (a test compares). */
export const version = (createRequire(import.meta.url)("../../package.json") as { version: string }).version;
