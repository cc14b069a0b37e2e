/** Words of the quick checks; they come with them. */
export const check = {
  check: "Check",
  hint: "A hint",
  solution: "The solution",
  sign: "The size is right. Look at the sign again.",
  notYet: "Not this number. The hint shows where to begin.",
};
