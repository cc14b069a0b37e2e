/** What went wrong, by the engine's reason. */
const diverged: Record<string, string> = {
  "loss-not-finite": "The cost has left the numbers that a computer can hold.",
  "loss-grew": "The cost has grown more than a thousandfold.",
  "parameter-too-large": "A weight has grown beyond all bounds.",
};

/** Words of the training figure. */
export const training = {
  surface: "The network’s answer at each place",
  network: "The network",
  loss: "The cost J, epoch by epoch",
  oneBatch: "One batch",
  data: "Data",
  datasets: { circles: "Circles", xor: "Xor", moons: "Moons", gaussians: "Two clouds", spiral: "Spirals" },
  layers: "Inner layers",
  rate: "Learning rate η",
  seed: "Seed",
  newStart: "New start",
  speed: "Speed",
  speeds: { batch: "One batch a frame", epoch: "One epoch a frame", full: "As fast as it goes" },
  numbers: { epoch: "Epoch", loss: "Cost J", right: "Points right" },
  ofPoints: (right: number, count: number): string => `${right} of ${count}`,
  testLoss: "Cost, set apart",
  setApart: "dashed: on the points set apart",
  lowest: "−1",
  highest: "1",
  aboutValues: (epoch: string, loss: string): string =>
    `Picture of the network’s answers over the plane with the data points, whose colours are the numbers to be met. After ${epoch} epochs the cost is ${loss}.`,
  curve: "— the network’s answer   ● the points, rings where they are set apart",
  aboutCurve: (epoch: string, loss: string, count: number): string =>
    `Picture of the network’s answer as a curve over x, with the ${count} points that it is to meet. After ${epoch} epochs the cost is ${loss}.`,
  aboutClasses: (epoch: string, loss: string, right: string, classes: number): string =>
    `Picture of the plane: at each place the colour of the class, one of ${classes}, that the network thinks likeliest, with the data points. After ${epoch} epochs the cost is ${loss}; ${right} points are in the area of their class.`,
  low: "ŷ = 0",
  high: "ŷ = 1",
  aboutSurface: (epoch: string, loss: string, right: string): string =>
    `Picture of the network’s answers over the plane with the data points. After ${epoch} epochs the cost is ${loss}; ${right} points are on the right side of the line.`,
  aboutNetwork: (sizes: string, strongest: string): string =>
    `Drawing of the network with layers of ${sizes} nodes. ${strongest} All weights are in the table below.`,
  strongest: (from: string, to: string, weight: string): string =>
    `The strongest weight is ${weight}, from ${from} to ${to}.`,
  aboutLoss: (first: string, now: string): string => `Curve of the cost: it began at ${first} and is now ${now}.`,
  diverged: (reason: string, rate: string): string =>
    `${diverged[reason] ?? diverged["loss-not-finite"]} With a learning rate of ${rate} the steps are too long. ` +
    "The last good state is shown. Choose a smaller learning rate and press Play.",
  paused: (epoch: string, loss: string): string => `Paused after ${epoch} epochs, cost ${loss}.`,
  weights: "All weights and biases as a table",
  weightsOf: (layer: number): string => `Layer ${layer}`,
  bias: "bias",
  starting: "The network is being set up.",
};
