/** What a reader can set in this lesson; the link carries it. The numbers are those of the lesson before. */
import { choiceField, numberField } from "../../kit/fields";
import { UrlState } from "../../kit/url-state";
import { kParameters } from "../small-network/model";
import { table as network } from "../small-network/state";

const { x, y, w1, b1, w2, b2 } = network;

export const table = {
  x,
  y,
  w1,
  b1,
  w2,
  b2,
  by: choiceField(kParameters, "w2"),
  /** Written down by hand. */
  decimals: numberField({ initial: 2, min: 1, max: 6, step: 1 }),
};

export const makeState = () => new UrlState(table);
