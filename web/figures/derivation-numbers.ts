/**
 * The numbers that stand beside a derivation's lines: each name with its value at the point.
 *
 *     const numbers = numbersAt(study);                  // x = 1, u = 2.540
 *     withNumbers(study, line.value, numbers)            // "= \\frac{1}{2.540} = 0.394"
 */
import type { Bindings, Formula } from "../engine/api";
import { neatTex, shortText } from "../kit/number-text";
import { substituteTex } from "../kit/substitute";
import { innerNames } from "./derivation-lines";
import type { FunctionStudy } from "./function-study";

export interface PointNumbers {
  bindings: Bindings;
  /** By typeset name, as LaTeX. */
  latex: ReadonlyMap<string, string>;
}

/** A chain of more named parts is nothing that one reads with numbers. */
const kMostNames = 24;

export function numbersAt(study: FunctionStudy): PointNumbers {
  const bindings = { ...study.at };
  const latex = new Map<string, string>();
  for (const inner of innerNames(study.derivation?.steps ?? []).slice(0, kMostNames)) {
    const value = study.evaluate(study.programFor(inner.formula.text), study.at);
    bindings[inner.name] = value;
    latex.set(inner.latex, neatTex(value));
  }
  for (const { name, latex: symbol } of study.definitions.slice(0, -1)) {
    const value = study.evaluate(study.programFor(name), study.at);
    bindings[name] = value;
    latex.set(symbol, neatTex(value));
  }
  for (const input of study.inputs) {
    // LaTeX sets a true minus sign for the ASCII one.
    latex.set(input.latex, shortText(study.at[input.name] ?? Number.NaN).replace("−", "-"));
  }
  return { bindings, latex };
}

export function withNumbers(study: FunctionStudy, value: Formula, numbers: PointNumbers): string {
  const result = neatTex(study.evaluate(study.programFor(value.text), numbers.bindings));
  const substituted = substituteTex(value.latex, numbers.latex);
  return substituted === result ? `= ${result}` : `= ${substituted} = ${result}`;
}
