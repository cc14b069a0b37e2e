/**
 * A sentence of the locale as plain words, for names that a screen reader takes from an attribute.
 *
 *     spoken("$\\cos(x^2) \\cdot 2x$")           // "cos(x squared) times 2x"
 *     spoken("$\\frac{\\partial J}{\\partial \\hat{y}}$")   // "partial J over partial ŷ"
 */
import { words } from "../locale";

const { kit } = words;

/** Letters that every language says by their own names. */
const kLetters: Readonly<Record<string, string>> = {
  alpha: "α",
  beta: "β",
  delta: "δ",
  epsilon: "ε",
  eta: "η",
  mu: "μ",
  pi: "π",
  sigma: "σ",
};

export function spoken(sentence: string): string {
  return sentence
    .replace(/\$([^$]+)\$/g, (_, tex: string) => formula(tex))
    .replace(/\*([^*]+)\*/g, "$1")
    .replace(/\s+/g, " ")
    .trim();
}

function formula(tex: string): string {
  return tex
    .replace(/\\(?:htmlData\{[^{}]*\}|left|right|[,;!])/g, "")
    .replace(/\\hat ?\{?([a-z])\}?/g, "$1\u0302")
    .replace(/_\{\\text\{([^{}]*)\}\}|_\{([^{}]*)\}|_/g, "$1$2")
    .replace(/\\[dt]?frac\{([^{}]*)\}\{([^{}]*)\}/g, `$1 ${kit.over} $2`)
    .replace(/\\[dt]?frac(\d)(\d)/g, `$1 ${kit.over} $2 `)
    .replace(/\\cdot/g, ` ${kit.times} `)
    .replace(/\\partial/g, `${kit.partial} `)
    .replace(/-/g, "−")
    .replace(/'/g, ` ${kit.prime} `)
    .replace(/\^2/g, ` ${kit.squared}`)
    .replace(/\^/g, ` ${kit.toThePower} `)
    .replace(/\\([a-z]+)/g, (_, name: string) => kLetters[name] ?? name)
    .replace(/[\\{}]/g, "")
    .normalize();
}
