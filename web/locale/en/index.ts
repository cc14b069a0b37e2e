import { course } from "./course";
import { check, derivation, field, functions, numberLines, plot, proof, secant } from "./figures";
import { kit } from "./kit";
import { rules, unknownRule } from "./rules";
import { front, site } from "./site";

/** English. */
export const en = {
  check,
  course,
  derivation,
  field,
  front,
  functions,
  kit,
  numberLines,
  plot,
  proof,
  rules,
  secant,
  site,
  unknownRule,
};
