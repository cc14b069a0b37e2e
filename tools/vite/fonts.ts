/**
 * Which fonts are taken along, as a Vite plugin. KaTeX names each of its fonts in three formats; every browser that runs
 * wasm with vectors reads the first, WOFF2. Of the two that every page needs, a first part with the characters of
 * ordinary formulas is made, half the size; a browser loads the whole font as well once another character is there.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import subsetFont from "subset-font";
import type { Plugin } from "vite";

const letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

/** By the fonts' file names. Where nothing may be seen KaTeX puts U+200B, for which no font has a picture. */
const ordinary: Record<string, string> = {
  "KaTeX_Main-Regular": `${letters} 0123456789.,:;!?'"()[]{}<>=+-*/|~^_%&#@\u00a0\u200b±·×÷ˆ¯−⋅∣≤≥≠≈←→′∂∑∞∇ΣΔ‖⟨⟩…`,
  "KaTeX_Math-Italic": `${letters}αβγδϵεζηθϑικλμνξοπϖρϱσςτυϕφχψω∂`,
};

/** What no formula of the course uses: \mathcal, \mathfrak, \mathsf, \mathscr, \mathtt, \mathbb, \mathbf, \mathit, \boldsymbol. */
const unused =
  /@font-face\s*\{[^}]*KaTeX_(?:(?:AMS|Caligraphic|Fraktur|SansSerif|Script|Typewriter)-|Main-(?:Bold|Italic)|Math-BoldItalic)[^}]*\}/g;

/** Letters have three sizes: 6 in a line, 3 in an index, 1 in an index of an index. The others are those of \large and so on. */
const otherSizes =
  /\.katex \.fontsize-ensurer\.reset-size(?:(?:2|4|5|[7-9]|1[01])\.size\d+|\d+\.size(?:2|4|5|[7-9]|1[01]))\b[^}]*\}/g;

export function fonts(splits: boolean): Plugin {
  const source = fileURLToPath(new URL("../../node_modules/katex/dist/fonts/", import.meta.url));
  const made = fileURLToPath(new URL("../../build/fonts/", import.meta.url));
  return {
    name: "chainwise-fonts",
    enforce: "pre",
    async transform(code, id) {
      if (!/katex[^/]*\.css/.test(id)) return null;
      let css = code
        .replace(unused, "")
        .replace(otherSizes, "")
        .replace(/,\s*url\([^)]+\.(?:woff|ttf)\)\s*format\(["'](?:woff|truetype)["']\)/g, "");
      if (!splits) return { code: css, map: null };
      mkdirSync(made, { recursive: true });
      for (const [name, text] of Object.entries(ordinary)) {
        const part = await subsetFont(readFileSync(`${source}${name}.woff2`), text, { targetFormat: "woff2" });
        writeFileSync(`${made}${name}-ordinary.woff2`, part);
        const face = new RegExp(`@font-face\\s*\\{([^}]*?)url\\(([^)]*${name}\\.woff2)\\)([^}]*)\\}`);
        if (!face.test(css)) throw new Error(`KaTeX's style sheet has no font ${name}`);
        const inside = [...text].map((character) => character.codePointAt(0)!).sort((a, b) => a - b);
        css = css.replace(face, (_whole, before: string, url: string, after: string) =>
          [
            `@font-face{${before}url(${made}${name}-ordinary.woff2)${after};unicode-range:${ranges(inside)}}`,
            `@font-face{${before}url(${url})${after};unicode-range:${ranges(without(inside))}}`,
          ].join(""),
        );
      }
      return { code: css, map: null };
    },
  };
}

type Stretch = [first: number, last: number];

/** As CSS writes them; `points` may be single code points or stretches of them. */
function ranges(points: (number | Stretch)[]): string {
  const hex = (point: number) => point.toString(16).toUpperCase();
  return points
    .map((point) => (typeof point === "number" ? `U+${hex(point)}` : `U+${hex(point[0])}-${hex(point[1])}`))
    .join(",");
}

/** All other code points. */
function without(points: number[]): Stretch[] {
  const stretches: Stretch[] = [];
  let next = 0;
  for (const point of points) {
    if (point > next) stretches.push([next, point - 1]);
    next = point + 1;
  }
  stretches.push([next, 0x10ffff]);
  return stretches;
}
