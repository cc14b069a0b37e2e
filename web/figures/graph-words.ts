/**
 * Says in one sentence what a step of a trace does, with the numbers filled in.
 *
 *     sentenceFor(trace, 7)   // "The gradient at $\hat{y}$ flows back along one link to $z_2$, ..."
 */
import { numberTex } from "../kit/number-text";
import { substituteTex } from "../kit/substitute";
import { standardRoles } from "../kit/tex-roles";
import { networkWords } from "../locale/network-figures";
import { edgeName, type Trace, type TraceStep } from "./graph-trace";

export const kValueDigits = 3;
export const kGradientDigits = 4;

export function phaseOf(step: TraceStep | undefined): string {
  return step ? networkWords.graph.phases[step.phase] : networkWords.graph.startPhase;
}

export function sentenceFor(trace: Trace, position: number): string {
  const step = trace.steps[position - 1];
  if (!step) return trace.learns ? networkWords.graph.start : networkWords.graph.startFormula;
  const tex = (id: number): string => trace.nodes.get(id)?.latex ?? "";
  const cost = tex(trace.graph.output);
  switch (step.phase) {
    case "forward":
    case "loss": {
      const formula = trace.nodes.get(step.node)?.formula.latex ?? "";
      const numbers = new Map(step.from.map((id) => [tex(id), numberTex(trace.value(id), kValueDigits)]));
      const say = networkWords.graph[step.phase];
      return say(
        tex(step.node),
        formula,
        substituteTex(formula, numbers, inColour),
        numberTex(step.value, kValueDigits),
      );
    }
    case "backward": {
      const { node, from, local, upstream, contribution, gradient } = step.event;
      if (node === from) return networkWords.graph.seed(cost);
      const parts = {
        of: tex(node),
        from: tex(from),
        cost,
        upstream: numberTex(upstream, kGradientDigits),
        local: numberTex(local, kGradientDigits, true),
        contribution: numberTex(contribution, kGradientDigits),
        result: numberTex(gradient, kGradientDigits),
      };
      const again = trace.steps
        .slice(0, position - 1)
        .some((earlier) => earlier.phase === "backward" && earlier.event.node === node);
      if (again) return networkWords.graph.fork(parts);
      const say = trace.learns && from === trace.graph.output ? "firstBackward" : "backward";
      return networkWords.graph[say](parts);
    }
    case "tangent": {
      const { node, from, local, fromTangent, contribution, tangent } = step.event;
      if (node === from) return networkWords.graph.tangentSeed(tex(node));
      const parts = {
        of: tex(node),
        from: tex(from),
        by: tex(trace.graph.nodes.find(({ name }) => name === trace.request.along)?.id ?? node),
        arrived: numberTex(fromTangent, kGradientDigits, true),
        local: numberTex(local, kGradientDigits),
        contribution: numberTex(contribution, kGradientDigits),
        result: numberTex(tangent, kGradientDigits),
      };
      const again = trace.steps
        .slice(0, position - 1)
        .some((earlier) => earlier.phase === "tangent" && earlier.event.node === node);
      return again ? networkWords.graph.tangentFork(parts) : networkWords.graph.tangent(parts);
    }
    case "update": {
      const { node, before, gradient, after } = step.update;
      return networkWords.graph.update({
        of: tex(node),
        cost,
        before: numberTex(before, kValueDigits),
        rate: numberTex(trace.request.learningRate ?? 0, kValueDigits),
        gradient: numberTex(gradient, kGradientDigits, true),
        after: numberTex(after, kValueDigits),
      });
    }
  }
}

/** The edge that a step runs along, if it runs along one. */
export function edgeOf(step: TraceStep | undefined): string | undefined {
  if ((step?.phase !== "backward" && step?.phase !== "tangent") || step.event.node === step.event.from)
    return undefined;
  const { node, from } = step.event;
  return step.phase === "tangent" ? edgeName(from, node) : edgeName(node, from);
}

/** A number in the colour of the symbol that it stands for. */
export function inColour(name: string, number: string): string {
  const role = standardRoles[name] ?? standardRoles[name.replace(/_.*$/, "")];
  return role ? `\\htmlData{role=${role}}{${number}}` : number;
}
