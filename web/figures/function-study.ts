/**
 * A function under study: the text as typed, the last text that made sense, the point, and all that follows from
 * them. No DOM: figures show it, each the part it is about. Everything is computed when first asked for.
 *
 *     const study = new FunctionStudy(engine, "log(2+cos(x))");
 *     study.subscribe(() => figure.requestUpdate());
 *     study.change({ text: "x^2", x: 3 });
 *     study.slope   // 6
 */
import type {
  Bindings,
  Chainwise,
  ChainwiseError,
  Definition,
  Note,
  Derivation,
  Formula,
  Proof,
  Result,
  Step,
} from "../engine/api";
import type { Samples } from "../kit/curve";
import { valueRange } from "../kit/curve";
import { notation } from "../kit/notation";
import { chainOf, type Chain } from "./chain";
import { curveFeatures, type CurveFeatures } from "./curve-features";

/** A name that the function uses without defining it. */
export interface Input {
  name: string;
  latex: string;
}

export interface Setting {
  text: string;
  /** The wished variable; another is taken where the function does not have it. */
  variable: string;
  x: number;
  /** Values of the other names; 1 where left out. */
  others: Readonly<Record<string, number>>;
}

export interface StudiedCurve {
  samples: Samples;
  /** Values worth showing. */
  range: [number, number];
  features: CurveFeatures;
}

const kSamples = 521;
const kPartSamples = 121;
/** How near to a point its neighbours are, and how much slopes there may differ before it is a kink. */
const kNear = 1e-7;
const kKink = 1e-3;
const kPartName = "part_of_it";
const kFallback = "log(2+cos(x))";
const kFormats = ["text", "latex", "annotated"] as const;

export class FunctionStudy {
  readonly engine: Chainwise;
  /** What is wrong with the text; the study goes on with the last text that was right. */
  error: ChainwiseError | undefined;
  /** How the engine read what could mean two things. */
  notes: readonly Note[] = [];
  #setting: Setting;
  #source = "";
  #definitions: readonly Definition[] = [];
  #inputs: readonly Input[] = [];
  readonly #listeners = new Set<() => void>();
  readonly #ofFunction = new Map<string, unknown>();
  readonly #ofPoint = new Map<string, unknown>();

  /** `name` is what a function is called that was typed without one. */
  constructor(
    engine: Chainwise,
    text: string,
    setting: Partial<Setting> = {},
    readonly name = "h",
  ) {
    this.engine = engine;
    this.#setting = { variable: "x", x: 1, others: {}, ...setting, text };
    this.#read(text);
    // A study always has a function to show, even where the first text makes no sense.
    if (this.error) {
      const { error } = this;
      this.#read(kFallback);
      this.error = error;
    }
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  change(change: Partial<Setting>): void {
    const before = this.#setting;
    this.#setting = { ...before, ...change };
    if (this.#setting.text !== before.text) this.#read(this.#setting.text);
    if (this.#setting.variable !== before.variable) this.#ofFunction.clear();
    this.#ofPoint.clear();
    if (this.#setting.others !== before.others) this.#ofFunction.clear();
    for (const listener of this.#listeners) listener();
  }

  get text(): string {
    return this.#setting.text;
  }

  /** The last text that made sense. */
  get source(): string {
    return this.#source;
  }

  get definitions(): readonly Definition[] {
    return this.#definitions;
  }

  get inputs(): readonly Input[] {
    return this.#inputs;
  }

  /** The variable that is derived by: the wished one, else x, else the first name. */
  get variable(): string {
    const names = this.#inputs.map((input) => input.name);
    return [this.#setting.variable, "x"].find((name) => names.includes(name)) ?? names[0] ?? "x";
  }

  get variableLatex(): string {
    return this.#inputs.find((input) => input.name === this.variable)?.latex ?? "x";
  }

  get otherInputs(): readonly Input[] {
    return this.#inputs.filter((input) => input.name !== this.variable);
  }

  get x(): number {
    return this.#setting.x;
  }

  get others(): Readonly<Record<string, number>> {
    return this.#setting.others;
  }

  /** The point as the engine wants it. */
  get at(): Bindings {
    const others = this.otherInputs.map(({ name }) => [name, this.#setting.others[name] ?? 1] as const);
    return { ...Object.fromEntries(others), [this.variable]: this.x };
  }

  /** With its steps; where they are too long to be written out, the answer alone. */
  get derivation(): Derivation | undefined {
    const result = this.#derived();
    return result.ok ? result.value : undefined;
  }

  /** Why there is no derivation although the text makes sense. */
  get derivationError(): ChainwiseError | undefined {
    const result = this.#derived();
    return result.ok ? undefined : result.error;
  }

  #derived(): Result<Derivation> {
    // Where names are held fixed, d would be wrong.
    const written = this.partial && notation.now === "leibniz" ? "partial" : notation.now;
    return this.#memo(this.#ofFunction, `derivation ${written}`, () => {
      const whole = this.engine.differentiate(this.#source, this.variable, {
        formats: [...kFormats],
        notation: written,
      });
      if (whole.ok) return whole;
      return this.engine.differentiate(this.#source, this.variable, { detail: "answer", formats: ["text", "latex"] });
    });
  }

  /** A program of several names is derived by one of them while the others are held. */
  get partial(): boolean {
    return this.#definitions.length > 1 && this.otherInputs.length > 0;
  }

  get chain(): Chain {
    return this.#memo(this.#ofPoint, "chain", () => chainOf(this));
  }

  /** The function's value at the point; NaN where it has none. */
  get value(): number {
    return this.#memo(this.#ofPoint, "value", () => this.evaluate(this.#source, this.at));
  }

  /** The derivative's value at the point; NaN where it has none. */
  get slope(): number {
    return this.#memo(this.#ofPoint, "slope", () => {
      // The formula of a derivative may have a value where the function has none.
      return Number.isFinite(this.value) ? (this.proof?.symbolic ?? Number.NaN) : Number.NaN;
    });
  }

  get proof(): Proof | undefined {
    return this.#memo(this.#ofPoint, "proof", () => this.proofOf(this.#source));
  }

  evaluate(source: string, at: Bindings): number {
    const result = this.engine.evaluate(source, at);
    return result.ok ? result.value : Number.NaN;
  }

  curve(from: number, to: number): StudiedCurve {
    return this.#memo(this.#ofFunction, `curve ${from} ${to}`, () => this.#study(this.#source, from, to));
  }

  slopeCurve(from: number, to: number): StudiedCurve {
    return this.#memo(this.#ofFunction, `slope ${from} ${to}`, () =>
      this.#study(this.#slopeSource(), from, to, this.#source),
    );
  }

  /** The slopes left and right of the point, where they differ: then the curve has a kink there. */
  get kink(): { left: number; right: number } | undefined {
    return this.#memo(this.#ofPoint, "kink", () => {
      if (!Number.isFinite(this.slope)) return undefined;
      const near = kNear * Math.max(1, Math.abs(this.x));
      const [left = 0, right = 0] = [-near, near].map((side) =>
        this.evaluate(this.#slopeSource(), { ...this.at, [this.variable]: this.x + side }),
      );
      const differ = Math.abs(left - right) > kKink * (1 + Math.abs(left) + Math.abs(right));
      return differ ? { left, right } : undefined;
    });
  }

  #slopeSource(): string {
    return this.programFor(this.derivation?.derivative.text ?? "0/0");
  }

  /** The outer function of a chain step, in the name of the inner part: `log u`. */
  outerFormulaOf(step: Step): Formula | undefined {
    const naming = step.rule === "name-inner" ? step : step.steps.find((part) => part.rule === "name-inner");
    const operand = naming && /^diff\(([^]*),[^,]*\)$/.exec(naming.after.text)?.[1];
    if (operand === undefined) return undefined;
    return this.#memo(this.#ofFunction, `operand ${operand}`, () => {
      const result = this.engine.parse(operand);
      return result.ok ? result.value.definitions[0]?.formula : undefined;
    });
  }

  /** Values worth showing of an inner part of the chain. */
  rangeOf(source: string, from: number, to: number): [number, number] {
    return this.#memo(this.#ofFunction, `range ${from} ${to} ${source}`, () => {
      const result = this.engine.sample(source, this.variable, from, to, kPartSamples, this.at);
      return result.ok ? valueRange([result.value]) : [-1, 1];
    });
  }

  proofOf(source: string): Proof | undefined {
    const result = this.engine.prove(source, this.variable, this.at);
    return result.ok ? result.value : undefined;
  }

  /** An expression that may use the program's own names, as a program of its own. */
  programFor(expression: string): string {
    const before = this.#definitions.slice(0, -1).map(({ name, formula }) => `${name} = ${formula.text}`);
    return before.length === 0 ? expression : [...before, `${kPartName} = ${expression}`].join("\n");
  }

  /** The program up to the definition of `name`. */
  sourceOf(name: string): string {
    const end = this.#definitions.findIndex((definition) => definition.name === name);
    return this.#definitions
      .slice(0, end + 1)
      .map((definition) => `${definition.name} = ${definition.formula.text}`)
      .join("\n");
  }

  /**
   * The curve of `source`, where `within` has a value: the formula of a derivative may have values where the function
   * has none, as 1/x has left of 0 for log x, and there is no slope there.
   */
  #study(source: string, from: number, to: number, within = source): StudiedCurve {
    const { at } = this;
    const sample = (program: string, x0: number, x1: number, count: number): Samples => {
      const result = this.engine.sample(program, this.variable, x0, x1, count, at, { points: "equal" });
      return result.ok ? result.value : { x: [], y: [] };
    };
    const masked = (x0: number, x1: number, count: number): Samples => {
      const own = sample(source, x0, x1, count);
      if (within === source) return own;
      const whole = sample(within, x0, x1, count).y;
      return { x: own.x, y: Array.from(own.y, (y, i) => (Number.isFinite(whole[i] ?? Number.NaN) ? y : Number.NaN)) };
    };
    const samples = masked(from, to, kSamples);
    const range = valueRange([samples]);
    const resample = (x0: number, x1: number, count: number) => masked(x0, x1, count).y;
    return { samples, range, features: curveFeatures(samples, resample, range[1] - range[0]) };
  }

  #read(text: string): void {
    const result = this.engine.parse(text, { formats: [...kFormats] });
    this.error = result.ok ? undefined : result.error;
    if (!result.ok) return;
    this.#source = text;
    this.#definitions = result.value.definitions;
    this.notes = result.value.notes;
    this.#inputs = result.value.inputs.map((name) => ({ name, latex: result.value.names[name] ?? name }));
    this.#ofFunction.clear();
    this.#ofPoint.clear();
  }

  #memo<T>(memory: Map<string, unknown>, key: string, make: () => T): T {
    if (!memory.has(key)) memory.set(key, make());
    return memory.get(key) as T;
  }
}
