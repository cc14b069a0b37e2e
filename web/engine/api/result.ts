/** What every call answers, and what formulas are evaluated at. */

/** A failure that the caller can mend. Positions and lengths count UTF-16 units of the text that was passed. */
export interface ChainwiseError {
  /** Stable identifier, such as `unknown-function`. `catalog().errors` lists them all. */
  code: string;
  /** One plain English sentence that says what is wrong and how to mend it. */
  message: string;
  position?: number;
  length?: number;
  /** The parts that `message` was made from, so that a page can say it in another language. */
  arguments?: Record<string, string>;
}

export type Result<T> = { ok: true; value: T } | { ok: false; error: ChainwiseError };

/** Values of names: inputs, and the names of the program itself where one wants to override them. */
export type Bindings = Record<string, number>;
