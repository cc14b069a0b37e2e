/** The lesson "Derivatives". `$...$` is LaTeX, `$$...$$` a line of it, `*...*` a term that is being introduced. */
export const en = {
  question: "A road climbs, flattens, falls. How steep is it at *one* place?",

  secant: {
    title: "From two points to one",
    before: [
      "Between two places it is easy to say how steep a road is: how far up, divided by how far along. The figure shows a curve and two points on it. The square is at $x$, the other one is $h$ further on.",
      "The line through both is called a *secant*. The dashed triangle shows what its slope is made of: $h$ along, and so much up. Their quotient stands below.",
      "$$!\\frac{f(x + h) - f(x)}{h}$$",
    ],
    task: "Before you read on: drag the slider to the left, so that $h$ becomes small. Watch the line and the number. Does the number run away, or does it come to rest?",
    after: [
      "The closer the second point comes, the less the secant changes. It comes to rest at a line that touches the curve: the *tangent*. Its slope is the slope of the curve at $x$, and it has a name: the *derivative* of $f$ at $x$, written $f'(x)$ or $\\frac{df}{dx}$.",
      "The distance never becomes 0, since nothing can be divided by 0. What counts is where the quotient is going. That is called a *limit*.",
    ],
    at: "At $x =$",
    slope: (slope: string): string => `the derivative is $${slope}$. Drag the number, or the square in the figure.`,
  },

  curve: {
    title: "A slope at every place",
    paragraphs: [
      "The curve has a slope at each of its places. So the slopes make a curve of their own, the lower one in the figure. Where the upper curve climbs, the lower one is above 0. Where the upper one turns, the lower one crosses 0.",
      "Drag the point and compare. Then type a function of your own.",
    ],
  },

  rules: {
    title: "How to find it without a limit",
    paragraphs: [
      "Nobody computes a limit each time. A few rules are enough, and each of them has been proved once with such a limit.",
      "*A constant factor stays.* Three times as high is three times as steep.",
      "*A sum is derived term by term.* The steepness of two roads, one upon the other, adds.",
      "*In a product each factor takes its turn.* $(f g)' = f' g + f g'$. If both sides of a rectangle grow a little, its area grows along the one side and along the other.",
      "*A quotient is a product with one over something.* $(f/g)' = \\frac{f' g - f g'}{g^2}$. Mind the order above the line: the minus belongs to $g'$.",
      "Choose one, and read its steps from top to bottom.",
    ],
    choose: "Which rule",
    names: ["Factor", "Sum", "Product", "Quotient"],
  },

  table: {
    title: "The table",
    paragraphs: [
      "The rules take a function apart. What is left at the end stands in a table. This is the table that the engine itself derives with, so nothing in this course can disagree with it.",
      "The line is the function, the dashed one is its derivative. *Show* puts the function into the figures above. In this course $\\log$ is the natural logarithm, and angles are in radians.",
    ],
  },

  kinks: {
    title: "Where there is no slope",
    paragraphs: [
      "Look at $|x|$ at 0. From the left the curve comes with slope $-1$, to the right it leaves with slope 1. Secants to the two sides come to rest at different lines, so there is no derivative at 0. Such a place is called a *kink*.",
      "Programs that train networks meet kinks all the time, and have to say something there. In this course the slope of $|x|$ at 0 counts as 0, and so does that of $\\mathrm{relu}(x)$, which is 0 up to 0 and $x$ from there on. That is a convention, not a derivative, and the page says so where it matters.",
      "Other functions have no value at some places, and so no slope: $\\frac{1}{x}$ at 0, or $\\log x$ for everything below 0. There the curve has a gap.",
    ],
  },

  checks: {
    title: "Quick checks",
    questions: [
      {
        ask: "Let $f(x) = x^2$. What is the slope of the secant through the points at $x = 1$ and $x = 3$?",
        solution: "(3^2 - 1^2)/(3 - 1)",
        tolerance: 0.005,
        hint: "How far up, divided by how far along.",
        because: "$\\frac{9 - 1}{3 - 1} = \\frac{8}{2} = 4$.",
      },
      {
        ask: "What is the derivative of $x^2$ at $x = 3$?",
        solution: "2*3",
        tolerance: 0.005,
        hint: "A power: the exponent comes down, and one is taken from it.",
        because: "The derivative of $x^2$ is $2x$, and $2 \\cdot 3 = 6$.",
      },
      {
        ask: "What is the derivative of $x \\sin x$?",
        hint: "Two factors: each takes its turn while the other stays.",
        because: "$1 \\cdot \\sin x + x \\cdot \\cos x$.",
        choices: [
          {
            text: "$\\cos x$",
            because:
              "This is the product of the two derivatives, $1 \\cdot \\cos x$. A product needs a sum of two parts.",
          },
          {
            text: "$\\sin x + x \\cos x$",
            right: true,
            because: "Yes: first $x$ takes its turn, then $\\sin x$.",
          },
          {
            text: "$\\sin x - x \\cos x$",
            because: "The minus belongs to $\\cos x$, whose derivative is $-\\sin x$. Here $\\sin x$ is derived.",
          },
        ],
      },
    ],
  },

  summary: {
    title: "In five lines",
    lines: [
      "A secant goes through two points of a curve; its slope is up divided by along.",
      "When the second point comes close, the secant becomes the tangent, and its slope the derivative $f'(x)$.",
      "The derivatives at all places are a function, too.",
      "Factors stay, sums go term by term, in a product each factor takes its turn, and the rest is a table.",
      "At a kink there is no derivative, only a convention.",
    ],
    next: "One rule is missing, the one that networks live on: what if one function stands inside another? That is the next lesson.",
  },
};
