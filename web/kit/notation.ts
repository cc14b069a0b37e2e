/**
 * How derivatives are written: as Leibniz did unless the reader wants otherwise. The engine writes its own formulas in
 * the notation that it is asked for; all others are rewritten where they are drawn.
 *
 *     notation.now               // "leibniz"
 *     notation.rewrite("\\frac{dh}{dx}")
 */
export type NotationName = "leibniz" | "lagrange" | "partial";

export const notation: { now: NotationName; rewrite: (tex: string) => string } = {
  now: "leibniz",
  rewrite: (tex) => tex,
};
