import type { ParameterId } from "../../engine/api";

/** In plain text: `w2`, or `b` for a bias. */
export const parameterName = ({ input }: Pick<ParameterId, "input">): string =>
  input === undefined ? "b" : `w${input + 1}`;
