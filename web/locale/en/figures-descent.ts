/** Words of the figures about descent. `$...$` is LaTeX. */
const courses = { fell: "fell", rose: "rose", stayed: "stayed" };
const marks = { fell: "▼", rose: "▲", stayed: "■" };

export const en = {
  courses,
  marks,
  rate: "learning rate eta",
  undo: "Undo",
  start: "start",

  curve: {
    views: { points: "Points only", slope: "With the slope", curve: "With the curve" },
    viewLabel: "What the figure shows",
    picture: (name: string): string => `The cost over ${name}`,
    handle: (name: string): string => `${name}, the parameter that you move`,
    here: (name: string, value: string, cost: string): string => `At ${name} = ${value} the cost is ${cost}.`,
    slope: (slope: string): string => `The slope here is ${slope}.`,
    moved: (cost: string, course: keyof typeof courses): string =>
      course === "stayed" ? "The cost stayed as it was." : `Since the last place it ${courses[course]} from ${cost}.`,
    step: (number: number, before: string, after: string, course: keyof typeof courses): string =>
      course === "stayed"
        ? `Step ${number}: the cost stayed at ${after}.`
        : `Step ${number}: the cost ${courses[course]} from ${before} to ${after}.`,
    gone: "The step leads out of the picture. Undo it, or try a smaller learning rate.",
    toLeft: "It is positive: further right the cost is higher. So the step goes left.",
    toRight: "It is negative: further right the cost is lower. So the step goes right.",
    flat: "It is almost zero: the step is hardly a step.",
    slopeLabel: (slope: string): string => `slope ${slope}`,
    stepLabel: "next step",
    legend: "▼ the cost fell, ▲ it rose",
    clear: "Forget my tries",
    tries: (count: number): string => (count === 1 ? "1 place tried" : `${count} places tried`),
  },

  table: {
    summary: "The walk as a table",
    step: "Step",
    cost: "Cost",
    slope: "Slope",
    course: "The cost",
  },

  rates: {
    verdicts: { "too-slow": "too slow", good: "good", oscillates: "oscillates", diverges: "diverges" },
    short: { "too-slow": "slow", good: "good", oscillates: "osc.", diverges: "diverges" },
    because: {
      "too-slow": "Four times this rate would gain more than twice as much in as many steps.",
      good: "The cost falls without turning back and forth.",
      oscillates: "At least every second step leaps over the bottom and turns back on the other side.",
      diverges: "The cost ends higher than it began, or no lower: each step leads further away than it came from.",
    },
    band: "What 20 steps do at each learning rate",
    picture: "The cost before the first step and after each of 20 steps",
    step: "step",
    cost: "J",
    says: (rate: string, verdict: string): string => `η = ${rate}: ${verdict}.`,
    numbers: (before: string, after: string): string => `After 20 steps the cost went from ${before} to ${after}.`,
    tooLarge: "more than 10¹⁵",
    ranges: (name: string, from: string, to: string): string => `${name}: ${from} to ${to}`,
  },

  contours: {
    picture: (across: string, up: string): string =>
      `The cost over ${across} and ${up} as a map: lines join places of equal cost, darker means higher`,
    handle: (across: string, up: string): string =>
      `Start of the descent: ${across} and ${up}, moved with the arrow keys`,
    place: (across: string, x: string, up: string, y: string, cost: string): string =>
      `${across} = ${x}, ${up} = ${y}, cost ${cost}`,
    stands: "You stand at",
    legend:
      "The dashed arrow is the gradient, always drawn equally long. The line through your place joins places of equal cost.",
    outside: "The walk has left the map. Undo, or try a smaller learning rate.",
  },
};
