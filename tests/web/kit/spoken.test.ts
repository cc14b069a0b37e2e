import { expect, test } from "vitest";
import { spoken } from "../../../web/kit/spoken";

test.each([
  ["Only in the *last*", "Only in the last"],
  ["$\\cos(x^2) \\cdot 2x$", "cos(x squared) times 2x"],
  ["In $\\frac{\\partial a_1}{\\partial z_1}$", "In partial a1 over partial z1"],
  ["$\\tfrac{\\partial J}{\\partial \\hat{y}_1} = \\hat{y}_1 - y_1$", "partial J over partial ŷ1 = ŷ1 − y1"],
  ["$\\tfrac{\\partial z_{2}}{\\partial w_{2}}$", "partial z2 over partial w2"],
  ["$\\delta_{12} \\cdot \\sigma'(z_2)$", "δ12 times σ prime (z2)"],
  ["$\\frac12(\\hat y - y)^2$, $w_{\\text{new}}$", "1 over 2 (ŷ − y) squared, wnew"],
])("spoken: %s → %s", (sentence, words) => expect(spoken(sentence)).toBe(words));
