/**
 * The arithmetic of one update of the race, line by line: each definition in symbols, with its numbers, and what comes
 * out; and beside it what the network's own step makes of the parameter. No DOM.
 *
 *     const lines = updateLines(engine, { rate: 0.3, w: -1, b: 3 }, { optimiser: "adam", parameter: "w", steps: 0 });
 *     lines.same   // true
 */
import type { Chainwise, NetworkProgram } from "../engine/api";
import { substituteTex } from "../kit/substitute";
import { inColour } from "./graph-words";
import {
  nextUpdate,
  parameterAfter,
  type OptimiserName,
  type ParameterName,
  type RaceSetting,
} from "./optimiser-race-model";

const kDigits = 4;
const kSmall = 1e-3;
const kLarge = 1e5;
const kRounding = 1e-12;

export interface UpdateLine {
  /** The name in the program, such as `m_new`. */
  name: string;
  left: string;
  symbols: string;
  numbers: string;
  value: number;
}

export interface UpdateLines {
  given: readonly { name: string; tex: string; value: number }[];
  lines: readonly UpdateLine[];
  result: number;
  /** What training makes of the parameter in this step. */
  trained: number;
  /** They agree to twelve digits: training sums in another order, so the last ones may differ. */
  same: boolean;
}

export interface UpdateChoice {
  optimiser: OptimiserName;
  parameter: ParameterName;
  /** Steps that were made before. */
  steps: number;
}

/** The engine calls the parameter w, whichever it is; the page calls the bias b. */
function inOwnName({ source, at, output }: NetworkProgram, parameter: ParameterName): NetworkProgram {
  const own = (text: string): string => text.replace(/\bw(?=\b|_new\b)/g, parameter);
  return {
    source: own(source),
    at: Object.fromEntries(Object.entries(at).map(([name, value]) => [own(name), value])),
    output: own(output),
  };
}

const hats = (tex: string): string => tex.replace(/\\mathrm\{([mv])hat\}/g, "\\hat{$1}");
const upright = (tex: string): string => tex.replaceAll("_{new}", "_{\\text{new}}");

/** Four digits that count, as LaTeX. */
export function digitsTex(value: number): string {
  const size = Math.abs(value);
  if (size !== 0 && (size < kSmall || size >= kLarge)) {
    const [mantissa = "", exponent = ""] = value.toExponential(kDigits - 1).split("e");
    return `${Number(mantissa)} \\cdot 10^{${Number(exponent)}}`;
  }
  return String(Number(value.toPrecision(kDigits)));
}

/** Powers of ten keep together where they stand for a symbol. */
function standIn(value: number): string {
  const tex = digitsTex(value);
  return tex.includes("cdot") ? `(${tex})` : tex;
}

export function updateLines(engine: Chainwise, setting: RaceSetting, choice: UpdateChoice): UpdateLines {
  const { source, at } = inOwnName(nextUpdate(engine, setting, choice), choice.parameter);
  const graph = engine.graph(source, { detail: "definitions" });
  const pass = engine.backpropagate(source, at, { detail: "definitions" });
  if (!graph.ok) throw new Error(graph.error.message);
  if (!pass.ok) throw new Error(pass.error.message);
  const values = new Map(pass.value.nodes.map(({ id, value }) => [id, value]));
  const { nodes } = graph.value;
  const numbers = new Map(nodes.map(({ id, latex }) => [hats(latex), standIn(values.get(id) ?? NaN)]));
  const lines = nodes
    .filter(({ kind }) => kind === "definition")
    .map(({ id, name, latex, formula }) => ({
      name,
      left: upright(hats(latex)),
      symbols: upright(hats(formula.latex)),
      numbers: substituteTex(hats(formula.latex), numbers, inColour),
      value: values.get(id) ?? NaN,
    }));
  const result = lines.at(-1)?.value ?? NaN;
  const trained = parameterAfter(engine, setting, { ...choice, steps: choice.steps + 1 });
  return {
    given: Object.entries(at).map(([name, value]) => ({
      name,
      tex: nodes.find((node) => node.name === name)?.latex ?? name,
      value,
    })),
    lines,
    result,
    trained,
    same: Math.abs(result - trained) <= kRounding * Math.max(1, Math.abs(trained)),
  };
}
