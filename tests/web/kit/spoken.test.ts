import { expect, test } from "vitest";
import { spoken } from "../../../web/kit/spoken";

test.each([
  ["Only in the *last*", "Only in the last"],
  ["$\\cos(x^2) \\cdot 2x$", "cos(x squared) times 2x"],
  ["In $\\frac{\\partial a_1}{\\partial z_1}$", "In partial a_1 over partial z_1"],
])("spoken: %s → %s", (sentence, words) => expect(spoken(sentence)).toBe(words));
