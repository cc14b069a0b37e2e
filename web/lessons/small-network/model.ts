/**
 * The network of the lesson: its five lines, the numbers in them, and everything that follows from these. No DOM.
 * What is derived is computed by the engine when first asked for.
 *
 *     const model = new SmallNetwork(engine, { x: 1.5, y: 1, w1: 0.8, b1: 0.1, w2: -1.2, b2: -0.3, eta: 1 });
 *     model.trace.pass.gradients.w1
 */
import type { Chainwise, Proof } from "../../engine/api";
import { Trace, traceProgram, type Update } from "../../figures/graph-trace";

export const kSource = [
  "z1 = w1*x + b1",
  "a1 = sigmoid(z1)",
  "z2 = w2*a1 + b2",
  "yhat = sigmoid(z2)",
  "J = 1/2*(yhat - y)^2",
].join("\n");

export const kParameters = ["w1", "b1", "w2", "b2"] as const;
export const kInputs = ["x", "y", ...kParameters] as const;
export type InputName = (typeof kInputs)[number];
export type Numbers = Readonly<Record<InputName | "eta", number>>;

export interface Descent {
  updates: readonly Update[];
  /** J now, as the tangent predicts it after the step, and as it comes out. */
  before: number;
  predicted: number;
  after: number;
}

export class SmallNetwork {
  #numbers: Numbers;
  #trace: Trace | undefined;
  #proofs: ReadonlyMap<string, Proof> | undefined;
  #descent: Descent | undefined;

  constructor(
    readonly engine: Chainwise,
    numbers: Numbers,
  ) {
    this.#numbers = numbers;
  }

  get numbers(): Numbers {
    return this.#numbers;
  }

  set numbers(numbers: Numbers) {
    this.#numbers = numbers;
    this.#trace = undefined;
    this.#proofs = undefined;
    this.#descent = undefined;
  }

  /** The six numbers that the program needs, whatever else the page keeps. */
  get at(): Record<InputName, number> {
    const { x, y, w1, b1, w2, b2 } = this.#numbers;
    return { x, y, w1, b1, w2, b2 };
  }

  get trace(): Trace {
    if (!this.#trace) {
      const trace = traceProgram(this.engine, {
        source: kSource,
        at: this.at,
        parameters: kParameters,
        learningRate: this.#numbers.eta,
      });
      // The source is ours and the numbers are limited by their sliders.
      if (!trace.ok) throw new Error(trace.error.message);
      this.#trace = trace.value;
    }
    return this.#trace;
  }

  value(name: string): number {
    return this.trace.pass.nodes.find((node) => node.name === name)?.value ?? NaN;
  }

  gradient(name: string): number {
    return this.trace.pass.gradients[name] ?? NaN;
  }

  get proofs(): ReadonlyMap<string, Proof> {
    if (!this.#proofs) {
      const proofs = new Map<string, Proof>();
      for (const name of kParameters) {
        const proof = this.engine.prove(kSource, name, this.at);
        if (proof.ok) proofs.set(name, proof.value);
      }
      this.#proofs = proofs;
    }
    return this.#proofs;
  }

  get descent(): Descent {
    this.#descent ??= this.#step();
    return this.#descent;
  }

  #step(): Descent {
    const updates = this.trace.steps.flatMap((step) => (step.phase === "update" ? [step.update] : []));
    const { eta } = this.#numbers;
    const moved = { ...this.at, ...Object.fromEntries(updates.map(({ name, after }) => [name, after])) };
    const before = this.value("J");
    const [a = NaN, b = NaN, c = NaN, d = NaN] = updates.map(({ gradient }) => gradient);
    // Each parameter moves by -η g, and J by g times that: along the tangent, J falls by η (g1² + ... + g4²).
    const predicted = this.engine.evaluate("J - r*(a^2 + b^2 + c^2 + d^2)", { J: before, r: eta, a, b, c, d });
    const after = this.engine.evaluate(kSource, moved);
    return {
      updates,
      before,
      predicted: predicted.ok ? predicted.value : NaN,
      after: after.ok ? after.value : NaN,
    };
  }
}
