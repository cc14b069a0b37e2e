/** The lesson "A very small network". `$...$` is LaTeX, `$$...$$` a line of it, `*...*` a term that is being introduced. */
export const en = {
  question: "A network gives a wrong answer. Which of its numbers should change, which way, and by how much?",

  lines: {
    title: "Five lines",
    paragraphs: [
      "Try this first. The network in the figure is given the number $x$ and should answer with $y$. Move the four sliders $w_1$, $b_1$, $w_2$, $b_2$ until the cost $J$ is as small as you can make it.",
      "Each slider changes everything that comes after it. With four of them one can still search. With a million one cannot. So let us see what happens inside.",
    ],
    inner: [
      "The network takes its *input* $x$, multiplies it by a *weight* $w_1$ and adds a *bias* $b_1$. The result is called the *pre-activation* of the inner node.",
      "$$z_1 = w_1 x + b_1$$",
      "Then it is bent. The *sigmoid* function $\\sigma(z) = \\frac{1}{1 + e^{-z}}$ turns any number into one between 0 and 1. What comes out is the node’s *activation*.",
      "$$a_1 = \\sigma(z_1)$$",
      "The output node does the same with what it gets from the inner node. It has a weight and a bias of its own. Its activation is the network’s answer: $\\hat{y}$, said “y hat”.",
      "$$z_2 = w_2 a_1 + b_2 \\qquad \\hat{y} = \\sigma(z_2)$$",
      "The right answer is $y$. How far off are we? The *cost* is half the square of the error.",
      "$$J = \\tfrac{1}{2}\\,(\\hat{y} - y)^2$$",
      "The half is a convention of this course: it cancels the 2 that comes down when the square is derived. It changes the size of $J$, not the place where $J$ is smallest.",
    ],
    live: "The five lines with your numbers",
    restore: "First numbers again",
  },

  graph: {
    title: "Forward, then backward",
    paragraphs: [
      "Here are the same five lines as a graph. Each card is one number, each arrow says “goes into”. Press *One step* and follow it.",
      "On the way *forward* the values are filled in, from the input to the cost. On the way *backward* each card gets a second number: its *gradient*, which says how fast $J$ grows when this number grows. The link between two cards carries the derivative of the one by the other, and the gradient is multiplied by it on its way.",
    ],
  },

  chain: {
    title: "Four derivatives, one front part",
    paragraphs: [
      "How does $J$ react to $w_2$? The answer is written $\\frac{\\partial J}{\\partial w_2}$: the derivative of $J$ by $w_2$, and the curly $\\partial$ says that the other numbers are held. The weight moves $z_2$, that moves $\\hat{y}$, and that moves $J$. This is a chain, so the links multiply. The same holds for the other three, and the way to $w_1$ and $b_1$ is longer.",
      "Read the products from left to right, from the cost back into the network. The first two links are the same every time. Compute them once, call them $\\delta_2$, and use them again. The first four are the same for $w_1$ and $b_1$: call them $\\delta_1$. This sharing has a name: *backpropagation*.",
    ],
    asides: [
      "The link through the sigmoid is its slope, $\\sigma'(z) = \\sigma(z)\\,(1 - \\sigma(z))$. It is largest at $z = 0$, and even there it is only $\\frac{1}{4}$. Push $z_1$ far away from 0 and watch the two lower products fade.",
      "A common mistake is to write $\\frac{\\partial J}{\\partial w_1} = \\delta_2 \\cdot x$. The way from $z_2$ to $w_1$ leads through $a_1$ and $z_1$: the links $w_2$ and $\\sigma'(z_1)$ belong to it.",
    ],
  },

  proof: {
    title: "Why believe it?",
    paragraphs: [
      "Here each of the four numbers is computed in three ways that know nothing of each other. *Formula*: the five lines are put into one another, derived by the rules, and evaluated. *Graph*: the walk backward that you saw. *Nudge*: the parameter is made a little larger, then a little smaller, and the change of $J$ is divided by the distance.",
      "Move any slider. They stay together. Where a digit is grey, it differs from the first column: the nudge is not infinitely small.",
    ],
  },

  step: {
    title: "One step down",
    paragraphs: [
      "Now we can answer the question. A positive gradient says: $J$ grows with this parameter, so make the parameter smaller. A negative one says: make it larger. And a steep one may go further than a flat one. All of this is one line for each parameter:",
      "$$w \\leftarrow w - \\eta\\,\\frac{\\partial J}{\\partial w}$$",
      "The *learning rate* $\\eta$, said “eta”, is how far we go. The tangent also predicts what the step will bring: $J$ falls by $\\eta$ times the sum of the squared gradients. The curve bends away from its tangent, so what we get differs a little, and more with a long step.",
      "Press the button a few times. The sliders above move with it, and so does everything else on this page.",
    ],
  },

  larger: {
    title: "Now a slightly larger one",
    paragraphs: [
      "This network has two inputs, layers of four and of two inner nodes, and one output: 25 parameters. It should tell the points of one kind, $y = 0$, from those of the other, $y = 1$. The inner nodes bend with $\\tanh$, which has the shape of $\\sigma$ but runs from $-1$ to $1$.",
      "Nothing in it is new. Each update goes forward, backward and one step down, with ten points at a time (a *batch*), and follows the mean of their gradients. One round through all points is an *epoch*. $J$ is the mean of $\\frac{1}{2}(\\hat{y} - y)^2$ over all points.",
      "The colours of the square are the network’s answer at each place. The line is where it cannot decide: $\\hat{y} = \\frac{1}{2}$. Press *Play*.",
    ],
  },

  checks: {
    title: "Quick checks",
    questions: [
      {
        ask: "The input is $x = 2$, the weight $w_1 = 0.5$, the bias $b_1 = -1$. How large is $a_1$?",
        solution: "sigmoid(0.5*2 - 1)",
        tolerance: 0.005,
        hint: "First $z_1 = w_1 x + b_1$. Then the sigmoid of that.",
        because: "$z_1 = 0.5 \\cdot 2 - 1 = 0$, and $a_1 = \\sigma(0) = \\frac{1}{1 + 1} = 0.5$.",
      },
      {
        ask: "$\\frac{\\partial J}{\\partial w_1}$ and $\\frac{\\partial J}{\\partial b_1}$ have five links each. In which do they differ?",
        hint: "Look at the two lower products, link by link.",
        because:
          "Only the last link differs: $\\frac{\\partial z_1}{\\partial w_1} = x$ and $\\frac{\\partial z_1}{\\partial b_1} = 1$.",
        choices: [
          { text: "In the first two", because: "The first two are $\\delta_2$. All four derivatives share them." },
          {
            text: "In $\\frac{\\partial a_1}{\\partial z_1}$",
            because: "Both ways lead through $a_1$ and $z_1$, so both have this link.",
          },
          {
            text: "Only in the last",
            right: true,
            because:
              "Yes: $\\frac{\\partial z_1}{\\partial w_1} = x$ and $\\frac{\\partial z_1}{\\partial b_1} = 1$. Everything before is $\\delta_1$.",
          },
        ],
      },
      {
        ask: "Suppose $\\delta_2 = -0.2$, $w_2 = 3$, $\\sigma'(z_1) = 0.25$ and $x = 2$. How large is $\\frac{\\partial J}{\\partial w_1}$?",
        solution: "-0.2*3*0.25*2",
        tolerance: 0.0005,
        hint: "Start with $\\delta_2$ and multiply by the links that lead on to $w_1$.",
        because: "$\\delta_2 \\cdot w_2 \\cdot \\sigma'(z_1) \\cdot x = -0.2 \\cdot 3 \\cdot 0.25 \\cdot 2 = -0.3$.",
      },
      {
        ask: "The gradient of $b_2$ is $-0.4$. What does a step of gradient descent do to $b_2$?",
        hint: "The step goes against the gradient: $b_2 \\leftarrow b_2 - \\eta \\cdot (-0.4)$.",
        because: "$b_2$ becomes larger: subtracting $\\eta \\cdot (-0.4)$ adds $0.4\\,\\eta$.",
        choices: [
          {
            text: "$b_2$ becomes larger",
            right: true,
            because: "Yes. $J$ falls when $b_2$ grows, so $b_2$ grows, by $0.4\\,\\eta$.",
          },
          {
            text: "$b_2$ becomes smaller",
            because: "That would be up the slope: a negative gradient means that $J$ falls when $b_2$ grows.",
          },
          {
            text: "It depends on $y$",
            because: "$y$ has its say in the gradient already. Once that is known, the step is, too.",
          },
        ],
      },
    ],
  },

  summary: {
    title: "What to take along",
    lines: [
      "A node computes a weighted sum and a bias, $z = w x + b$, and bends it, $a = \\sigma(z)$.",
      "The cost $J = \\frac{1}{2}(\\hat{y} - y)^2$ says how far the answer is off.",
      "The derivative of $J$ by a parameter is the product of the links on the way to it.",
      "Products share their front parts. Computing each part once, from the back, is backpropagation.",
      "A step against the gradient, $w \\leftarrow w - \\eta\\,\\frac{\\partial J}{\\partial w}$, makes the cost smaller if it is not too long.",
    ],
    next: "Next: the same four derivatives derived line by line, as you would on paper.",
  },
};
