/**
 * Formulas in another notation.
 *
 *     inNotation("\\frac{dh}{dx} = \\frac{dh}{du} \\cdot \\frac{du}{dx}", "lagrange")   // h'(x) = h'(u) \cdot u'(x)
 */
import type { NotationName } from "../../kit/notation";

/** What may stand in braces, with braces two deep in it. */
const kInside = String.raw`((?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*)`;
/** Order, of, by: \frac{d^2 h}{dx^2}. */
const kLeibniz = new RegExp(String.raw`\\([dt]?frac)\{d(?:\^\{?(\d)\}?)?\s*${kInside}\}\{d\s*${kInside}\}`, "g");
const kPartial = new RegExp(
  String.raw`\\[dt]?frac\{\\partial(?![a-z])\s*${kInside}\}\{\\partial(?![a-z])\s*${kInside}\}`,
  "g",
);

/** A name with an index of its own needs a bracket before it gets another one. */
const enclosed = (of: string): string => (/[_^]/.test(of) ? `(${of})` : of);
const spaced = (of: string): string => (/^[a-zA-Z]/.test(of) ? ` ${of}` : of);

export function inNotation(tex: string, name: NotationName): string {
  if (name === "leibniz") return tex;
  if (name === "partial")
    return tex.replace(kLeibniz, (_, frac: string, order: string | undefined, of: string, by: string) => {
      const power = order ? `^{${order}}` : "";
      return `\\${frac}{\\partial${power}${spaced(of)}}{\\partial${spaced(by)}}`;
    });
  return tex
    .replace(kLeibniz, (whole: string, _: string, order: string | undefined, of: string, by: string) =>
      // An operator without a function, d/dx, has no sign in this notation.
      of === "" ? whole : `${of}${"'".repeat(Number(order ?? 1))}(${by.replace(/\^\{?\d\}?$/, "")})`,
    )
    .replace(kPartial, (whole: string, of: string, by: string) => (of === "" ? whole : `${enclosed(of)}'_{${by}}`));
}
