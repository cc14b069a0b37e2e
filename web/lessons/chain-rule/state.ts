/** What a reader can set in this lesson; the link carries it. */
import { details } from "../../figures/derivation";
import { choiceField, namedNumbersField, numberField, textField } from "../../kit/fields";
import { UrlState } from "../../kit/url-state";

export const kExample = "log(2+cos(x))";
/** Longer functions work, but do not travel in a link. */
export const kLongestInLink = 1500;

export const table = {
  expression: textField({ initial: kExample, maxLength: kLongestInLink }),
  variable: textField({ initial: "x", maxLength: 40 }),
  x: numberField({ initial: 1, min: -100, max: 100, step: 0.1 }),
  at: namedNumbersField(),
  detail: choiceField(details, "main"),
  numbers: choiceField(["off", "on"], "off"),
  notation: choiceField(["", "leibniz", "lagrange", "partial"], ""),
};

export const makeState = () => new UrlState(table);
