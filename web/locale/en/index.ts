import { chainRule } from "./chain-rule";
import { course } from "./course";
import { derivation, field, numberLines, plot, proof } from "./figures";
import { kit } from "./kit";
import { descent, gradients, graph, proofs } from "./network-figures";
import { rules, unknownRule } from "./rules";
import { front, site } from "./site";
import { check, smallNetwork } from "./small-network";
import { training } from "./training";

/** English. */
export const en = {
  chainRule,
  check,
  course,
  derivation,
  descent,
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
  smallNetwork,
  training,
  unknownRule,
};
