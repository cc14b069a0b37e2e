/**
 * The language of the page, as a Vite plugin: what index.html says of it comes from web/locale, and in the mode `pseudo`
 * all words come in the made language of web/locale/pseudo. No other build knows of that one.
 */
import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";
import { site as english } from "../../web/locale/en/site.ts";
import { direction, language as languageName } from "../../web/locale/language.ts";
import * as made from "../../web/locale/pseudo/language.ts";

export function language(pseudo: boolean): Plugin {
  const madeFile = fileURLToPath(new URL("../../web/locale/pseudo/language.ts", import.meta.url));
  const { description, noScript } = pseudo ? made.inLanguage({ en: english }) : english;
  const said: Record<string, string> = pseudo
    ? { language: made.language, direction: made.direction, description, noScript }
    : { language: languageName, direction, description, noScript };
  return {
    name: "chainwise-language",
    enforce: "pre",
    resolveId(source, importer) {
      const words = importer?.replaceAll("\\", "/").includes("/web/locale/") && /(^|\/)language$/.test(source);
      return pseudo && words ? madeFile : null;
    },
    transformIndexHtml: {
      order: "pre",
      handler: (page) => page.replace(/%(\w+)%/g, (whole, name: string) => said[name] ?? whole),
    },
  };
}
