/**
 * The chain that a function is at one point: x -> u -> h, each link with its value and its slope. Read from the
 * derivation's own labels (dh/du, du/dx), so that the picture and the steps can never differ.
 *
 *     chainOf(study)   // links: x = 1; u = 2.540, du/dx = -0.841; h = 0.932, dh/du = 0.394
 */
import type { Formula, Step } from "../engine/api";
import { allSteps } from "./derivation-lines";
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

/** So many links fit on a screen; what lies further inside is shown as one. */
const kMostLinks = 6;

interface Named {
  name: string;
  latex: string;
  source: string;
  formula: Formula | undefined;
}

/** The function's own name; a plain expression has none, and the course calls it h. */
export function outputOf(study: FunctionStudy): { name: string; latex: string } {
  const last = study.definitions.at(-1);
  return last?.name ? { name: last.name, latex: last.latex } : { name: study.name, latex: study.name };
}

/** Every name between the variable and the function: the program's own, and those that steps gave to inner parts. */
function namesOf(study: FunctionStudy, steps: readonly Step[]): Map<string, Named> {
  const names = new Map<string, Named>();
  for (const { name, latex, formula } of study.definitions) {
    if (name) names.set(latex, { name, latex, formula, source: study.sourceOf(name) });
  }
  for (const { inner } of steps) {
    if (inner && !names.has(inner.latex))
      names.set(inner.latex, { ...inner, source: study.programFor(inner.formula.text) });
  }
  const output = outputOf(study);
  names.set(output.latex, { ...output, formula: study.definitions.at(-1)?.formula, source: study.source });
  return names;
}

export function chainOf(study: FunctionStudy): Chain {
  const steps = allSteps(study.derivation?.steps ?? []);
  const names = namesOf(study, steps);
  const valueOf = ({ source }: Named): number => study.evaluate(source, study.at);
  const byWays = steps.some((step) => step.rule === "fork");
  const links: Link[] = [];
  let latex = outputOf(study).latex;
  while (latex !== study.variableLatex) {
    const named = names.get(latex);
    if (!named) break;
    const isLast = byWays || links.length + 1 === kMostLinks;
    const step = isLast ? undefined : steps.find(({ rule, label }) => label?.of === latex && !kNoLink.has(rule));
    const by = step?.label?.by;
    const before = by === undefined ? undefined : names.get(by);
    if (!step || by === undefined || (by !== study.variableLatex && !before)) {
      // No further link is known by name, or there are too many: the rest of the way is one.
      links.push({ ...named, value: valueOf(named), slope: study.proofOf(named.source)?.symbolic ?? Number.NaN });
      break;
    }
    // Where a step named the inner part, the outer function is said in that name.
    const naming = steps.find(({ rule, label }) => rule === "chain" && label?.of === latex);
    const formula = (naming && study.outerFormulaOf(naming)) ?? named.formula;
    const at = before ? { ...study.at, [before.name]: valueOf(before) } : study.at;
    links.push({
      ...named,
      formula,
      value: valueOf(named),
      slope: study.evaluate(study.programFor(step.after.text), at),
    });
    latex = by;
  }
  const { variable, variableLatex, x } = study;
  links.push({
    name: variable,
    latex: variableLatex,
    value: x,
    slope: Number.NaN,
    formula: undefined,
    source: variable,
  });
  links.reverse();
  return { links, slope: links.slice(1).reduce((product, link) => product * link.slope, 1) };
}
