/** Formulas, derivations, curves: what the calls about a formula take and answer. */
import type { Bindings } from "./result.js";

/** How a derivative that is still to be worked out is written: dJ/dx, J′, ∂J/∂x. Text is always `diff(J, x)`. */
export type Notation = "leibniz" | "lagrange" | "partial";

export type Format = "text" | "latex" | "mathml" | "annotated" | "speech";

/** One expression, written in the formats that were asked for (`text`, `latex` and `mathml` where nothing was asked). */
export interface Formula {
  /** Index of the expression; equal expressions of one answer have equal indices. */
  node: number;
  /** Parses back to the same expression. */
  text: string;
  latex: string;
  mathml: string;
  /** LaTeX in which each part is wrapped in `\htmlData{node=...}`. Only where the format was asked for. */
  annotated?: string;
  /** As it is read aloud, in English: `minus sine x, over the quantity 2 plus cosine x`. Only where asked for. */
  speech?: string;
}

export interface Definition {
  name: string;
  formula: Formula;
  /** Typeset name, such as `\hat{y}` or `z_1`. */
  latex: string;
  /** Where the definition stands in the source. */
  position: number;
  length: number;
}

/** A remark on text that could mean two things: how it was read, and how to write the other meaning. */
export interface Note {
  /** Stable identifier, such as `quotient-then-product`. `catalog().notes` lists them all. */
  code: string;
  /** One plain English sentence: "Read as (1/2)*x. To divide by all of it, write 1/(2*x)." */
  message: string;
  position: number;
  length: number;
  /** `read`, the reading that was taken, and `other`, how to write the other one. */
  arguments: { read: string; other: string };
}

export interface ParsedProgram {
  definitions: Definition[];
  /** Names that are used but not defined, in order of first use. */
  inputs: string[];
  /** How text was read that could mean two things, such as `1/2x`; at most 16. */
  notes: Note[];
  /** Every name of the program, typeset: `yhat` is `\hat{y}`. */
  names: Record<string, string>;
}

/**
 * One line of a derivation: the equation `before = after`. `before` stands literally in what the earlier steps
 * (or, for the first one, `before` of the enclosing step) left; putting `after` in its place, step by step,
 * leads to the answer. A pending derivative is written `diff(expression, variable)` in text.
 * A step's own `steps` are the same derivation in finer detail.
 */
export interface Step {
  /** Rule id from `catalog().rules`. */
  rule: string;
  before: Formula;
  after: Formula;
  /** Where the inner part was given a name: `name` stands for `formula` in `after` and in the steps below. */
  inner?: { name: string; latex: string; formula: Formula };
  /** For a table entry: the function's name in the catalog. */
  function?: string;
  /**
   * Leibniz label of what this step derives: d `of` / d `by`, typeset, where it has one. An unnamed formula is `h`. It is
   * `partial`, ∂ `of` / ∂ `by`, where another name that depends on `by` as well is held fixed.
   */
  label?: { of: string; by: string; partial?: true };
  /** Where several rules fit: the other ones. With `prefer` in the options the step is done by one of them. */
  alternatives?: string[];
  /** The nodes that this step is about. */
  focus: number[];
  /** The parts that the rule names, in the rule's order (for a product: its factors; for a sum: its terms). */
  terms: Formula[];
  /** What was assumed to be different from 0 in this step, such as `x` when x/x became 1. */
  nonzero: Formula[];
  /** What was assumed to have a value, such as `sqrt(x)` when sqrt(x)^2 became x. */
  defined: Formula[];
  steps: Step[];
}

export interface Derivation {
  /** Simplified to textbook form. For a program it may use the program's own names. */
  derivative: Formula;
  /** As the rules gave it, before tidying up. */
  unsimplified: Formula;
  steps: Step[];
}

export interface DifferentiateOptions {
  /** The definition to derive; the last one where left out. */
  output?: string;
  /** 1 to 5. */
  order?: number;
  /** `answer`: no steps; `main`: two levels of steps; `all`: every step. `all` where left out. */
  detail?: "answer" | "main" | "all";
  /** All but `annotated` where left out; an empty list writes nothing, and formulas have their `node` only. */
  formats?: Format[];
  /** `leibniz` where left out. */
  notation?: Notation;
  /**
   * Rules that are taken wherever they fit, the earlier first: with `quotient-as-product`, sin(x)/x is derived as
   * sin(x)·x⁻¹. A step's `alternatives` say where there is a choice.
   */
  prefer?: string[];
}

/** What is special about a curve at `x`; none are looked for where the points are only equally spaced. */
export interface CurveFeature {
  /**
   * `zero`: its value is 0; `pole`: it runs to infinity; `jump`: from one value to another; `kink`: its slope jumps;
   * `hole`: a single point without a value; `gap`: none from `x` to `to`.
   */
  kind: "zero" | "pole" | "jump" | "kink" | "hole" | "gap";
  x: number;
  to?: number;
}

export interface UndefinedCause {
  /** The first part without a value; the parts that it is made of have one. */
  formula: Formula;
  /** The values of these parts: u and v of `condition`. Of a quotient, u is the denominator. */
  arguments: number[];
  /** What would have to hold, such as `u > 0`; empty where infinities cancel each other. */
  condition: string;
}

export interface Rewrite {
  /**
   * `simplify`; `square-root`: √(u²) = |u|; `basic-functions`: in terms of sine, cosine, exponential, logarithm and
   * absolute value; `inverse-hyperbolic`: asinh, acosh and atanh as logarithms; `logarithm`: logarithms of
   * products with positive numbers, of powers and of roots taken apart; `double-angle`; `pythagoras`: cos² = 1 - sin²;
   * `reorder`; `same-difference`: their difference simplifies to 0.
   */
  rule:
    | "simplify"
    | "square-root"
    | "basic-functions"
    | "inverse-hyperbolic"
    | "logarithm"
    | "double-angle"
    | "pythagoras"
    | "reorder"
    | "same-difference";
  before: Formula;
  after: Formula;
}

/** Whether two formulas are the same function: the same value wherever both have one, but for rounding. */
export interface Equivalence {
  /**
   * `equal` allows for single points at which one alone has a value, as x/x and 1 at 0, but not for more: √x² and x
   * are `different`. `unknown` where neither a rule nor a witness was found, rather than a guess.
   */
  verdict: "equal" | "different" | "unknown";
  /** Where they differ (only with `different`): the values there differ, or one of them is undefined. */
  witness?: Bindings;
  /**
   * A chain of equations from `a` to `b`, each beginning with what the one before it ended with. Only with `equal`,
   * and only where one is known and there is something to rewrite: a program counts as its output in terms of inputs.
   */
  steps?: Rewrite[];
  /** Only with `equal`: what was assumed to be different from 0 on the way, such as `x` when x/x became 1. */
  except?: Formula[];
}
