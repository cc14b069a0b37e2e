/**
 * A derivation as the lines of a page: which equation stands on each, which reason, and which finer lines are folded
 * under it. No DOM, no words.
 *
 *     derivationLines(study)[0]   // { number: "1", rule: "name-inner", left: "h", right: "\\log(...)", lines: [] }
 */
import type { Formula, Step } from "../engine/api";
import { outputOf } from "./chain";
import type { FunctionStudy } from "./function-study";

export interface Line {
  /** Place in the tree, such as `4.2`. */
  number: string;
  rule: string;
  /** LaTeX of both sides. */
  left: string;
  right: string;
  /** The right side with the parts marked by their nodes. */
  marked: string;
  /** What the right side says, to be evaluated; undefined while derivatives are pending in it. */
  value: Formula | undefined;
  step: Step;
  /** Ids of the parts that this line is about. */
  focus: readonly number[];
  /** Other rules by which this line could be derived; those of the whole stand in its first step. */
  ways: readonly string[];
  lines: Line[];
}

/** Rules whose equation is about the whole of what is being derived, not about a part of it. */
const kAboutWhole = new Set(["chain-links", "links", "fork", "split", "put-back", "tidy", "simplify"]);

/** Finer lines further inside than this are not laid out: nobody could read them. */
const kDeepest = 8;
const kWidestLeft = 12;

export function derivative(of: string, by: string, partial = false): string {
  const d = partial ? "\\partial " : "d";
  return `\\frac{${d}${spaced(of)}}{${d}${spaced(by)}}`;
}

/** `d\alpha` is fine, `d` before a letter too; a name of several letters is set in one piece by the engine. */
function spaced(latex: string): string {
  return latex.startsWith("\\") ? ` ${latex}` : latex;
}

/**
 * LaTeX with marked parts. The mark around the whole is taken off: a formula can break into lines only where it is
 * not in braces.
 */
export function markedLatex({ annotated, latex, node }: Formula): string {
  const whole = `\\htmlData{node=${node}}{`;
  return annotated === undefined ? latex : annotated.startsWith(whole) ? annotated.slice(whole.length, -1) : annotated;
}

export function isPending(formula: Formula): boolean {
  return formula.text.includes("diff(");
}

export function derivationLines(study: FunctionStudy): Line[] {
  const derived = study.derivation?.steps ?? [];
  const output = outputOf(study).latex;
  // What was typed without a name is h to the engine; a study may call it f.
  const unnamed = study.definitions.at(-1)?.name ? undefined : derived.find(({ label }) => label)?.label?.of;
  const steps = derived.map((step) => relabelled(step, study.partial, { [unnamed ?? output]: output }));
  const whole = derivative(output, study.variableLatex, study.partial);
  const [first, ...rest] = steps;
  if (!first) return [];
  // The rule for the whole is the derivation: its parts are the main lines.
  const lines =
    first.steps.length > 0 ? inside(first, whole, output, 1) : [{ ...line(first, whole, output), ways: [] }];
  // The outermost rule has no line of its own: where it is written down, its reason is said.
  if (lines[0]?.rule === "split" || lines[0]?.rule === "rewrite") lines[0].rule = first.rule;
  lines.push(...rest.map((step) => line(step, whole, output)));
  number(lines, "");
  return lines;
}

/** The same step with other names in its label, and ∂ where other inputs are held. */
function relabelled(step: Step, held: boolean, names: Readonly<Record<string, string>>): Step {
  const { label, steps } = step;
  const parts = { steps: steps.map((part) => relabelled(part, held, names)) };
  if (!label) return { ...step, ...parts };
  const of = names[label.of] ?? label.of;
  return { ...step, ...parts, label: { ...label, of, ...(held ? { partial: true } : {}) } };
}

/** The finer lines of a step, ending in what the step itself says. */
function inside(step: Step, whole: string, name: string, depth: number): Line[] {
  const lines: Line[] = [];
  for (const part of step.steps) {
    if (part.rule === "put-back") lines.push(plainLine("multiply", whole, part.before, part));
    lines.push(line(part, whole, name, depth));
  }
  const last = step.steps[step.steps.length - 1];
  const aboutWhole = last && (kAboutWhole.has(last.rule) || lines.at(-1)?.left === whole);
  const reached = aboutWhole && last.after.node === step.after.node;
  if (last && !reached && !(step.steps.length === 1 && last.after.node === step.after.node)) {
    lines.push(plainLine("assemble", whole, step.after, step));
  }
  return lines;
}

/** `whole` is the left side that rules about the whole have; `name` the name of what is derived, if it has one. */
function line(step: Step, whole: string, name: string, depth = 1): Line {
  const { label, inner } = step;
  const own = label
    ? derivative(label.of, label.by, label.partial)
    : kAboutWhole.has(step.rule)
      ? whole
      : step.before.latex;
  const made = plainLine(step.rule, own, step.after, step);
  made.ways = step.alternatives ?? [];
  if (step.rule === "name-inner" && inner) {
    return { ...made, left: name, right: "", marked: "", value: undefined };
  }
  if ((step.rule === "chain-links" || step.rule === "links") && inner) {
    if (label && inner.latex !== label.of)
      made.right = made.marked = [
        derivative(label.of, inner.latex, label.partial),
        derivative(inner.latex, label.by, label.partial),
      ].join(" \\cdot ");
  }
  const tidied = step.steps.at(-1);
  if (tidied?.rule === "tidy" && !isPending(tidied.before) && tidied.after.node === step.after.node) {
    // 0 + (-sin x) = -sin x: what the rule gave, then what it is.
    made.right = `${tidied.before.latex} = ${made.right}`;
    made.marked = `${markedLatex(tidied.before)} = ${made.marked}`;
  }
  made.lines = step.steps.length > 0 && depth < kDeepest ? inside(step, own, label?.of ?? "", depth + 1) : [];
  return made;
}

function plainLine(rule: string, left: string, right: Formula, step: Step): Line {
  return {
    number: "",
    rule,
    left,
    right: right.latex,
    marked: markedLatex(right),
    value: isPending(right) ? undefined : right,
    step,
    focus: step.focus,
    ways: [],
    lines: [],
  };
}

function number(lines: Line[], before: string): void {
  lines.forEach((each, i) => {
    each.number = `${before}${i + 1}`;
    number(each.lines, `${each.number}.`);
  });
}

/** All steps, each before its finer ones. A learner's formula may nest them a thousand deep. */
export function allSteps(steps: readonly Step[]): Step[] {
  const found: Step[] = [];
  const waiting = [...steps].reverse();
  for (let step = waiting.pop(); step; step = waiting.pop()) {
    found.push(step);
    for (let i = step.steps.length - 1; i >= 0; --i) waiting.push(step.steps[i] as Step);
  }
  return found;
}

/** Every name that a step gave to an inner part, with the part. */
export function innerNames(steps: readonly Step[]): { name: string; latex: string; formula: Formula }[] {
  const found = new Map<string, { name: string; latex: string; formula: Formula }>();
  for (const { inner } of allSteps(steps)) {
    if (inner && !found.has(inner.name)) found.set(inner.name, inner);
  }
  return [...found.values()];
}

/** What `name-inner` says: the function with a bracket under its inner part. */
export function bracketed(study: FunctionStudy, { left, step }: Line): string {
  const { inner, before } = step;
  const named = innerNames(study.derivation?.steps ?? []).find(({ latex }) => latex === left)?.formula;
  const source = left === outputOf(study).latex ? (study.definitions.at(-1)?.formula ?? before) : (named ?? before);
  const marked =
    inner && source.annotated
      ? aroundNode(source.annotated, inner.formula.node, "\\underbrace{", `}_{\\textstyle ${inner.latex}}`)
      : undefined;
  return marked ?? study.outerFormulaOf(step)?.latex ?? "";
}

/** In rem: room for the left sides, so that the equals signs stand under one another. */
export function leftWidth(lines: readonly Line[]): number {
  // A fraction, or a derivative that is still to be worked out.
  const widths = lines.map(({ left, step }) => (left.includes("(") ? 1.6 + 0.42 * step.before.text.length : 0));
  return Math.min(kWidestLeft, Math.max(4.6, ...widths.filter((width) => width <= kWidestLeft)));
}

/** Puts `open` and `close` around the first part of annotated LaTeX that is the node `id`. */
export function aroundNode(annotated: string, id: number, open: string, close: string): string | undefined {
  const mark = `\\htmlData{node=${id}}{`;
  const start = annotated.indexOf(mark);
  if (start < 0) return undefined;
  let depth = 1;
  let end = start + mark.length;
  while (end < annotated.length && depth > 0) {
    const sign = annotated[end];
    if (sign === "\\") ++end;
    else if (sign === "{") ++depth;
    else if (sign === "}") --depth;
    ++end;
  }
  return annotated.slice(0, start) + open + annotated.slice(start, end) + close + annotated.slice(end);
}
