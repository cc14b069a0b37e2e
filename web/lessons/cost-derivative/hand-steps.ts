/** What one computes by hand for one derivative, line by line. No DOM. */
import { gradientPaths } from "../../figures/gradient-paths";
import type { SmallNetwork } from "../small-network/model";

/** Answers are rounded to three digits or more, and what comes from rounded numbers is off a little more. */
const kTolerance = 0.02;
/** Of a number that is 0, or next to it, the size itself counts. */
const kAlmostZero = 1e-6;

/** Whether what somebody typed, a number or an expression, is the value; judged by the engine. */
export function isRight({ engine }: SmallNetwork, typed: string, value: number): boolean {
  const answer = engine.evaluate(typed, {});
  if (!answer.ok) return false;
  const least = kAlmostZero / kTolerance;
  const off = engine.evaluate("abs(a - v)/max(abs(v), l)", { a: answer.value, v: value, l: least });
  return off.ok && off.value <= kTolerance;
}

export interface HandStep {
  key: string;
  tex: string;
  value: number;
}

/** Forward first, then the links from the cost back, and their product. */
export function handSteps(model: SmallNetwork, parameter: string): HandStep[] {
  const { trace } = model;
  const [path] = gradientPaths(trace, parameter);
  const node = trace.graph.nodes.find(({ name }) => name === parameter);
  if (!path || !node) return [];
  const forward = trace.graph.nodes
    .filter(({ kind, name }) => kind === "definition" && name !== "J")
    .map(({ id, name, latex }) => ({ key: name, tex: latex, value: trace.value(id) }));
  const links = path.links.map(({ from, to, formula, symbol, value }) => ({
    key: `${from}>${to}`,
    tex: `${symbol.replace("\\frac", "\\tfrac")} = ${formula}`,
    value,
  }));
  const product = {
    key: "product",
    tex: `\\tfrac{\\partial J}{\\partial ${node.latex}}`,
    value: model.gradient(parameter),
  };
  return [...forward, ...links, product];
}
