/**
 * What the delivered forms of Chainwise differ in, as Vite plugins: where the wasm comes from, and whether the page is
 * one file.
 */
import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import type { Plugin } from "vite";

export type Form = "site" | "single" | "package";

/** The licences of the packages inside, which every copy has to bring along. */
export const notices = "THIRD-PARTY.md";

const bytesOf = { site: "site", single: "inline", package: "package", worker: "given" } as const;
const root = fileURLToPath(new URL("../../", import.meta.url));

/** Written once, in package.json. */
const { version } = JSON.parse(readFileSync(`${root}package.json`, "utf8")) as { version: string };

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
    load(id) {
      const [file = "", query] = id.split("?");
      if (query !== "compressed") return null;
      return `export default "${gzipSync(readFileSync(file), { level: 9 }).toString("base64")}";`;
    },
    transform(code, id) {
      if (id !== module) return null;
      // The loader always gets the bytes from us. Left as it is, its own idea of where they lie would make Vite ship
      // the wasm a second time, and `import.meta` means nothing in a classic worker.
      return { code: code.replaceAll("import.meta.url", '"file:///"'), map: null };
    },
  };
}

/** Puts the one script and the one style sheet into index.html, so that the page is a single file. */
export function oneFile(name: string): Plugin {
  return {
    name: "chainwise-one-file",
    enforce: "post",
    generateBundle: {
      order: "post",
      handler(_options, bundle) {
        const page = bundle["index.html"];
        if (page?.type !== "asset") throw new Error("index.html is missing from the build");
        let html = String(page.source);
        for (const [file, part] of Object.entries(bundle)) {
          if (part === page) continue;
          if (file === notices && part.type === "asset") {
            html = html.replace("</html>", () => `<!--\n${String(part.source).replaceAll("--", "—")}\n--></html>`);
            delete bundle[file];
            continue;
          }
          const tag = new RegExp(`<(script|link)\\b[^>]*"\\./${file.replaceAll(".", "\\.")}"[^>]*>(?:</script>)?`);
          if (!tag.test(html)) throw new Error(`index.html does not name ${file}, so the single file would lack it`);
          // A function as replacement: the code is full of `$`, which a replacement text would interpret.
          const inside = part.type === "chunk" ? script(part.code) : `<style>${String(part.source)}</style>`;
          html = html.replace(tag, () => inside);
          delete bundle[file];
        }
        page.source = html;
        page.fileName = name;
      },
    },
  };
}

/** Inside a script element, HTML gives a meaning to two sequences that JavaScript may hold in strings. */
function script(code: string): string {
  return `<script type="module">${code.replaceAll("</script", "<\\/script").replaceAll("<!--", "\\x3C!--")}</script>`;
}

/** What the npm package holds besides index.js. */
export function packageFiles(): Plugin {
  const read = (path: string) => readFileSync(root + path);
  const manifest = {
    name: "chainwise",
    version,
    description: "Derivatives with every step, backpropagation traces and small neural networks, in WebAssembly",
    license: "MIT",
    type: "module",
    exports: { ".": { types: "./index.d.ts", default: "./index.js" }, "./chainwise.wasm": "./chainwise.wasm" },
    types: "./index.d.ts",
    sideEffects: false,
    engines: { node: ">=18" },
  };
  return {
    name: "chainwise-package-files",
    generateBundle() {
      const emit = (fileName: string, source: string | Uint8Array) =>
        this.emitFile({ type: "asset", fileName, source });
      emit("chainwise.wasm", read("build/wasm/chainwise.wasm"));
      emit("package.json", `${JSON.stringify(manifest, null, 2)}\n`);
      emit("README.md", read("web/engine/README.md"));
      emit("LICENSE", read("LICENSE"));
      // The files of the API hold types only, so they are declaration files already.
      for (const name of readdirSync(`${root}web/engine/api`))
        emit(`api/${name.replace(".ts", ".d.ts")}`, read(`web/engine/api/${name}`));
      emit(
        "index.d.ts",
        `${String(read("web/engine/api.ts"))}
/** Loads the engine. Without options the bytes are taken from chainwise.wasm beside this module. */
export declare function loadChainwise(options?: LoadOptions): Promise<Chainwise>;
`,
      );
    },
  };
}
