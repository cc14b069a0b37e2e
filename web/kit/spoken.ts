/**
 * A sentence of the locale as plain words, for names that a screen reader takes from an attribute.
 *
 *     spoken("$\\cos(x^2) \\cdot 2x$")   // "cos(x squared) times 2x"
 */
import { words } from "../locale";

const { kit } = words;

export function spoken(sentence: string): string {
  return sentence
    .replace(/\$([^$]+)\$/g, (_, tex: string) =>
      tex
        .replace(/\\frac\{([^{}]*)\}\{([^{}]*)\}/g, `$1 ${kit.over} $2`)
        .replace(/\\cdot/g, ` ${kit.times} `)
        .replace(/\^2/g, ` ${kit.squared}`)
        .replace(/\^/g, ` ${kit.toThePower} `)
        .replace(/[\\{}]/g, ""),
    )
    .replace(/\*([^*]+)\*/g, "$1")
    .replace(/\s+/g, " ");
}
