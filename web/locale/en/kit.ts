/** Words of the controls. */
export const kit = {
  play: "Play",
  pause: "Pause",
  step: "One step",
  back: "One step back",
  reset: "Start again",
  position: (at: number, count: number | undefined): string =>
    count === undefined ? `step ${at}` : `step ${at} of ${count}`,
  dismiss: "Dismiss",
  valueOf: (name: string): string => `Value of ${name}`,
  range: (min: string, max: string): string => `from ${min} to ${max}`,
  undefined: "undefined",
  over: "over",
  times: "times",
  squared: "squared",
  toThePower: "to the power",
  partial: "partial",
  prime: "prime",
  outside: (whole: boolean, min: string, max: string, stays: string): string =>
    `This has to be a ${whole ? "whole " : ""}number from ${min} to ${max}. It stays ${stays}.`,
};
