/** What a reader can set in this lesson; the link carries it. */
import { trainingFields } from "../../figures/training-settings";
import { numberField } from "../../kit/fields";
import { UrlState } from "../../kit/url-state";

/** Steps of the walk through the graph: 4 forward, the loss, 9 backward, 4 updates. */
const kWalk = 18;

export const table = {
  x: numberField({ initial: 1.5, min: -3, max: 3, step: 0.05 }),
  y: numberField({ initial: 1, min: 0, max: 1, step: 0.01 }),
  w1: numberField({ initial: 0.8, min: -5, max: 5, step: 0.05 }),
  b1: numberField({ initial: 0.1, min: -5, max: 5, step: 0.05 }),
  w2: numberField({ initial: -1.2, min: -5, max: 5, step: 0.05 }),
  b2: numberField({ initial: -0.3, min: -5, max: 5, step: 0.05 }),
  eta: numberField({ initial: 1, min: 0, max: 20, step: 0.1 }),
  step: numberField({ initial: 0, min: 0, max: kWalk, step: 1 }),
  ...trainingFields,
};

export const makeState = () => new UrlState(table);
export type LessonState = ReturnType<typeof makeState>;
