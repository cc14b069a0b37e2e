/**
 * The forward calculation of a network at a place of its inputs, line by line, all of it worked out by the engine.
 *
 *     const answer = answerAt(asked, [0.5, -0.2]);
 *     if (answer.ok) answer.value.outputs[0].value     // what `predict` answers
 */
import type { Result } from "../../engine/api";
import { neatTex } from "../../kit/number-text";
import { substituteTex } from "../../kit/substitute";
import type { Asked } from "../node-panel";
import { withNetwork } from "../trace";

export interface AnswerLine {
  tex: string;
  value: number;
}

export interface Answer {
  /** The lines of each layer in order: the sums and what the activation makes of them. */
  layers: AnswerLine[][];
  /** `slopes`: how the answer moves with each input. */
  outputs: { tex: string; value: number; slopes: { name: string; value: number }[] }[];
}

export function answerAt({ engine, setup, data, frame }: Asked, place: readonly number[]): Result<Answer> {
  const inputs = Float64Array.from(place);
  // The cost is left out, so it does not matter what the right answer would be.
  const targets = new Float64Array(data.targetSize);
  return withNetwork(engine, setup, data, frame, (network) => {
    const program = network.program(inputs, targets);
    if (!program.ok) return program;
    const { source, at, output } = program.value;
    const parsed = engine.parse(source, { formats: ["latex"] });
    if (!parsed.ok) return parsed;
    const pass = engine.backpropagate(source, at, { detail: "definitions", output });
    if (!pass.ok) return pass;
    const values = new Map(pass.value.nodes.map(({ name, value }) => [name, value]));
    const { names, definitions } = parsed.value;
    const numbers = new Map(
      Object.entries(names).flatMap(([name, tex]): [string, string][] => {
        const value = values.get(name) ?? at[name];
        return value === undefined ? [] : [[tex, neatTex(value)]];
      }),
    );
    const answer: Answer = { layers: setup.network.layers.map(() => []), outputs: [] };
    for (const { name, latex, formula } of definitions) {
      if (name === output) continue;
      const value = values.get(name) ?? NaN;
      const layer = Number(/^[az](\d+)_/.exec(name)?.[1] ?? setup.network.layers.length) - 1;
      const tex = `${latex} = ${formula.latex} = ${substituteTex(formula.latex, numbers)} = ${neatTex(value)}`;
      answer.layers[layer]?.push({ tex, value });
      if (!name.startsWith("yhat")) continue;
      const slopes = engine.backpropagate(source, at, { detail: "definitions", output: name });
      if (!slopes.ok) return slopes;
      const by = Object.entries(slopes.value.gradients).filter(([input]) => /^x\d*$/.test(input));
      answer.outputs.push({ tex: latex, value, slopes: by.map(([input, slope]) => ({ name: input, value: slope })) });
    }
    return { ok: true, value: answer };
  });
}
