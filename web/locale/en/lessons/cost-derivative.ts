/** The lesson "The derivative of the cost". `$...$` is LaTeX, `$$...$$` a line of it, `*...*` a term that is new. */
export const en = {
  question: "You turn one of the four parameters a little. How much does the cost $J$ feel of it?",

  nudge: {
    title: "Turn one, hold the rest",
    paragraphs: [
      "This is the network of the last lesson, with its five lines.",
      "$$z_1 = w_1 x + b_1 \\qquad a_1 = \\sigma(z_1)$$",
      "$$z_2 = w_2 a_1 + b_2 \\qquad \\hat{y} = \\sigma(z_2)$$",
      "$$J = \\tfrac{1}{2}\\,(\\hat{y} - y)^2$$",
      "Before you read on, look at the table. Each row makes one parameter larger by $0.01$, holds the other three, and computes the five lines anew. To which parameter does $J$ react most? And which row would you have guessed?",
    ],
    after: [
      "The last column is the change of $J$ divided by the change of the parameter. Make the nudge smaller and smaller, and it becomes the *partial derivative*: $\\frac{\\partial J}{\\partial w_2}$ for the first of the output’s parameters. The curly $\\partial$ says that the others are held.",
      "A nudge gives a number. It does not say why the number is what it is. For that we derive, as on paper.",
    ],
    numbers: "Other numbers",
    caption: "Each parameter made larger by 0.01",
    head: { parameter: "Parameter", change: "J changes by", rate: "Per unit" },
  },

  paper: {
    title: "On paper",
    paragraphs: [
      "Choose a parameter. The five lines are a chain: each one uses the one before. So the derivative is a product of *links*, one for each line on the way from the parameter to the cost. First the chain is written down, then each link is worked out, then all is put together.",
      "Begin with $w_2$, whose way is short. Then take $w_1$. Point at any part: it lights up on every line. Where a step says *how?*, there is more beneath it. Under each line stand your numbers.",
    ],
    choose: "Derive by",
  },

  slope: {
    title: "The slope of the sigmoid",
    paragraphs: [
      "One link comes up again and again: the slope of the sigmoid. In the steps above it was taken from the table. Here it is derived once in full, from $\\sigma(z) = \\frac{1}{1 + e^{-z}}$.",
      "The result looks unlike what is in the table. But it is the same. Write $\\sigma = \\frac{1}{1 + e^{-z}}$. Then $1 - \\sigma = \\frac{e^{-z}}{1 + e^{-z}}$, and the product of the two is the last line.",
      "This is why the form is popular: who has computed $a = \\sigma(z)$ on the way forward has the slope for one multiplication, $a\\,(1 - a)$.",
    ],
    same: "The engine compared the last line with $\\sigma(z)\\,(1 - \\sigma(z))$: it is the same function everywhere.",
  },

  shared: {
    title: "Four products with one front part",
    paragraphs: [
      "Here are all four derivatives under each other. Read each from the cost back to its parameter. All four begin with the same two links. They are the derivative of $J$ by $z_2$, and have a name of their own.",
      "$$!\\delta_2 = \\frac{\\partial J}{\\partial z_2} = (\\hat{y} - y)\\,\\sigma'(z_2)$$",
      "$$!\\delta_1 = \\frac{\\partial J}{\\partial z_1} = \\delta_2\\,w_2\\,\\sigma'(z_1)$$",
      "With these two the four derivatives are short: $\\delta_2 a_1$, $\\delta_2$, $\\delta_1 x$ and $\\delta_1$. A bias has the factor 1 where a weight has its input, because $z$ grows by 1 when $b$ grows by 1.",
    ],
    count: (each: number, together: number): string =>
      `Worked out one by one, the four products take ${each} multiplications, those by 1 counted. With the front parts shared, they take ${together}. Here this saves little. The longer the chain and the more parameters hang on it, the more it saves: that is *backpropagation*, and a later lesson counts it.`,
  },

  bars: {
    title: "Which factor makes it small?",
    paragraphs: [
      "A product is as small as its smallest factors make it. The bars show the five factors of $\\frac{\\partial J}{\\partial w_1}$. The line is the factor 1. A bar to its right enlarges the product, a hatched one to its left shrinks it. Each mark of the scale is ten times the one before, so the lengths of the bars add where the factors multiply.",
    ],
    drag: "Drag the bias: $b_1 =$",
    watch:
      "Watch $\\sigma'(z_1)$. Far from 0 the sigmoid is flat, and its slope shrinks without end. Then nothing that comes before it can learn: the derivative *vanishes*. And even at its best, at $z = 0$, a sigmoid hands on no more than a quarter.",
  },

  hand: {
    title: "Now by hand",
    paragraphs: [
      "Take a calculator and a sheet of paper. Compute the five lines first, then the links, then the product. Keep four digits. An answer counts as right if it is off by at most 2 in 100.",
      "If one is off, the page says which one comes first. All that follow hang on it, so mend it before you look further.",
    ],
    given: (numbers: readonly string[]): string => `Your numbers: ${numbers.map((it) => `$${it}$`).join(", ")}.`,
    field: (line: number, what: string): string => `Line ${line}, ${what}`,
    right: "right",
    off: "off",
    check: "Check",
    reveal: "Show me the next one",
    first: (tex: string, line: number): string =>
      `The first that is missing or off is on line ${line}: $${tex.replace("\\tfrac", "\\frac")}$.`,
    all: "All of it is right. You have computed by hand what the graph computes, and what every network computes when it learns.",
  },

  decimals: {
    title: "How many decimals are enough?",
    paragraphs: [
      "By hand you write a rounded number on each line, and the next line starts from it. So each rounding travels to the end. Here the page does the same with as many decimals as you choose, beside the computation in full.",
      "Each line is computed from the rounded lines before it. Numbers that were given stay as they are.",
    ],
    task: "Choose $w_1$ and find the smallest number of decimals with which the result is off by less than 1 %. Then make $b_1$ large under the bars. Why does the same number no longer do?",
  },

  mistake: {
    title: "The usual slip",
    paragraphs: [
      "Many write $\\frac{\\partial J}{\\partial w_1} = (\\hat{y} - y)\\,\\sigma'(z_2)\\,\\sigma'(z_1)\\,x$. It looks complete, with an error, two slopes and an input. But $z_2 = w_2 a_1 + b_2$ hears of $a_1$ through the weight $w_2$. The link $\\frac{\\partial z_2}{\\partial a_1} = w_2$ is missing.",
      "Whenever you doubt a derivative, nudge. The table computes all four in three ways that know nothing of each other. Try it with the sliders under the bars: set $w_2$ to 0. Then $w_1$ and $b_1$ have no say, and their derivatives are 0. The slip would not show that.",
    ],
  },

  checks: {
    title: "Quick checks",
    questions: [
      {
        ask: "Suppose $\\hat{y} = 0.8$, $y = 1$ and $\\sigma'(z_2) = 0.16$. How large is $\\delta_2$?",
        solution: "(0.8 - 1)*0.16",
        tolerance: 0.0005,
        hint: "The front part is the error times the slope of the output’s sigmoid.",
        because: "$\\delta_2 = (\\hat{y} - y)\\,\\sigma'(z_2) = (-0.2) \\cdot 0.16 = -0.032$.",
      },
      {
        ask: "With this $\\delta_2 = -0.032$ and $a_1 = 0.5$: how large is $\\frac{\\partial J}{\\partial w_2}$?",
        solution: "-0.032*0.5",
        tolerance: 0.0005,
        hint: "Which number does $w_2$ multiply?",
        because: "$\\frac{\\partial J}{\\partial w_2} = \\delta_2 \\cdot a_1 = -0.032 \\cdot 0.5 = -0.016$.",
      },
      {
        ask: "The input is $x = 0$. What does that do to the derivatives of the inner node?",
        hint: "Look at the last link of each of the two.",
        because:
          "$\\frac{\\partial J}{\\partial w_1} = \\delta_1 \\cdot x = 0$, while $\\frac{\\partial J}{\\partial b_1} = \\delta_1$ does not contain $x$.",
        choices: [
          {
            text: "Both are 0",
            because: "The bias is added whatever $x$ is. Its last link is 1, not $x$.",
          },
          {
            text: "Only $\\frac{\\partial J}{\\partial w_1}$ is 0",
            right: true,
            because: "Yes: $w_1$ multiplies the input, and an input of 0 makes every weight the same.",
          },
          {
            text: "Neither is 0",
            because: "The last link of $\\frac{\\partial J}{\\partial w_1}$ is $x$, and it is a factor of the product.",
          },
        ],
      },
    ],
  },

  summary: {
    title: "What to take along",
    lines: [
      "A partial derivative says how $J$ reacts to one parameter while the others are held.",
      "It is the product of the links on the way from the parameter to the cost.",
      "$\\sigma' = \\sigma\\,(1 - \\sigma)$ is at most $\\frac{1}{4}$.",
      "All four products begin with $\\delta_2$, two of them go on to $\\delta_1 = \\delta_2\\,w_2\\,\\sigma'(z_1)$.",
      "A weight’s derivative is the $\\delta$ of its node times what the weight multiplies; a bias’s is the $\\delta$ itself.",
    ],
    next: "You have the four numbers. The next lesson uses them: it walks downhill.",
  },
};
