/**
 * The chain that a function is at one point: x -> u -> h, each link with its value and its slope. Read from the
 * derivation's own labels (dh/du, du/dx), so that the picture and the steps can never differ.
 *
 *     chainOf(study)   // links: x = 1; u = 2.540, du/dx = -0.841; h = 0.932, dh/du = 0.394
 */
import type { Formula, Step } from "../engine/api";
import type { FunctionStudy } from "./function-study";

export interface Link {
  /** Name in a program, and typeset. */
  name: string;
  latex: string;
  value: number;
  /** d this / d the link before; NaN for the first. */
  slope: number;
  /** How this link is computed from the one before. */
  formula: Formula | undefined;
  /** The whole of this link as a program of its own. */
  source: string;
}

export interface Chain {
  /** From the variable to the function: two at least. */
  links: Link[];
  /** The product of the slopes. */
  slope: number;
}

/** Steps that speak about several links at once. */
const kNoLink = new Set(["chain", "chain-links", "links", "fork", "split", "put-back", "tidy", "simplify", "repeat"]);

interface Named {
  name: string;
  latex: string;
  source: string;
  formula: Formula | undefined;
}

function flatten(steps: readonly Step[]): Step[] {
  return steps.flatMap((step) => [step, ...flatten(step.steps)]);
}

/** The function's own name; a plain expression has none, and the course calls it h. */
export function outputOf(study: FunctionStudy): { name: string; latex: string } {
  const last = study.definitions.at(-1);
  return last?.name ? { name: last.name, latex: last.latex } : { name: "h", latex: "h" };
}

/** Every name between the variable and the function: the program's own, and those that steps gave to inner parts. */
function namesOf(study: FunctionStudy, steps: readonly Step[]): Map<string, Named> {
  const names = new Map<string, Named>();
  for (const { name, latex, formula } of study.definitions) {
    if (name) names.set(latex, { name, latex, formula, source: study.sourceOf(name) });
  }
  for (const { inner } of steps) {
    if (inner && !names.has(inner.latex)) {
      names.set(inner.latex, { ...inner, source: study.programFor(inner.formula.text) });
    }
  }
  const output = outputOf(study);
  const formula = study.definitions.at(-1)?.formula;
  names.set(output.latex, { ...output, formula, source: study.source });
  // Where a step named the inner part, the outer function is said in that name.
  for (const step of steps) {
    const named = step.rule === "chain" && step.label ? names.get(step.label.of) : undefined;
    const outer = study.outerFormulaOf(step);
    if (named && outer) named.formula = outer;
  }
  return names;
}

export function chainOf(study: FunctionStudy): Chain {
  const steps = flatten(study.derivation?.steps ?? []);
  const names = namesOf(study, steps);
  const values = Object.fromEntries(
    [...names.values()].map(({ name, source }) => [name, study.evaluate(source, study.at)] as const),
  );
  const links: Link[] = [];
  const byWay = steps.some((step) => step.rule === "fork");
  let latex = outputOf(study).latex;
  while (latex !== study.variableLatex && links.length < names.size) {
    const named = names.get(latex);
    const step = byWay ? undefined : steps.find(({ rule, label }) => label?.of === latex && !kNoLink.has(rule));
    const by = step?.label?.by;
    if (!named) break;
    if (!step || by === undefined || (by !== study.variableLatex && !names.has(by))) {
      // No further link is known by name: the rest of the way is one.
      const whole = study.proofOf(named.source)?.symbolic ?? Number.NaN;
      links.push({ ...named, value: values[named.name] ?? Number.NaN, slope: whole });
      break;
    }
    links.push({
      ...named,
      value: values[named.name] ?? Number.NaN,
      slope: study.evaluate(study.programFor(step.after.text), { ...study.at, ...values }),
    });
    latex = by;
  }
  links.push({
    name: study.variable,
    latex: study.variableLatex,
    value: study.x,
    slope: Number.NaN,
    formula: undefined,
    source: study.variable,
  });
  links.reverse();
  return { links, slope: links.slice(1).reduce((product, link) => product * link.slope, 1) };
}
