/** The lesson "Gradient descent". `$...$` is LaTeX, `$$...$$` a line of it, `*...*` a term that is being introduced. */
export const en = {
  question:
    "You can compute the slope of the cost for every weight. How does a network get from there to a better answer?",

  hand: {
    title: "In the fog",
    before: [
      "Here is the network from the small-network lesson: one input, one inner node, one output. All its numbers stay where they are, except one. You move the weight $w_1$.",
      "You do not see the curve of the cost $J$. You see $J$ only at the places where you have been. *Try this first:* drag the point, or use the arrow keys, until $J$ is as small as you can make it.",
    ],
    after: [
      "You found the bottom by trying. Each try told you whether the last move was good, but only after the move.",
      "Now choose *With the slope*. The orange line is the tangent at your place. Its slope is the derivative $\\frac{\\partial J}{\\partial w_1}$, the number that the last lessons taught you to compute. It tells you which way is down *before* you move.",
      "A positive slope says: further right is higher, so go left. A negative slope says: go right. In both cases you go against the sign of the slope. A steep slope may move you further than a flat one. All of this fits into one line:",
      "$$!w_1 \\leftarrow w_1 - \\eta\\,\\frac{\\partial J}{\\partial w_1}$$",
      "Read the arrow as “becomes”. The number $\\eta$, said “eta”, is the *learning rate*. It turns a slope into the length of a step. Repeating this line is called *gradient descent*. Press *Play*, then choose *With the curve* and see where you have walked.",
      "Near the bottom the slope fades, and the steps become shorter by themselves. Where the curve is almost level, far from the bottom, they are short as well. Start at $w_1 = 5$ and see.",
    ],
    aside:
      "The right answer here is $y = 0.3$, not 1 as before. Set it to 1 and the valley is gone: the sigmoid comes near 1 and never reaches it, so $J$ keeps falling to the right for ever.",
    numbers: "The numbers that stay",
    restore: "First numbers again",
    ofLesson3: "The numbers of the small-network lesson",
  },

  worked: {
    title: "One step, worked in full",
    paragraphs: [
      "Let us do one step with numbers that fit on paper. This network has a single node without a sigmoid: $\\hat{y} = w x + b$. Its cost is the whole square, $J = (\\hat{y} - y)^2$, so a 2 comes down in its derivatives.",
      "There are two parameters now, $w$ and $b$. Each has its own derivative, and each takes its own step. Both derivatives are computed first, at the old place. Then both parameters move.",
    ],
    given: "Drag any of these numbers:",
    caption: "One step of gradient descent, line by line",
    groups: { forward: "Forward", slopes: "The two slopes", step: "The step", again: "Forward again" },
    fell: (before: string, after: string): string => `The cost fell from ${before} to ${after}.`,
    rose: (before: string, after: string): string =>
      `The cost rose from ${before} to ${after}: the step was too long. Make $\\eta$ smaller.`,
    stayed: (before: string): string => `The cost stayed at ${before}.`,
    names: {
      ux: "x, the input",
      uw: "w, the weight",
      ub: "b, the bias",
      uy: "y, the right answer",
      ueta: "eta, the learning rate",
    },
    first: "First numbers again",
  },

  mistake: {
    title: "A common mistake: going up",
    paragraphs: [
      "The gradient points to where $J$ *grows*. A step along it, $w + \\eta\\,\\frac{\\partial J}{\\partial w}$, is a step up the hill. That is *ascent*. The minus sign makes it *descent*.",
      "The mistake has a second form. The slope is negative, so one thinks that the weight must become smaller. But minus a negative number adds: where $J$ falls to the right, the weight grows.",
      "Here are four steps with each sign, from the numbers of the worked example.",
    ],
    down: "$w - \\eta\\,\\frac{\\partial J}{\\partial w}$, descent",
    up: "$w + \\eta\\,\\frac{\\partial J}{\\partial w}$, ascent",
    caption: "Four steps with each sign",
    step: "Step",
  },

  rate: {
    title: "How long a step?",
    paragraphs: [
      "The slope says which way. The learning rate says how far. Drag it from the left end of its rail to the right end and watch the costs of 20 steps.",
      "With a very small rate you go the right way and hardly arrive: *too slow*. With a *good* one the cost falls step by step. With a larger one each step leaps over the bottom and lands on the opposite slope: the walk *oscillates*. And with one that is larger still, each landing is higher than the last one: the walk *diverges*.",
      "Too large is the more dangerous side. Between oscillating and diverging there is no warning, and a cost that grows without end is lost within a few steps.",
      "The band under the rail is not painted by hand. Each place on it is a walk of 20 steps that was made for these numbers. Set $x$ to 4 in the worked example and look again: a larger input makes the cost steeper, and the good rates become smaller.",
    ],
    which: "Walk in the cost of",
    choices: { unit: "the single node, w and b", network: "the small network, all four parameters" },
    aside:
      "For this one node the border can be computed: the walk diverges as soon as $\\eta$ reaches $\\frac{1}{x^2 + 1}$. A network has no such formula, and the border moves with the weights. So one tries.",
  },

  contours: {
    title: "Two weights at once",
    paragraphs: [
      "With two weights the cost is a landscape. Seen from above it is a map: the lines join places of equal cost, as on a hiking map, and darker ground is higher. Such lines are called *contours*.",
      "Press anywhere on the map to set the start, or move it with the arrow keys. Then walk. Each step moves both weights, each by its own slope.",
      "The two slopes together are the *gradient*, here drawn as a dashed arrow. It points straight uphill, and it always crosses the contour through your place at a right angle. Along a contour nothing changes, so the fastest change must be straight across it. The step goes the opposite way.",
      "Look for the bent valley. On its walls the steps are long, on its floor they are short. The walk finds *a* lowest place. Where on the floor it ends depends on where it began.",
    ],
    tall: "Change $\\eta$ after a walk and the whole walk is made again from the same start.",
  },

  any: {
    title: "A landscape of your own",
    paragraphs: [
      "A network is not needed for a landscape. Any formula in $a$ and $b$ is one. Type it, press on the map, and walk.",
      "A *saddle* goes up along one axis and down along the other. In its middle both slopes are 0, and yet it is no lowest place. On a *plateau* the ground is almost flat, so the gradient is tiny and each step is, too.",
    ],
    task: "Take the ravine. Its walls are steep and its floor is nearly level. Which learning rate is the largest that does not diverge? And how fast is the walk along the floor then?",
  },

  checks: {
    title: "Quick checks",
    questions: [
      {
        ask: "A weight is $w = 2$, its gradient is $\\frac{\\partial J}{\\partial w} = -3$, and $\\eta = 0.1$. What does $w$ become?",
        solution: "2 - 0.1*(-3)",
        tolerance: 0.0005,
        hint: "Subtract $\\eta$ times the gradient. Mind the two minus signs.",
        because: "$w \\leftarrow 2 - 0.1 \\cdot (-3) = 2 + 0.3 = 2.3$. The slope is negative, so $w$ grows.",
      },
      {
        ask: "A single node has $\\hat{y} = w x + b$ and $J = (\\hat{y} - y)^2$. With $x = 2$, $w = 3$, $b = 1$, $y = 9$: how large is $\\frac{\\partial J}{\\partial w}$?",
        solution: "2*(3*2 + 1 - 9)*2",
        tolerance: 0.0005,
        hint: "First $\\hat{y}$. Then $\\frac{\\partial J}{\\partial w} = 2\\,(\\hat{y} - y)\\,x$.",
        because: "$\\hat{y} = 7$, and $2 \\cdot (7 - 9) \\cdot 2 = -8$.",
      },
      {
        ask: "The costs of a walk are 4, 6, 9, 13.5. What do you change first?",
        hint: "The gradient is right, and the cost still grows with every step.",
        because:
          "A smaller learning rate. The sign of the step is right, but each step leaps over the bottom and lands higher than before.",
        choices: [
          {
            text: "A smaller learning rate",
            right: true,
            because: "Yes. Each step leaps over the bottom and lands higher. Shorter steps land lower.",
          },
          {
            text: "A larger learning rate, to get out of there",
            because: "Longer steps leap even further over the bottom. The costs would grow faster.",
          },
          {
            text: "More steps",
            because: "Each step makes it worse by half. More of them lead further away.",
          },
        ],
      },
      {
        ask: "In the ravine $J = \\frac{a^2}{10} + 4b^2$ each step makes $b$ into $b - \\eta \\cdot 8b$. From which $\\eta$ on does $|b|$ no longer shrink?",
        solution: "2/8",
        tolerance: 0.0005,
        hint: "The step multiplies $b$ by $1 - 8\\eta$. When is that as large as $-1$?",
        because:
          "$1 - 8\\eta = -1$ for $\\eta = \\frac{2}{8} = 0.25$. Meanwhile $a$ is multiplied by $1 - 0.2 \\cdot 0.25 = 0.95$ in a step: along the floor the walk creeps. The steepest direction sets the learning rate for all.",
      },
      {
        ask: "Your place is on a contour of the map. In which direction does the gradient point?",
        hint: "Look at the dashed arrow and at the line through your place.",
        because:
          "Straight across the contour, to the higher side. Along the contour the cost does not change. The step goes the opposite way.",
        choices: [
          {
            text: "Along the contour",
            because: "Along the contour the cost stays the same. The gradient points to where it changes most.",
          },
          {
            text: "Across it, uphill",
            right: true,
            because: "Yes, at a right angle and uphill. Descent takes the opposite direction.",
          },
          {
            text: "To the lowest place of the map",
            because:
              "The gradient knows only the slope where you stand. In a bent valley the way straight down does not lead to the lowest place.",
          },
        ],
      },
    ],
  },

  summary: {
    title: "What to take along",
    lines: [
      "The sign of the slope tells which way the cost falls: go against it.",
      "One step for every parameter: $w \\leftarrow w - \\eta\\,\\frac{\\partial J}{\\partial w}$, with all slopes taken at the old place.",
      "The learning rate $\\eta$ turns a slope into a step. Too small crawls, too large oscillates or diverges.",
      "Near the bottom the slope fades, and the steps become shorter by themselves.",
      "With several parameters the slopes form the gradient. It crosses the contours at right angles and points uphill.",
    ],
    next: "Next: networks with several nodes in a layer, where one number reaches the cost on several ways.",
  },
};
