/** What a reader can set in this lesson; the link carries it. */
import { batchFields } from "../../figures/batch-sizes-model";
import { healthFields } from "../../figures/gradient-health-model";
import { raceFields } from "../../figures/optimiser-race-model";
import { numberField } from "../../kit/fields";
import { UrlState } from "../../kit/url-state";

export const table = {
  ...batchFields,
  ...raceFields,
  ...healthFields,
  factor: numberField({ initial: 0.2, min: 0.05, max: 5, step: 0.05 }),
};

export const makeState = () => new UrlState(table);
export type LessonState = ReturnType<typeof makeState>;
