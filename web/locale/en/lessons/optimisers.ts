/** The lesson "Optimisers and initialisation". `$...$` is LaTeX, `$$...$$` a line of it, `*...*` a term that is being introduced. */
import { figures } from "./optimisers-figures";

export const en = {
  figures,

  question:
    "Two people train the same network on the same data. One is done in seconds, the other never gets anywhere. What did they choose differently?",

  batches: {
    title: "How many examples make a step?",
    paragraphs: [
      "Press *Play*. Three copies of one network start from the same weights and learn from the same 100 points. They differ in one thing: how many points they look at before they take a step.",
    ],
    after: [
      "The gradient of $J$ is a mean over all examples. The exact one needs all of them, for a single step. This is *batch gradient descent*: the dashed line, one step in each epoch.",
      "One may also take one example, drawn at random, and step against the gradient of that one. This is *stochastic gradient descent*. Each step is cheap and rough: many of them make $J$ larger, since they please one point and upset others. But there are a hundred in each epoch, and on average they lead down.",
      "In between are *mini-batches*. The mean of ten gradients is smoother than a single one, and a computer is good at computing ten at once. That is what people use.",
      "Now compare after the same number of *updates*. The large lead is gone. One step against all the data is about as good as one step against a single point, and steadier. There are only so few of them.",
      "Then make $\\eta$ larger. The run with single examples gets restless first. A small batch wants a small learning rate.",
    ],
  },

  race: {
    title: "A race of optimisers",
    paragraphs: [
      "Here is the smallest network there is: one node, $\\hat{y} = \\sigma(w x + b)$. It learns from twelve students. $x$ is how many hours they practised, and $y$ is 1 if they passed. It has two parameters only, so its whole *loss landscape* fits on a map: the stronger its colour, the larger $J$ is there.",
      "Press *Play*. Four optimisers leave from the same ring. Then drag the ring to another place, or change the learning rate $\\eta$, and let them race again.",
    ],
    after: [
      "*Gradient descent* goes down the steepest way. That leads it quickly to the floor of the valley. There the slope along the floor is small, and so are its steps.",
      "*Momentum* keeps most of its last step and adds the new gradient. Where the gradients agree, it gets faster and faster. It also overshoots, like a ball that rolls.",
      "*RMSProp* divides each gradient by the size that this parameter’s gradients have had lately. A flat direction gets long steps, a steep one short steps. Its steps do not get shorter near the lowest place, so it may hover there.",
      "*Adam* does both: it averages the gradients like momentum, and divides by their size like RMSProp.",
    ],
    note: "The settings are the usual ones: momentum with $\\mu = 0.9$, RMSProp with $\\alpha = 0.9$, Adam with $\\beta_1 = 0.9$ and $\\beta_2 = 0.999$. Every step uses all twelve students.",
  },

  update: {
    title: "One step, line by line",
    paragraphs: [
      "What does an optimiser compute in one step? Here it is, with the numbers of the race above. Choose who runs, and press *Next step*. The race moves with it.",
      "All of them start from the gradient $g$, the derivative of $J$ by the parameter. Gradient descent needs nothing else. The others remember something from step to step: momentum one number for each parameter, RMSProp one, Adam two.",
      "Look at Adam’s first step, or RMSProp’s. The gradient is divided by its own size. So the length of the step hardly depends on how steep it is here: for Adam’s first step it is $\\eta$.",
    ],
    live: {
      label: "η",
      before: "Try it with $\\eta$ =",
      after: (descent: string, rmsprop: string, adam: string) =>
        `and the ring where it is in the race. The first step of gradient descent moves $w$ by ${descent}, that of RMSProp by ${rmsprop}, and that of Adam by ${adam}. Move the ring to where it is flatter, and only the first number shrinks.`,
    },
  },

  zeros: {
    title: "Why zeros fail",
    paragraphs: [
      "Before the first step, each weight needs a value. Why not 0? Or the same number for all? Press *Play* and compare. The three networks have four hidden nodes with $\\tanh$ each. Only their first weights differ.",
      "With zeros, the hidden nodes answer $\\tanh(0) = 0$, and the weights behind them are 0. Every product on the way back has a factor 0. No gradient for them, so no step. Only the bias of the output can move.",
      "With equal weights, there are gradients. But all four nodes get the same inputs, give the same answer and are passed the same $\\delta$. So they take the same step, and are equal again. This is called *symmetry*, and descent cannot break it. Four nodes do the work of one.",
      "Random weights break it. Each node starts at a place of its own and finds something of its own to do. The biases may well start at 0.",
    ],
  },

  depth: {
    title: "Deep networks: gradients that vanish or explode",
    paragraphs: [
      "The figure shows a network before its first step. It has $L$ hidden layers of 16 nodes each, and one output. Each bar is the size of the gradient in one layer. The scale is *logarithmic*: from one line to the next, the size grows a thousand times.",
      "Try this. Pull $L$ up to 20. Then change the activation. Then change how the first weights are drawn.",
      "You know why this happens. The gradient goes back through the layers one by one, and in each of them it is multiplied by the weights and by the slopes of the activation. Factors below 1 make it *vanish*. Factors above 1 make it *explode*.",
    ],
    live: {
      factor: "factor in each layer",
      depth: "layers",
      before: "Take a factor of",
      between: "in each of",
      after: (result: string) => `layers. After the last of them, 1 has become ${result}.`,
    },
    after: [
      "A layer is *saturated* if at least half of its slopes are almost 0: below a twentieth of the steepest. It is *half dead* if at least half of its nodes have a slope of 0 for every example. It counts as *vanished* or *exploded* if its gradient is a thousand times smaller or larger than that of the output.",
      "The slope of the sigmoid is $\\frac{1}{4}$ at most. Each layer of it takes at least three quarters away, unless the weights are large enough to make up for it.",
      "So the weights must fit the layer. A node adds up $n$ products, one for each input. The more there are, the larger the sum. *Xavier* draws weights with the variance $\\frac{2}{n_{\\text{in}} + n_{\\text{out}}}$, which keeps a signal’s size where the slope is about 1: for $\\tanh$ near 0. *He* draws with the variance $\\frac{2}{n_{\\text{in}}}$, since ReLU lets only half of its inputs through.",
      "Here $n_{\\text{in}}$ is how many inputs each node of the layer has, and $n_{\\text{out}}$ how many nodes the layer has. All weights are drawn from a normal distribution around 0; for “Small” and “Large” its standard deviation is 0.1 and 2. All biases start at 0.",
    ],
  },

  mistakes: {
    title: "Common mistakes",
    paragraphs: [
      "*“The best optimiser is the best at any learning rate.”* The table has the race at three of them. Look for the lowest $J$ in each column. The order changes, and what wins at one rate may be last at another. A learning rate belongs to its optimiser: whoever changes the one must look for the other again. Press a rate to see its race.",
      "*“Zero is a neutral start.”* From zeros, as from any equal numbers, the hidden nodes never become different.",
      "*“If the loss goes up after a step, something is broken.”* With small batches, nearly every other step may do that. Look at the loss over a whole epoch.",
    ],
  },

  checks: {
    title: "Quick checks",
    questions: [
      {
        ask: "There are 600 examples, and each batch has 20 of them. How many updates are made in one epoch?",
        solution: "600/20",
        tolerance: 0.001,
        hint: "In one epoch each example is used once.",
        because: "$600 / 20 = 30$ batches, and each of them makes one update.",
      },
      {
        ask: "Momentum remembers $s = 0.5$ and keeps $\\mu = 0.9$ of it. The new gradient is $g = -0.2$, and $\\eta = 0.1$. By how much does the parameter change?",
        solution: "-0.1*(0.9*0.5 + (-0.2))",
        tolerance: 0.0005,
        hint: "First $s_{\\text{new}} = \\mu s + g$. Then the step is $-\\eta\\, s_{\\text{new}}$.",
        because:
          "$s_{\\text{new}} = 0.9 \\cdot 0.5 - 0.2 = 0.25$, and the change is $-0.1 \\cdot 0.25 = -0.025$. The parameter still moves the old way, although the new gradient points the other way.",
      },
      {
        ask: "In its first step Adam has $\\hat{m} = g$ and $\\hat{v} = g^2$. The gradient is $g = 0.003$, and $\\eta = 0.01$. By how much does the parameter change?",
        solution: "-0.01*0.003/(sqrt(0.003^2) + 1e-8)",
        tolerance: 0.0001,
        hint: "Put them into $-\\eta\\,\\frac{\\hat{m}}{\\sqrt{\\hat{v}} + \\epsilon}$. What is $\\sqrt{g^2}$?",
        because:
          "$-0.01 \\cdot \\frac{0.003}{0.003} = -0.01$. Only the sign of $g$ counts in the first step. Its size is divided away.",
      },
      {
        ask: "A network starts with all weights and biases equal to 0.5. What can training do with its hidden layer?",
        hint: "Look at the middle one of the three networks above, and at its table.",
        because: "Its nodes get equal gradients, so they stay equal. The layer works as if it had one node.",
        choices: [
          {
            text: "Nothing: all gradients are 0",
            because: "That holds for zeros. Here the gradients are not 0. Look at the table: the numbers move.",
          },
          {
            text: "Move all its nodes, but all in the same way",
            right: true,
            because: "Yes. Equal nodes get equal gradients, and stay equal.",
          },
          {
            text: "Everything: after a few steps the nodes differ",
            because:
              "What should make them differ? They have the same inputs, the same weights, and the same $\\delta$.",
          },
        ],
      },
      {
        ask: "A network has 10 hidden layers, and on its way back the gradient is multiplied by about 0.3 in each. What is 1 after ten such factors?",
        solution: "0.3^10",
        tolerance: 0.0000002,
        hint: "Ten equal factors are a power. You may type it as one.",
        because: "$0.3^{10} \\approx 5.9 \\cdot 10^{-6}$. The first layer hardly learns.",
      },
    ],
  },

  summary: {
    title: "What to take along",
    lines: [
      "A small batch gives a rough gradient early, a large one gives a smooth gradient late.",
      "Momentum keeps going: each step is a sum of past gradients that fade.",
      "RMSProp and Adam divide by the size of recent gradients, so each weight gets a step length of its own.",
      "Nodes that start equal stay equal. So the first weights must be drawn at random.",
      "Gradients are multiplied layer by layer. Xavier and He draw weights that keep their size.",
    ],
    next: "Next: the laboratory. There you choose all of this yourself, for a network of your own.",
  },
};
