/** How far a reader has come, on the front page and in the menu. */
export const progress = {
  opened: "opened",
  allSolved: "all checks solved",
  solved: (count: number, of: number): string => `${count} of ${of} checks solved`,
  goOn: (number: number): string => `Go on with lesson ${number}`,
  goOnLab: "Go on in the laboratory",
};
