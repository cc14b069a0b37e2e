/** The lesson "The chain rule". `$...$` is LaTeX, `$$...$$` a line of it, `*...*` a term that is being introduced. */
export const en = {
  question: "Push $x$ a little. How far does $\\log(2 + \\cos x)$ move?",

  idea: {
    title: "A step travels along a chain",
    before: [
      "Here is a function inside a function: $h(x) = \\log(2 + \\cos x)$. To compute it by hand you need two stops. First you work out the inner part. Let us call it $u$.",
      "$$u = 2 + \\cos x$$",
      "Then you take the logarithm of what you have.",
      "$$h = \\log u$$",
      "Each line in the figure is one of these three numbers. Drag the square on the first line. The other two points follow.",
      "Now look at the arrows. The first one is a *nudge*: a small step $dx$ that $x$ takes. The second is the step $du$ that $u$ takes because of it. The third is the step $dh$ that $h$ takes because of that.",
    ],
    task: "Before you read on: by what must you multiply the first arrow to get the second? And the second to get the third? Read it off at a few places.",
    after: [
      "The number you multiply by is the slope of the link. For the link from $x$ to $u$ it is written $\\frac{du}{dx}$ and called the *inner derivative*. For the link from $u$ to $h$ it is $\\frac{dh}{du}$, the *outer derivative*.",
      "A step that passes two links is stretched twice. So the two slopes multiply. That is the *chain rule*.",
      "$$!\\frac{dh}{dx} = \\frac{dh}{du} \\cdot \\frac{du}{dx}$$",
      "In the other common way of writing it, with $h(x) = f(g(x))$:",
      "$$h'(x) = f'(g(x)) \\cdot g'(x)$$",
      "Mind where the outer derivative is taken: at the inner value $g(x)$, which is $u$. Not at $x$.",
    ],
    aside:
      "An arrow shows slope times nudge. The ring shows where the point really gets to. The two differ a little, because the slope changes on the way. Make the nudge smaller: the difference shrinks much faster than the nudge itself. In this course $\\log$ is the natural logarithm, and angles are in radians.",
  },

  worked: {
    title: "One function, worked in full",
    paragraphs: [
      "Every line below is an equation that holds. The reason comes first, then the equation, then the equation with the numbers at your $x$.",
      "Point at a part of a formula, and the same part lights up on every line where it stands.",
    ],
    at: "At $x =$",
    says: (product: string, slope: string, reverse: string, difference: string, step: string): string =>
      `the chain says $${product} = ${slope}$. Going backwards through the graph of the computation says $${reverse}$. Two points $${step}$ to the left and right of it, and the slope of the line through them, say $${difference}$.`,
  },

  own: {
    title: "Now your function",
    paragraphs: [
      "Type a function of your own, or take one of the examples. Everything below follows: the two graphs, the three computations of the slope, the steps, the chain. Where a step says *how?*, there is more beneath it. Where two rules fit, as for (x^2+1)/(x+2), *Another way* shows the other one beside it.",
      "You can write 2x, 3 sin x or (x+1)(x-1) without a multiplication sign. Powers are written x^2. The point $x$ is the same everywhere on this page: drag it wherever you see it.",
    ],
    steps: "Step by step",
    graphs: "The function, and its slope",
    check: "Three ways, one number",
    chain: "The chain of your function",
    back: "Back to log(2 + cos x)",
  },

  mistake: {
    title: "The two usual slips",
    paragraphs: [
      "The first slip is to forget the inner derivative. Then $\\log(2 + \\cos x)$ would get the slope $\\frac{1}{2 + \\cos x}$, which is positive everywhere. But the curve goes down between 0 and $\\pi$. One look at the graph shows that something is missing.",
      "The second slip is to take the outer derivative in the wrong place: $\\frac{1}{x} \\cdot (-\\sin x)$. The logarithm never saw $x$. What it was given is $u$, so its slope is $\\frac{1}{u}$.",
      "The table shows what each of the three formulas says at your $x$, and what the curve itself does. Drag $x$: now and then a wrong formula is right by chance. Only one is right always.",
    ],
    caption: (x: string): string => `Slope of log(2 + cos x) at x = ${x}`,
    rows: {
      right: "Both links",
      forgotten: "Inner derivative forgotten",
      misplaced: "Outer derivative taken at x",
      curve: "What the curve does",
    },
  },

  checks: {
    title: "Quick checks",
    questions: [
      {
        ask: "Near some $x$ the links have the slopes $\\frac{du}{dx} = -0.5$ and $\\frac{dh}{du} = 4$. You push $x$ up by $0.01$. By how much does $h$ change, to first order?",
        solution: "4*(-0.5)*0.01",
        tolerance: 0.0005,
        hint: "First find the step of $u$. Then hand it on.",
        because: "$du = -0.5 \\cdot 0.01 = -0.005$, and $dh = 4 \\cdot (-0.005) = -0.02$.",
      },
      {
        ask: "What is the derivative of $\\sin(x^2)$?",
        hint: "Let $u = x^2$. Which slope has $\\sin u$, and at which place?",
        because:
          "With $u = x^2$: $\\frac{dh}{du} = \\cos u$ and $\\frac{du}{dx} = 2x$. So the derivative is $\\cos(x^2) \\cdot 2x$.",
        choices: [
          {
            text: "$\\cos(x^2)$",
            because: "This is the outer derivative alone. The link from $x$ to $x^2$ is missing.",
          },
          {
            text: "$\\cos(2x)$",
            because: "Here the inner part was replaced by its own derivative. The outer derivative is taken at $x^2$.",
          },
          {
            text: "$\\cos(x^2) \\cdot 2x$",
            right: true,
            because: "Yes: the outer derivative at the inner value, times the inner derivative.",
          },
          {
            text: "$\\cos(x) \\cdot 2x$",
            because: "Both links are there, but the outer derivative was taken at $x$. It belongs at $x^2$.",
          },
        ],
      },
      {
        ask: "Let $h(x) = (3x + 1)^2$. What is $h'(1)$?",
        solution: "2*(3*1+1)*3",
        tolerance: 0.005,
        hint: "The inner part is $u = 3x + 1$. At $x = 1$ it is 4.",
        because: "$\\frac{dh}{du} = 2u = 8$ and $\\frac{du}{dx} = 3$. So $h'(1) = 8 \\cdot 3 = 24$.",
      },
    ],
  },

  summary: {
    title: "In five lines",
    lines: [
      "A function inside a function is a chain: $x \\to u \\to h$.",
      "Each link has a slope. It says how much longer a small step becomes on its way through the link.",
      "The slopes multiply: $\\frac{dh}{dx} = \\frac{dh}{du} \\cdot \\frac{du}{dx}$.",
      "The outer derivative is taken at the inner value.",
      "A longer chain has more links, and the rule stays the same: multiply them all.",
    ],
    next: "A neural network is such a chain, with numbers in its links that can be changed. The next lesson builds the smallest one there is.",
  },
};
