/** SymPy's derivatives, from the package. */
import { expect, test } from "vitest";
import { chainwise, readJson, valueOf } from "./engine";

interface Problem {
  id: string;
  expr: string;
  var: string;
  points: number[];
  values: number[];
  fvalues: number[];
  cond: (number | null)[];
}

const { problems } = readJson<{ problems: Problem[] }>("derivatives.json");

test("there are 245 problems", () => expect(problems).toHaveLength(245));

test.each(problems.map((problem) => [problem.expr.slice(0, 60), problem] as const))("%s", (_name, problem) => {
  const { derivative, steps } = valueOf(
    chainwise.differentiate(problem.expr, problem.var, { detail: "main", formats: ["text"] }),
  );
  expect(steps.at(-1)?.after.text).toBe(derivative.text);
  problem.points.forEach((point, i) => {
    const at = { [problem.var]: point };
    const within = (actual: number, wanted: number, relative: number) =>
      expect(Math.abs(actual - wanted), `${derivative.text} at ${point}`).toBeLessThanOrEqual(
        Math.max(1e-12, relative * Math.abs(wanted)),
      );
    const relative = Math.max(1e-10, (problem.cond[i] ?? 0) * 1e-15);
    within(valueOf(chainwise.evaluate(problem.expr, at)), problem.fvalues[i]!, 1e-10);
    within(valueOf(chainwise.evaluate(derivative.text, at)), problem.values[i]!, relative);
    within(
      valueOf(chainwise.backpropagate(problem.expr, at)).gradients[problem.var] ?? 0,
      problem.values[i]!,
      relative,
    );
  });
});
