/**
 * The usual slips at one inner weight of the network, as numbers beside the right one and what a nudge says. No DOM.
 *
 *     slipsOf(model).transposed   // what W δ says where W transposed belongs
 */
import { text as lesson } from "../../locale/lessons/backpropagation";
import type { FullNetwork } from "./model";

const text = lesson.mistake;

export type Slip = "right" | "forgotten" | "transposed" | "early";

export interface Slips {
  name: string;
  /** Each as a formula. */
  tex: Readonly<Record<Slip, string>>;
  right: number;
  forgotten: number;
  /** Nothing where the shapes do not fit. */
  transposed: number | undefined;
  early: number;
  truth: number;
}

/** The engine evaluates what each slip says: δ of the inner node, with one thing wrong, times the rest. */
export function slipsOf(model: FullNetwork): Slips {
  const [inner, outer] = model.program.layers;
  const weights = inner?.weights ?? [];
  const unit = Math.max(
    0,
    weights.findIndex((row) => row.includes(model.weight)),
  );
  const column = Math.max(0, weights[unit]?.indexOf(model.weight) ?? 0);
  const name = weights[unit]?.[column] ?? "w1";
  const rows = outer?.weights ?? [];
  const z = outer?.z ?? [];
  const node = inner?.z[unit] ?? "";
  const into = rows.map((row) => row[unit] ?? "");
  const turned = rows.length === weights.length ? (rows[unit] ?? []) : undefined;

  const deltas = Object.fromEntries(z.map((one) => [`d${one}`, model.gradient(one)]));
  const known = { ...model.at, [node]: model.value(node), ...deltas };
  const rest = `sigmoid(${node})*(1 - sigmoid(${node}))*${model.program.inputs[column] ?? "0"}`;
  const say = (factors: readonly string[], names = known): number => {
    const sum = factors.map((weight, place) => `${weight}*d${z[place] ?? ""}`).join(" + ");
    return model.say(`(${sum})*${rest}`, names);
  };
  const written = (factors: readonly string[], mark = ""): string => {
    const sum = factors.map((weight, place) => `${model.tex(weight)}${mark}\\,${model.deltas[z[place] ?? ""] ?? ""}`);
    const front = sum.length > 1 ? `(${sum.join(" + ")})` : sum.join("");
    return `${front}\\, \\sigma'(${model.tex(node)})\\, ${model.tex(model.program.inputs[column] ?? "")}`;
  };
  return {
    name,
    tex: {
      right: written(into),
      forgotten: written(into.slice(0, 1)),
      transposed: turned ? written(turned) : `W^{(2)}\\, \\delta^{(2)}`,
      early: written(into, `^{\\text{${text.names.fresh}}}`),
    },
    right: model.gradient(name),
    forgotten: say(into.slice(0, 1)),
    transposed: turned && say(turned),
    early: say(into, { ...known, ...Object.fromEntries(into.map((weight) => [weight, model.updated[weight] ?? NaN])) }),
    truth: model.proofs.get(name)?.difference ?? NaN,
  };
}
