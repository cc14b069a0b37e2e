/**
 * A derivation done another way: where several rules fit a step, the same derivative by one of the others, and whether
 * both answers are equal. No DOM; every formula, and the judgement, comes from the engine.
 *
 *     const [step] = study.derivation.steps;                            // of (x^2+1)/(x-1)
 *     const way = new OtherWay(study, { step, whole: true }, "quotient-as-product");
 *     way.study.derivation    // by the product rule, for (x^2+1)*(x-1)^-1
 *     way.agreement           // { verdict: "equal", ... }
 */
import type { Chainwise, DifferentiateOptions, Equivalence, Formula, Step } from "../engine/api";
import { FunctionStudy } from "./function-study";

export interface Place {
  step: Step;
  /** The step derives the whole function, not a part of it. */
  whole: boolean;
}

export interface Agreement {
  /** The answer by the usual rules, and by the other way. */
  usual: Formula;
  other: Formula;
  verdict: Equivalence["verdict"];
  /** What must differ from 0 for it. */
  except: readonly Formula[];
  /** Both answers at the point. */
  values: [number, number];
}

/** What a part is called that has no name in the derivation. */
const kPartNames = ["p", "q", "r", "part"];

export class OtherWay {
  /** The same function, or the part that the step derives, with its steps done the other way. */
  readonly study: FunctionStudy;

  constructor(
    readonly asked: FunctionStudy,
    place: Place,
    rule: string,
  ) {
    const { source, variable, name } = place.whole
      ? { source: asked.source, variable: asked.variable, name: asked.name }
      : partOf(asked, place.step);
    this.study = new FunctionStudy(preferring(asked.engine, rule), source, { variable, ...pointOf(asked) }, name);
  }

  /** The point of the figure that asked may have moved. */
  follow(): void {
    this.study.change(pointOf(this.asked));
  }

  get agreement(): Agreement | undefined {
    const { study } = this;
    const { engine } = this.asked;
    const other = study.derivation?.derivative;
    const answer = engine.differentiate(study.source, study.variable, { detail: "answer", formats: ["text", "latex"] });
    if (!other || !answer.ok) return undefined;
    const usual = answer.value.derivative;
    const [a, b] = [usual, other].map(({ text }) => study.programFor(text)) as [string, string];
    const judged = engine.equivalent(a, b);
    return {
      usual,
      other,
      verdict: judged.ok ? judged.value.verdict : "unknown",
      except: judged.ok ? (judged.value.except ?? []) : [],
      values: [study.evaluate(a, study.at), study.evaluate(b, study.at)],
    };
  }
}

const pointOf = ({ x, others }: FunctionStudy) => ({ x, others });

/** What a step derives, and by what: `diff(x^2, x)` is x^2 by x. */
function partOf(study: FunctionStudy, step: Step): { source: string; variable: string; name: string } {
  const [, operand = study.source, variable = study.variable] =
    /^diff\(([^]*), *([^,]*)\)$/.exec(step.before.text) ?? [];
  const taken = new Set([...study.inputs, ...study.definitions].map(({ name }) => name));
  const name = kPartNames.find((each) => !taken.has(each)) ?? study.name;
  // Derived by a name of the program, the others are held: they are plain inputs then.
  const before = variable === study.variable ? study.definitions.slice(0, -1) : [];
  const lines = before.map((each) => `${each.name} = ${each.formula.text}`);
  return { source: [...lines, `${name} = ${operand}`].join("\n"), variable, name };
}

/** The engine, but that it takes `rule` wherever it fits. */
function preferring(engine: Chainwise, rule: string): Chainwise {
  const differentiate = (source: string, variable: string, options: DifferentiateOptions = {}) =>
    engine.differentiate(source, variable, { ...options, prefer: [rule] });
  return { ...engine, catalog: () => engine.catalog(), differentiate };
}
