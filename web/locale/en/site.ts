/** Words of the frame and the front page. */
const fields: Record<string, string> = {
  expression: "the function",
  x: "x",
  variable: "the variable",
  detail: "the level of detail",
  at: "the values of the other names",
  numbers: "whether numbers are shown",
  notation: "how derivatives are written",
};

export const site = {
  title: "Chainwise · every derivative, step by step",
  description: "Every derivative between a formula and a trained neural network, step by step.",
  noScript: "Chainwise computes in your browser and needs JavaScript for it.",
  skip: "Skip to the page",
  glossary: "Glossary",
  keys: "Keys",
  menu: "Menu",
  previous: "Before this",
  next: "What comes next",
  neighbours: "Lessons before and after",
  promise: "Everything is computed on your device. No account, no tracking, no request to anywhere else.",
  damagedLink: (keys: readonly string[]): string =>
    `Part of this link could not be read: ${keys.map((key) => (Object.hasOwn(fields, key) && fields[key]) || `“${key.slice(0, 20)}”`).join(", ")}. ` +
    "The page shows its usual values there.",
  unknownTitle: "There is no such page",
  unknownText: "The address may have lost a piece on its way here. The course starts on the front page.",
  toFront: "To the front page",
  engineFailed:
    "The engine could not be started in this browser. Everything that needs no computing can still be read.",
};

export const front = {
  points: [
    "Every step is shown, with its reason.",
    "Every number is computed in three ways that know nothing of each other.",
    "Nothing is staged: what moves is what the calculation says.",
  ],
  title: "Every derivative between a formula and a trained neural network",
  lead: "Type a function. Move the point. Watch how a small step in $x$ travels through each link of the chain, and how the slopes of the links multiply to the derivative.",
  toLesson: "See every step of this derivative",
  courseTitle: "The course",
  courseLead: "Seven lessons and a laboratory. Each one can be touched, and every number in it can be checked.",
};
