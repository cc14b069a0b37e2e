/**
 * A cost J(a, b) that somebody types, as a landscape: its heights on a grid, a walk down, the gradient with the
 * numbers put in, and what became of the walk. No DOM; the engine computes every number.
 *
 *     const land = new TypedLandscape(engine, setting);
 *     land.change({ ...setting, J: "a^2 - b^2" });
 *     land.path.place(3).cost; land.outcome   // "running"
 */
import type { Chainwise, Definition } from "../engine/api";
import { neatTex } from "../kit/number-text";
import { substituteTex } from "../kit/substitute";
import { DescentPath } from "./descent-path";
import { FunctionStudy } from "./function-study";
import { heightsOf, type Heights } from "./landscape-picture";

export interface LandscapeSetting {
  J: string;
  /** The start. */
  ja: number;
  jb: number;
  /** The learning rate, the steps taken, and half of the map's edge. */
  jlr: number;
  jsteps: number;
  reach: number;
}

export const presets: Readonly<Record<string, Omit<LandscapeSetting, "jsteps">>> = {
  bowl: { J: "a^2 + b^2", ja: 2, jb: 1.5, jlr: 0.1, reach: 3 },
  ravine: { J: "a^2/10 + 4b^2", ja: -2.5, jb: 1, jlr: 0.2, reach: 3 },
  saddle: { J: "a^2 - b^2", ja: 2, jb: 0.05, jlr: 0.1, reach: 3 },
  plateau: { J: "1 - exp(-a^2 - b^2)", ja: 1.9, jb: 1.4, jlr: 0.5, reach: 3 },
  minima: { J: "(a^2 - 1)^2 + b^2 + a/4", ja: 0.3, jb: 1.5, jlr: 0.05, reach: 2 },
};

/** What became of a walk, the first that fits. */
export type Outcome = "none" | "lost" | "diverges" | "outside" | "flat" | "leaps" | "running";

const kGrid = 61;
const kNames = ["a", "b"] as const;
/** Where a pole or a cliff rises far above the rest, the map shows the lowest 95 of 100 places in full. */
const kShown = 0.95;
const kCliff = 6;
/** A gradient so small moves nothing that one could see. */
const kFlat = 1e-3;
/** So many steps uphill in a row are no accident. */
const kRising = 3;

export class TypedLandscape {
  /** The field's: what is typed. */
  readonly typed: FunctionStudy;
  /** The last cost that can be used: of a and b alone. */
  #source = "";
  #setting: LandscapeSetting;
  #path: DescentPath | undefined;
  #definitions: readonly Definition[] = [];
  #partials: readonly { name: string; latex: string }[] = [];

  constructor(
    readonly engine: Chainwise,
    setting: LandscapeSetting,
  ) {
    this.#setting = setting;
    this.typed = new FunctionStudy(engine, setting.J, { variable: "a" }, "J");
    this.#read();
    if (this.#source === "") this.#use(presets["bowl"]?.J ?? "a^2 + b^2");
  }

  change(setting: LandscapeSetting): void {
    const before = this.#setting;
    this.#setting = setting;
    if (setting.J !== before.J && setting.J !== this.typed.text) this.type(setting.J);
    if (setting.ja !== before.ja || setting.jb !== before.jb || setting.jlr !== before.jlr) this.#path = undefined;
  }

  /** True where the text is a cost that can be shown. */
  type(text: string): boolean {
    this.typed.change({ text });
    this.#read();
    return this.#source === text;
  }

  get source(): string {
    return this.#source;
  }

  /** Names that are neither a nor b. */
  get strangers(): readonly string[] {
    return this.typed.error ? [] : this.typed.inputs.map(({ name }) => name).filter((name) => !isAxis(name));
  }

  get path(): DescentPath {
    const { ja, jb, jlr } = this.#setting;
    const problem = { source: this.#source, at: { a: ja, b: jb }, names: kNames, rate: jlr };
    return (this.#path ??= new DescentPath(this.engine, problem));
  }

  /** Row by row, so that a page can draw in between; the last answer is the whole. */
  *heights(): Generator<undefined, Heights> {
    const { reach } = this.#setting;
    const source = this.#source;
    const values = new Float64Array(kGrid * kGrid);
    for (let row = 0; row < kGrid; row++) {
      const b = -reach + (2 * reach * row) / (kGrid - 1);
      const line = this.engine.sample(source, "a", -reach, reach, kGrid, { b }, { points: "equal" });
      if (line.ok) values.set(line.value.y, row * kGrid);
      else values.fill(NaN, row * kGrid, (row + 1) * kGrid);
      yield;
    }
    return held(heightsOf(values));
  }

  /** The two slopes at the place after so many steps, typeset: as formulas, and with the numbers put in. */
  gradient(steps: number): { name: string; formula: string; numbers: string }[] {
    const { values } = this.path.place(steps);
    const at = Object.fromEntries(kNames.map((name, i) => [name, values[i] ?? NaN]));
    const numbers = new Map(kNames.map((name) => [name as string, numberIn(at[name])]));
    for (const { name, latex } of this.#definitions) {
      const value = this.engine.evaluate(this.#source, at, { output: name });
      numbers.set(latex, numberIn(value.ok ? value.value : NaN));
    }
    return this.#partials.map(({ name, latex }) => ({ name, formula: latex, numbers: substituteTex(latex, numbers) }));
  }

  outcome(steps: number): Outcome {
    if (steps === 0) return Number.isFinite(this.path.place(0).cost) ? "none" : "lost";
    const place = this.path.place(steps);
    const { reach } = this.#setting;
    const ended = Array.from({ length: steps + 1 }, (_, step) => step).find((step) => !this.#stands(step));
    if (this.#rises(ended === undefined ? steps : ended - 1)) return "diverges";
    if (ended !== undefined) return "lost";
    if (place.values.some((value) => Math.abs(value) > reach)) return "outside";
    if (place.gradients.every((slope) => Math.abs(slope) < kFlat)) return "flat";
    const leaps = kNames.some((_, i) => turns(this.path, steps, i));
    return leaps ? "leaps" : "running";
  }

  #stands(step: number): boolean {
    const { values, cost } = this.path.place(step);
    return [...values, cost].every(Number.isFinite);
  }

  /** The last steps up to this one all led uphill. */
  #rises(step: number): boolean {
    const courses = Array.from({ length: kRising }, (_, back) => this.path.courseAt(step - back));
    return courses.every((course) => course === "rose");
  }

  #read(): void {
    if (!this.typed.error && this.strangers.length === 0) this.#use(this.typed.source);
  }

  #use(source: string): void {
    this.#source = source;
    this.#path = undefined;
    const parsed = this.engine.parse(source, { formats: ["latex"] });
    this.#definitions = parsed.ok ? parsed.value.definitions.filter(({ name }) => name !== "") : [];
    this.#partials = kNames.flatMap((name) => {
      const answer = this.engine.differentiate(source, name, { detail: "answer", formats: ["latex"] });
      return answer.ok ? [{ name, latex: answer.value.derivative.latex }] : [];
    });
  }
}

const numberIn = (value = NaN): string => neatTex(value, 4);

const isAxis = (name: string): boolean => name === "a" || name === "b";

/** Whether the last two steps went back and forth along one axis. */
function turns(path: DescentPath, steps: number, axis: number): boolean {
  const [before, now] = [steps - 1, steps].map((step) => path.place(Math.max(0, step)).gradients[axis] ?? 0);
  return (before ?? 0) * (now ?? 0) < 0;
}

/** A few places that are far higher, or far lower, than all others must not make the rest look flat. */
function held({ values, low, high }: Heights): Heights {
  const sorted = values.filter(Number.isFinite).sort();
  const at = (share: number): number => sorted[Math.round(share * (sorted.length - 1))] ?? NaN;
  const [shownLow, shownHigh] = [at(1 - kShown), at(kShown)];
  const span = shownHigh - shownLow;
  return {
    values,
    low: span > 0 && shownLow - low > kCliff * span ? shownLow : low,
    high: span > 0 && high - shownHigh > kCliff * span ? shownHigh : high,
  };
}

/** The share of the map that has no cost. */
export function missing({ values }: Heights): number {
  return values.filter(Number.isNaN).length / values.length;
}
