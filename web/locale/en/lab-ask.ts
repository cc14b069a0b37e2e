/** The laboratory: where a number of the pictures comes from. `$...$` is LaTeX. */
export const en = {
  close: "Close the answer",
  waits: (epoch: string): string =>
    `This shows epoch ${epoch}. It stands still while the network trains, and catches up when you pause.`,
  gone: {
    place:
      "The points have other coordinates now, so this place is no longer there. Press another one, or undo the change.",
    moment: "This moment is no longer part of the run. Press a point of the curve that is there now.",
    parameter: "The network no longer has this part. Press another line or node, or undo the change.",
  },
  unfoldAll: "Unfold all of it",
  foldAll: "Fold it up",

  place: {
    title: (coordinates: string): string => `What the network answers at ${coordinates}`,
    coordinate: (index: number, count: number): string => (count === 1 ? "x" : index === 1 ? "x₁" : "x₂"),
    answers: "The network answers",
    from: "Each line has the formula, then the numbers put in. Unfold a node to see where its number comes from.",
    slope: (name: string, slope: string): string =>
      `When ${name} grows by a little, the answer changes ${slope} times as much.`,
    ways: "Three ways",
    prove: (of: string, by: string): string => `The slope of ${of} by ${by}, three ways`,
    legend: {
      weight: "In $w$ with three numbers the first is the layer, the second the node, the third what it weighs.",
      features: "$f$ with a number is a feature: it is made of $x_1$ and $x_2$ before the network begins.",
    },
    says: (answers: string): string => `The network answers ${answers}. The calculation is below the pictures.`,
  },

  moment: {
    title: (batches: number, epoch: string): string => `The cost after ${batches} batches, at epoch ${epoch}`,
    says: (cost: string): string => `The cost is ${cost}, the mean over the points.`,
    nearest: (asked: number, batches: number, epoch: string, cost: string): string =>
      `Not every state is stored. The nearest one to ${asked} batches is that after ${batches} batches, at epoch ${epoch}; all below is about it. There the cost is ${cost}.`,
    mean: (count: number): string =>
      `The cost is the mean over the ${count} points that are learned from. Each point has a cost of its own, $J_i$:`,
    half: (few: number, count: number): string =>
      few === 1
        ? `One point of ${count} makes half of the sum.`
        : `The ${few} largest of ${count} make half of the sum.`,
    table: "The points that cost most",
    point: "Point",
    where: "Where",
    due: "Should be",
    cost: "Its cost",
    share: "Of the sum",
    unfold: "Unfold",
    unfoldPoint: (point: number): string => `Unfold the cost of point ${point}`,
    calculation: (point: number): string => `The cost of point ${point}, down to its coordinates`,
    apart: (count: number, mean: string): string =>
      `The dashed curve is the mean over the ${count} points set apart: $${mean}$ at this moment. Nothing is learned from them.`,
    penalty: "L1 and L2 add to what is learned, but not to this curve. At this moment their part is",
    noPenalty: "L1 and L2 are 0: nothing is added to the mean.",
  },

  parameter: {
    title: (parameter: string, node: string): string => `${parameter} of ${node}`,
    value: "Its value",
    here: "The slope for the point that you follow is δ of the node times what the weight is multiplied by:",
    bias: "The slope for the point that you follow is δ of the node, since the bias is multiplied by 1:",
    mean: (count: number, mean: string): string =>
      `The mean over all ${count} points that are learned from: $${mean}$.`,
    node: "All numbers of this node",
  },

  curve: {
    label: "A moment on the curve of the cost",
    point: (epoch: string, cost: string, apart: string | undefined): string =>
      apart === undefined ? `Epoch ${epoch}: cost ${cost}` : `Epoch ${epoch}: cost ${cost}, set apart ${apart}`,
    hint: "Press a point of the curve to see how its cost is made.",
  },
};
