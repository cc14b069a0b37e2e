/** The lesson "Backpropagation in a fully connected network". `$...$` is LaTeX, `$$...$$` a line of it, `*...*` a new term. */
const listed = (items: readonly string[]): string =>
  items.length < 2 ? (items[0] ?? "") : `${items.slice(0, -1).join(", ")} and ${items.at(-1) ?? ""}`;

export const en = {
  question: "An inner weight reaches the cost on several ways at once. How much does it count for?",

  nets: { textbook: "2-2-2, textbook", xor: "2-2-1, XOR" },
  net: "Which network",
  example: "Which example",
  exampleOf: (x1: string, x2: string, y: string): string => `${x1}, ${x2} → ${y}`,
  restore: "First numbers again",
  follow: "Which number is nudged and followed",

  ways: {
    title: "One weight, two ways",
    before: [
      "This network has two inputs, two inner nodes and two output nodes. Each node of a layer is joined to each node of the next layer. Such a network is called *fully connected*.",
      "Try this first. Choose one of the inner weights $w_1$ to $w_4$ and move the nudge. The lines show how the change travels. On how many ways does it get to the cost $J$? Do the ways agree?",
    ],
    after: [
      "Every node does what you know from the small network. It takes a weighted sum, now of two numbers, and bends it:",
      "$$z_1 = w_1 x_1 + w_2 x_2 + b_1$$",
      "$$a_1 = \\sigma(z_1)$$",
      "The nudge moves $z_1$, and that moves $a_1$. But $a_1$ goes into *both* output nodes. There the way forks.",
      "Each way is a chain, so its links multiply. What arrives on the two ways is added. That is the *fork rule*:",
      "$$!\\frac{\\partial J}{\\partial a_1} = \\frac{\\partial J}{\\partial z_3} \\cdot \\frac{\\partial z_3}{\\partial a_1} + \\frac{\\partial J}{\\partial z_4} \\cdot \\frac{\\partial z_4}{\\partial a_1}$$",
      "Why add? After a small nudge each way changes $J$ a little, whether or not the other way is there. Both together change it by the sum. The lowest bar shows what $J$ really does. It differs a little, because the links bend on the way. A smaller nudge brings the two together.",
      "The cost is one number, so that there is one thing to make small. It is the sum over the outputs, with the half that this course keeps everywhere:",
      "$$J = \\tfrac{1}{2}(\\hat{y}_1 - y_1)^2 + \\tfrac{1}{2}(\\hat{y}_2 - y_2)^2$$",
    ],
    nudge: "the nudge",
    known:
      "These are the numbers of a worked example that many courses use, so you can compare: with the first numbers $J$ is 0.298371109.",
    at: "With $x_1 =$",
    cost: (cost: string): string => `the cost is $J = ${cost}$.`,
    xor: "The second network has one output: an inner weight has one way only. Choose $x_1$ there. It forks at once.",
    figure: {
      sum: "together",
      really: (symbol: string): string => (symbol ? "what J really does" : "J"),
      sentence: (ways: readonly { through: string; change: string }[], sum: string, really: string): string =>
        `The nudge arrives at J ${listed(ways.map(({ through, change }) => `through ${through} as ${change}`))}. ` +
        `Together ${sum}; J really changes by ${really}.`,
    },
  },

  graph: {
    title: "Every node once, from the back",
    paragraphs: [
      "The same network with all its weights. Press *One step* until the values have reached $J$. Then the gradients come back, link by link. Each link multiplies.",
      "Watch $a_1$. First one output node sends it a share, and then the other one adds its own. Only when both have arrived does the gradient travel on to $z_1$. That is why one walk backward is enough for all weights: every node waits for all of its shares, and passes on one number.",
      "There is another direction. In *forward mode* the derivatives run along with the values: all of them by *one* number, the one that you follow. One walk gives one derivative. For another weight you walk again.",
    ],
    mode: "Direction of the derivatives",
    modes: { reverse: "Reverse mode", forward: "Forward mode" },
  },

  ledger: {
    title: "All the ways, written out",
    paragraphs: [
      "Here are the ways from two weights to $J$, one in each row. A row is a product of links, read from the cost back to the weight. The rows of a weight add up to its derivative.",
      "Look at the front parts. They come again and again. Switch to *Front parts used again*: what an earlier row has multiplied already is grey, and costs nothing.",
      "The rows of one weight also share their end. So one can add first, at the fork, and multiply by the end once. Both savings together are backpropagation.",
    ],
    figure: {
      mode: "How the products are computed",
      alone: "Each way by itself",
      reuse: "Front parts used again",
      together: (rows: number): string => (rows === 1 ? "one way" : `${rows} ways, added`),
      cost: (count: number): string => (count === 1 ? "1 multiplication" : `${count} multiplications`),
      total: (count: number): string => `In all rows together: ${count} multiplications`,
      known: "known already",
    },
  },

  growth: {
    title: "Why nobody adds up paths",
    paragraphs: [
      "Two ways are no trouble. Now let the network grow. Each further inner layer multiplies the number of ways by its number of nodes.",
      "The bars count the multiplications for *all* derivatives of the network. Path by path, they explode. Forward mode needs one walk for each weight, bias and input. Reverse mode needs one walk for all of them, about one multiplication for each link.",
    ],
    figure: {
      symbols: { layers: "\\text{layers}", units: "\\text{nodes}" },
      labels: { layers: "Inner layers", units: "Nodes in each inner layer" },
      size: (parameters: number, paths: number, written: string): string =>
        `${parameters} weights and biases. From the first weight ${paths === 1 ? "1 way leads" : `${written} ways lead`} to J.`,
      ways: { pathSum: "Path by path", forward: "Forward mode", reverse: "Reverse mode" },
      caption: "Multiplications for all derivatives of the network",
      scale: "Multiplications, counted by the engine. The scale is logarithmic: each line is ten times the one before.",
      picture: (layers: number, units: number): string =>
        `A network with ${layers} inner ${layers === 1 ? "layer" : "layers"} of ${units} ${units === 1 ? "node" : "nodes"}`,
      sentence: (pathSum: string, forward: string, reverse: string): string =>
        `Multiplications: path by path ${pathSum}, forward mode ${forward}, reverse mode ${reverse}.`,
    },
  },

  tree: {
    title: "Where does this number come from?",
    paragraphs: [
      "The gradient at a pre-activation has a name of its own: $\\delta$, said “delta”. It carries the number of its $z$: $\\delta_1 = \\frac{\\partial J}{\\partial z_1}$. With it, every weight has the same short rule:",
      "$$\\frac{\\partial J}{\\partial w} = \\delta_{\\text{after}} \\cdot a_{\\text{before}}$$",
      "The $\\delta$ of the node that the weight leads to, times the number that the weight multiplies. For a bias that number is 1.",
      "Choose a weight and unfold its $\\delta$, until you stand at the cost. Where a line says *a fork*, two products are added.",
    ],
    choose: "Derivative by",
    figure: {
      unfold: (symbol: string): string => `where from: $${symbol}$`,
      fold: (symbol: string): string => `fold $${symbol}$`,
      fork: "a fork: add",
      unfoldAll: "Unfold all",
      foldAll: "Fold all",
    },
  },

  matrices: {
    title: "The same sums as products of matrices",
    paragraphs: [
      "Nobody writes all these sums out. Put the weights of a layer into a table, one row for each node, one column for each number that comes in. Such a table is a *matrix*. $W^{(1)}$ belongs to the inner layer, $W^{(2)}$ to the output layer.",
      "You read the scalar sums first. Then fold them: a row of the matrix times a column of numbers is one of the sums. Point at an entry of a left side. What it is made of lights up, and its sum unfolds below.",
      "Under each matrix stands its *shape*: rows × columns. In a product the two numbers in the middle have to be equal: a 2 × 2 times a 2 × 1 is a 2 × 1. The sign ⊙ multiplies entry by entry.",
      "On the way back the matrix is *transposed*: $(W^{(2)})^{\\mathrm{T}}$ has the columns of $W^{(2)}$ as its rows. Forward, a row collects what goes *into* a node. Backward, a column collects what came *out of* it: these are the forks, and the sum is the fork rule.",
    ],
    figure: {
      face: "How the lines are written",
      faces: { sums: "Scalar sums", symbols: "Matrices of symbols", numbers: "Matrices of numbers" },
      forward: "Forward",
      backward: "Backward",
      kinds: {
        forward: "weighted sums",
        activation: "bent, entry by entry",
        "output-delta": "error times slope",
        delta: "the forks add",
        weights: "each δ times each number that came in",
        biases: "the link of a bias is 1",
      },
      entry: (name: string, value: string): string => `${name}: ${value}`,
      hint: "Point at an underlined entry: its sum unfolds below it.",
      fold: "Every sum by itself. The two other buttons fold them into matrices.",
    },
  },

  code: {
    title: "And as code",
    paragraphs: [
      "This is the same program, written by the engine. It runs as it stands. Each line is a node: point at one, and the node lights up in the table, in the graph and in the matrices. It works the other way round, too.",
      "Look for “+=”. These are the forks. The first share that arrives sets the gradient, the second one is added.",
    ],
    figure: {
      language: "Language of the code",
      languages: { python: "Python", cpp: "C++", javascript: "JavaScript" },
      label: "The network as code, a line for each node",
      copy: "Copy",
      copied: "Copied",
    },
  },

  proof: {
    title: "Why believe it?",
    paragraphs: [
      "Each derivative is computed in three ways that know nothing of each other. *Formula*: derived by the rules, then evaluated. *Graph*: the walk backward. *Nudge*: the parameter a little larger and a little smaller, and the change of $J$ divided by the distance.",
    ],
    step: "One step of descent moves all of them at once. With the learning rate $\\eta =$",
    says: (first: string, last: string, before: string, after: string): string =>
      `$w_1$ becomes $${first}$ and $w_5$ becomes $${last}$. The cost goes from $${before}$ to $${after}$.`,
    compare:
      "In the worked example $\\eta$ is 0.5, $w_1$ becomes 0.149780716 and $w_5$ becomes 0.35891648. Its biases stay where they are; ours move, too.",
  },

  mistake: {
    title: "Three usual slips",
    paragraphs: [
      "*One way forgotten.* The code writes “=” where it should write “+=”. Then the last share replaces the first one instead of joining it.",
      "*Not transposed.* With a square matrix the shapes fit either way, so nobody complains. Only the numbers are wrong. In the 2-2-1 network the shapes do not fit, and one notices.",
      "*Updated too early.* The output weights take their step first, and the new ones are used on the way back. But $J$ was computed with the old ones. First all gradients, then all updates.",
    ],
    caption: (name: string): string => `What the three slips say about the derivative of J by ${name}`,
    rows: {
      right: "All of it",
      forgotten: "One way forgotten",
      transposed: "Not transposed",
      early: "Updated too early",
      truth: "What a nudge says",
    },
    names: { fresh: "new" },
    misfit: (a: string, b: string): string => `(${a}) · (${b}) does not fit`,
    same: "Here there is one way only.",
  },

  checks: {
    title: "Quick checks",
    questions: [
      {
        ask: "The number $a$ goes into two nodes, with the weights 2 and $-1$. Their gradients are $\\delta_3 = 0.1$ and $\\delta_4 = 0.3$. How large is $\\frac{\\partial J}{\\partial a}$?",
        solution: "0.1*2 + 0.3*(-1)",
        tolerance: 0.0005,
        hint: "Two ways lead from $a$ to $J$. Each gives $\\delta$ times weight.",
        because: "$\\delta_3 \\cdot 2 + \\delta_4 \\cdot (-1) = 0.2 - 0.3 = -0.1$.",
      },
      {
        ask: "A layer of 4 nodes follows one of 3. Which shape has $\\frac{\\partial J}{\\partial W}$ of this layer?",
        hint: "It is $\\delta\\, a^{\\mathrm{T}}$. There is one $\\delta$ for each node of the layer.",
        because: "$\\delta$ is 4 × 1 and $a^{\\mathrm{T}}$ is 1 × 3, so the product is 4 × 3: the shape of $W$ itself.",
        choices: [
          { text: "3 × 4", because: "That is the shape of $W^{\\mathrm{T}}$. The gradient has the shape of $W$." },
          {
            text: "4 × 3",
            right: true,
            because: "Yes: one number for each weight, in the place of the weight.",
          },
          {
            text: "4 × 4",
            because: "The columns belong to the numbers that come in, and there are 3 of them.",
          },
        ],
      },
      {
        ask: "In a layer $\\delta_1 = 0.5$ and $\\delta_2 = -0.2$. The numbers that come in are $a_1 = 2$ and $a_2 = 3$. Which number stands in row 2, column 1 of $\\frac{\\partial J}{\\partial W}$?",
        solution: "-0.2*2",
        tolerance: 0.0005,
        hint: "The row says which $\\delta$, the column says which number that comes in.",
        because: "$\\delta_2 \\cdot a_1 = -0.2 \\cdot 2 = -0.4$.",
      },
      {
        ask: "A network has a million weights and one cost. How many walks backward give all of its derivatives?",
        hint: "Think of the one number that each node passes on.",
        because:
          "One. Every node is visited once, and leaves the gradient of each of its weights behind. Forward mode would take a million walks.",
        choices: [
          {
            text: "One",
            right: true,
            because: "Yes. The number of walks goes with the number of costs, and there is one.",
          },
          { text: "One for each layer", because: "The walk passes all layers, and takes the gradients along." },
          { text: "A million", because: "So many walks does forward mode need: one for each weight." },
        ],
      },
    ],
  },

  summary: {
    title: "In five lines",
    lines: [
      "Along a way the links multiply. Where a way forks, the shares add.",
      "$\\delta$ of a node is $\\frac{\\partial J}{\\partial z}$. The derivative by a weight is $\\delta$ times the number that the weight multiplies.",
      "Backward through a layer: $\\delta^{(l)} = (W^{(l+1)})^{\\mathrm{T}}\\, \\delta^{(l+1)}$ ⊙ $\\sigma'(z^{(l)})$.",
      "The gradient of a matrix has its shape: $\\frac{\\partial J}{\\partial W^{(l)}} = \\delta^{(l)}\\, (a^{(l-1)})^{\\mathrm{T}}$.",
      "One walk backward gives all derivatives. First all gradients, then all updates.",
    ],
    next: "Next: what to do with the gradients. How long a step, with how many examples, and from where to begin.",
  },
};
