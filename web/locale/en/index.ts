import { course } from "./course";
import { check, derivation, field, functions, numberLines, plot, proof, secant } from "./figures";
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
  functions,
  gradients,
  graph,
  kit,
  numberLines,
  plot,
  proof,
  proofs,
  rules,
  secant,
  site,
  training,
  unknownRule,
};
