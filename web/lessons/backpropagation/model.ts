/**
 * The network of the lesson: one of the presets with the reader's numbers, and everything that follows from these,
 * computed by the engine when first asked for. No DOM.
 *
 *     const model = new FullNetwork(engine, { preset: "textbook", changed: {}, rate: 0.5, mode: "reverse", weight: "w1" });
 *     model.value("J")   // 0.298371...
 */
import type { Bindings, Chainwise, GradientExplanation, ListingLine, Paths, Proof } from "../../engine/api";
import { presets, type DenseProgram, type PresetName } from "../../figures/dense-program";
import { Trace, traceProgram } from "../../figures/graph-trace";

export interface Setting {
  preset: PresetName;
  /** Numbers that differ from those of the preset. */
  changed: Readonly<Record<string, number>>;
  rate: number;
  mode: "reverse" | "forward";
  /** The one that is nudged and followed. */
  weight: string;
}

export class FullNetwork {
  readonly program: DenseProgram;
  readonly at: Bindings;
  /** The weight that is followed: of the setting where this network has it. */
  readonly weight: string;
  readonly #kept = new Map<string, unknown>();

  constructor(
    readonly engine: Chainwise,
    readonly setting: Setting,
  ) {
    this.program = presets[setting.preset];
    this.at = Object.fromEntries(
      Object.entries(this.program.at).map(([name, value]) => [name, setting.changed[name] ?? value]),
    );
    this.weight = this.followed.includes(setting.weight) ? setting.weight : "w1";
  }

  /** What can be followed: the inner weights and the inputs. */
  get followed(): readonly string[] {
    return [...(this.program.layers[0]?.weights.flat() ?? []), ...this.program.inputs];
  }

  /** The gradient at a pre-activation has a symbol of its own: δ with the number of its z. */
  get deltas(): Readonly<Record<string, string>> {
    return this.#once("deltas", () =>
      Object.fromEntries(this.program.layers.flatMap(({ z }) => z.map((name) => [name, `\\delta_${name.slice(1)}`]))),
    );
  }

  readonly explain = (node: number): GradientExplanation | undefined =>
    this.#once(`explain ${node}`, () => {
      const found = this.engine.explainGradient(this.program.source, node, this.at, { detail: "definitions" });
      return found.ok ? found.value : undefined;
    });

  /** As the reader walks it: backward, or in forward mode. */
  get trace(): Trace {
    return this.setting.mode === "reverse" ? this.backward : this.#once("along", () => this.#walked(this.weight));
  }

  get backward(): Trace {
    return this.#once("backward", () => this.#walked());
  }

  #walked(along?: string): Trace {
    const trace = traceProgram(this.engine, {
      source: this.program.source,
      at: this.at,
      parameters: this.program.parameters,
      learningRate: this.setting.rate,
      ...(along === undefined ? {} : { along }),
    });
    // The source is ours and the numbers are limited by their fields.
    if (!trace.ok) throw new Error(trace.error.message);
    return trace.value;
  }

  value(name: string): number {
    return this.trace.pass.nodes.find((node) => node.name === name)?.value ?? NaN;
  }

  gradient(name: string): number {
    return this.trace.pass.gradients[name] ?? NaN;
  }

  tex(name: string): string {
    return this.trace.graph.nodes.find((node) => node.name === name)?.latex ?? name;
  }

  /** All paths from a name to the cost. */
  paths(name: string): Paths | undefined {
    return this.#once(`paths ${name}`, () => {
      const found = this.engine.paths(this.program.source, name, this.at, { detail: "definitions" });
      return found.ok ? found.value : undefined;
    });
  }

  /** J with some numbers replaced. */
  costAt(replaced: Bindings): number {
    const cost = this.engine.evaluate(this.program.source, { ...this.at, ...replaced });
    return cost.ok ? cost.value : NaN;
  }

  get proofs(): ReadonlyMap<string, Proof> {
    return this.#once("proofs", () => {
      const proofs = new Map<string, Proof>();
      for (const name of this.program.parameters) {
        const proof = this.engine.prove(this.program.source, name, this.at);
        if (proof.ok) proofs.set(name, proof.value);
      }
      return proofs;
    });
  }

  listing(language: "cpp" | "python" | "javascript"): readonly ListingLine[] {
    return this.#once(`listing ${language}`, () => {
      const listing = this.engine.listing(this.program.source, language, { detail: "definitions" });
      return listing.ok ? listing.value.lines : [];
    });
  }

  /** Each parameter after one step of descent. */
  get updated(): Readonly<Record<string, number>> {
    return this.#once("updated", () => {
      const after: Record<string, number> = {};
      for (const name of this.program.parameters) {
        const moved = this.engine.evaluate("w - r*g", {
          w: this.at[name] ?? NaN,
          r: this.setting.rate,
          g: this.gradient(name),
        });
        if (moved.ok) after[name] = moved.value;
      }
      return after;
    });
  }

  /** An expression in names of the program and others, with numbers that the engine has computed. */
  say(expression: string, names: Bindings): number {
    const answer = this.engine.evaluate(expression, names);
    return answer.ok ? answer.value : NaN;
  }

  #once<T>(key: string, compute: () => T): T {
    if (!this.#kept.has(key)) this.#kept.set(key, compute());
    return this.#kept.get(key) as T;
  }
}
