/** What a reader can set in this lesson; the link carries it. */
import { kMostSteps, views } from "../../figures/descent-curve";
import { choiceField, numberField, textField } from "../../kit/fields";
import { UrlState } from "../../kit/url-state";

export const table = {
  /** The small network: what stays, and where the walk over w1 begins. */
  x: numberField({ initial: 1.5, min: -3, max: 3, step: 0.05 }),
  y: numberField({ initial: 0.3, min: 0, max: 1, step: 0.01 }),
  w1: numberField({ initial: 0.8, min: -5, max: 5, step: 0.05 }),
  b1: numberField({ initial: 0.1, min: -5, max: 5, step: 0.05 }),
  w2: numberField({ initial: 4, min: -5, max: 5, step: 0.05 }),
  b2: numberField({ initial: -2, min: -5, max: 5, step: 0.05 }),
  eta: numberField({ initial: 8, min: 0.1, max: 100 }),
  steps: numberField({ initial: 0, min: 0, max: kMostSteps, step: 1 }),
  view: choiceField(views, "points"),
  /** The single node of the worked example. */
  ux: numberField({ initial: 2, min: -5, max: 5, step: 0.1 }),
  uw: numberField({ initial: 3, min: -10, max: 10, step: 0.1 }),
  ub: numberField({ initial: 1, min: -10, max: 10, step: 0.1 }),
  uy: numberField({ initial: 9, min: -10, max: 10, step: 0.1 }),
  ueta: numberField({ initial: 0.05, min: 0, max: 1, step: 0.01 }),
  /** The learning rate that is tried, and in whose cost. */
  of: choiceField(["unit", "network"], "unit"),
  rate: numberField({ initial: 0.05, min: 0.001, max: 1000 }),
  /** The map: where the walk over w1 and w2 begins, its rate and its steps. */
  p: numberField({ initial: 2, min: -5, max: 5, step: 0.1 }),
  q: numberField({ initial: 2.5, min: -5, max: 5, step: 0.1 }),
  lr: numberField({ initial: 5, min: 0.1, max: 100 }),
  walk: numberField({ initial: 0, min: 0, max: kMostSteps, step: 1 }),
  /** A cost of one's own over a and b: the text, the start, the rate, the steps, and half of the map's edge. */
  J: textField({ initial: "a^2 + b^2", maxLength: 500 }),
  ja: numberField({ initial: 2, min: -50, max: 50, step: 0.1 }),
  jb: numberField({ initial: 1.5, min: -50, max: 50, step: 0.1 }),
  jlr: numberField({ initial: 0.1, min: 0.005, max: 1, step: 0.005 }),
  jsteps: numberField({ initial: 0, min: 0, max: kMostSteps, step: 1 }),
  reach: numberField({ initial: 3, min: 0.1, max: 50 }),
};

export const makeState = () => new UrlState(table);
export type LessonState = ReturnType<typeof makeState>;
export type LessonValues = LessonState["values"];
