/**
 * The sets of points that the engine makes, and what a network is asked to do with them.
 *
 *     taskOf("sine")   // { inputs: 1, answer: "number", outputs: 1 }
 */
export interface Task {
  inputs: 1 | 2;
  /** A number is met; a side is 0 or 1; a class has an output of its own. */
  answer: "number" | "side" | "class";
  outputs: number;
}

const side = { inputs: 2, answer: "side", outputs: 1 } as const;
const number = { inputs: 2, answer: "number", outputs: 1 } as const;
const curve = { inputs: 1, answer: "number", outputs: 1 } as const;

export const tasks = {
  circles: side,
  xor: side,
  moons: side,
  gaussians: side,
  spiral: side,
  "three-gaussians": { inputs: 2, answer: "class", outputs: 3 },
  line: curve,
  sine: curve,
  step: curve,
  plane: number,
  hill: number,
} as const satisfies Record<string, Task>;

export type MadeSet = keyof typeof tasks;
export const madeSets = Object.keys(tasks) as MadeSet[];

export const taskOf = (set: MadeSet): Task => tasks[set];

/** The engine has a cross-entropy for one output and one for several; a person chooses between kinds of cost. */
export function lossFor<Loss extends string>(task: Task, loss: Loss): Loss | "half-squared" | "softmax-cross-entropy" {
  if (loss !== "binary-cross-entropy" || task.answer === "side") return loss;
  return task.answer === "class" ? "softmax-cross-entropy" : "half-squared";
}

/** What the last layer bends its sums with. */
export function outputActivation(task: Task, loss: string): "linear" | "sigmoid" | "softmax" {
  if (task.answer === "number") return "linear";
  return loss === "softmax-cross-entropy" ? "softmax" : "sigmoid";
}
