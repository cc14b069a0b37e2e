import { course } from "./course";
import { check, derivation, field, numberLines, plot, proof } from "./figures";
import { kit } from "./kit";
import { descent, factors, gradients, graph, proofs } from "./network-figures";
import { rules, unknownRule } from "./rules";
import { front, site } from "./site";
import { training } from "./training";

/** English. */
export const en = {
  check,
  course,
  derivation,
  descent,
  factors,
  field,
  front,
  gradients,
  graph,
  kit,
  numberLines,
  plot,
  proof,
  proofs,
  rules,
  site,
  training,
  unknownRule,
};
