/**
 * A sentence of the locale as plain words, for names that a screen reader takes from an attribute.
 *
 *     spoken("$\\cos(x^2) \\cdot 2x$")   // "cos(x squared) times 2x"
 */
export function spoken(sentence: string): string {
  return sentence
    .replace(/\$([^$]+)\$/g, (_, tex: string) =>
      tex
        .replace(/\\frac\{([^{}]*)\}\{([^{}]*)\}/g, "$1 over $2")
        .replace(/\\cdot/g, " times ")
        .replace(/\^2/g, " squared")
        .replace(/\^/g, " to the power ")
        .replace(/[\\{}]/g, ""),
    )
    .replace(/\*([^*]+)\*/g, "$1")
    .replace(/\s+/g, " ");
}
