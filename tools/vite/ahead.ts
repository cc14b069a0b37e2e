/**
 * What a page needs is asked for at once, as a Vite plugin: a small script beside the page's own knows by the address
 * the scripts and styles of each page, the wasm, and the fonts of formulas. Otherwise a browser finds them one after
 * another, each when the one before has run. (A file of its own: a host may forbid scripts inside a page.)
 */
import type { Plugin } from "vite";

/** The modules of pages, and their addresses. */
const pages: [module: RegExp, address: string][] = [
  [/web\/site\/front-page\.ts$/, "/"],
  [/web\/lab\/index\.ts$/, "/lab"],
  [/web\/lessons\/([\w-]+)\/index\.ts$/, "/lessons/$1"],
];

/** Runs in the browser, with the two tables put in. */
const asks = `{
const files = FILES, pages = PAGES, path = location.hash.slice(1).split("?")[0].replace(/(.)\\/+$/, "$1");
for (const index of pages[path[0] === "/" ? path : "/"] ?? []) {
const file = files[index], link = document.createElement("link"), as = { wasm: "fetch", css: "style", woff2: "font" };
link.rel = (link.as = as[file.split(".").pop()] ?? "") ? "preload" : "modulepreload";
if (link.as === "font") link.type = "font/woff2";
link.crossOrigin = "";
link.href = "./assets/" + file;
document.head.append(link);
}}`;

export function ahead(): Plugin {
  return {
    name: "chainwise-ahead",
    enforce: "post",
    generateBundle: {
      order: "post",
      handler(_options, bundle) {
        const index = bundle["index.html"];
        if (index?.type !== "asset") throw new Error("index.html is missing from the build");
        const html = String(index.source);
        const names = Object.keys(bundle);
        const wasm = names.filter((name) => name.endsWith(".wasm"));
        const fonts = names.filter((name) => /-ordinary.*\.woff2$/.test(name));

        /** With all that its script imports; what the entry brings is in the page already. */
        const needed = (name: string, found: Set<string>): Set<string> => {
          const part = bundle[name];
          if (part?.type !== "chunk" || found.has(name) || html.includes(name)) return found;
          found.add(name);
          for (const style of part.viteMetadata?.importedCss ?? []) found.add(style);
          for (const further of part.imports) needed(further, found);
          return found;
        };
        const files: string[] = [];
        const table: Record<string, number[]> = {};
        for (const part of Object.values(bundle)) {
          if (part.type !== "chunk" || !part.isDynamicEntry || !part.facadeModuleId) continue;
          const module = part.facadeModuleId;
          const [kind, as] = pages.find(([pattern]) => pattern.test(module)) ?? [];
          if (!kind || as === undefined) continue;
          const address = (kind.exec(module)?.[0] ?? "").replace(kind, as);
          const all = [...needed(part.fileName, new Set(wasm))];
          if (address.startsWith("/lessons/")) all.push(...fonts);
          table[address] = all.map((name) => {
            const file = name.replace("assets/", "");
            if (!files.includes(file)) files.push(file);
            return files.indexOf(file);
          });
        }
        const script = asks.replace("FILES", JSON.stringify(files)).replace("PAGES", JSON.stringify(table));
        const made = this.emitFile({ type: "asset", name: "ahead.js", source: script });
        index.source = html.replace(
          "<script",
          () => `<script async src="./${this.getFileName(made)}"></script>\n    <script`,
        );
      },
    },
  };
}
