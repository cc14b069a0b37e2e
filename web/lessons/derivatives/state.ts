/** What a reader can set in this lesson; the link carries it. */
import { kFarthest, kNearest } from "../../figures/secant";
import { numberField, textField } from "../../kit/fields";
import { UrlState } from "../../kit/url-state";

export const kExample = "x^2/2";

export const table = {
  expression: textField({ initial: kExample, maxLength: 500 }),
  x: numberField({ initial: 1, min: -100, max: 100, step: 0.1 }),
  h: numberField({ initial: 1.5, min: kNearest, max: kFarthest, step: 0.0001 }),
};

export const makeState = () => new UrlState(table);
