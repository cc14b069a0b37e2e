import { course } from "./course";
import { derivation, field, numberLines, plot, proof } from "./figures";
import { kit } from "./kit";
import { rules, unknownRule } from "./rules";
import { front, site } from "./site";

/** English. */
export const en = {
  course,
  derivation,
  field,
  front,
  kit,
  numberLines,
  plot,
  proof,
  rules,
  site,
  unknownRule,
};
