/** The laboratory in slow motion. `$...$` is LaTeX. */
export const en = {
  label: (where: string): string => `The network in slow motion. ${where}`,
  where: (position: number, count: number): string => `Event ${position} of ${count}`,
  example: (index: number, count: number, point: number): string =>
    count === 1 ? `point ${point}` : `example ${index} of ${count}, point ${point}`,
  update: "the update",
  step: "One event",
  next: "Next example",
  toUpdate: "To the update",
  take: "Take the step",
  keys: "← and → go one event back and forward.",

  start: (count: number): string =>
    count === 1
      ? "This is the update that comes next. It learns from one point. Nothing has been computed yet."
      : `This is the update that comes next. It learns from ${count} points, one after the other. Nothing has been computed yet.`,
  phases: { start: "Start", forward: "Forward", loss: "Cost", backward: "Backward", update: "Update", tangent: "" },
  /** One point, and plain descent without penalties. */
  plain: (parts: StepParts): string =>
    `A step against the gradient${mean(parts)}: $${parts.of} \\leftarrow ${parts.of} - \\eta \\, g = ${parts.before} - ${parts.rate} \\cdot ${parts.gradient} = ${parts.after}$`,
  other: (parts: StepParts): string =>
    `${parts.optimizer} makes a step of the gradient${mean(parts)}, $g = ${parts.gradient}$: $${parts.of}$ goes from $${parts.before}$ to $${parts.after}$.`,
  penalties: "The penalties L1 and L2 are added to it.",
  last: "That was the last event. These are the weights of the next state of the run, to the last bit. One more press takes the step.",
  diverges:
    "This step would lead out of the numbers that a computer can hold, so it is not made. Choose a smaller learning rate.",
  undefined:
    "Here the formula has no value: the answer is so near 0 or 1 that its logarithm is lost. The network itself computes this cost from $z$, and goes on.",
  tooLate:
    "After more than 100,000 epochs it would take too long to find the points that come next. Go back in time, or choose another speed and press Start again.",
  taken: (epoch: string, cost: string): string => `The step is taken. Epoch ${epoch}, cost ${cost}.`,
  legend: "Blue: values, forward. Orange, dashed: gradients, backward. A weight that has moved is purple.",
  cost: "J",
};

interface StepParts {
  of: string;
  before: string;
  rate: string;
  gradient: string;
  after: string;
  optimizer: string;
  /** Points of the batch. */
  count: number;
}

const mean = ({ count }: StepParts): string => (count === 1 ? "" : `, the mean of the ${count}`);
