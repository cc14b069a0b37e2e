/**
 * The calculation of a network at a place of the plane, node by node down to its coordinates, all of it worked out by
 * the engine. Features are lines of the calculation like any other, so slopes reach through them.
 *
 *     const made = calculationAt(asked, [0.5, -0.2]);
 *     if (made.ok) made.value.nodes.get("yhat")?.value     // what `predict` answers
 */
import type { Network, NetworkProgram, Proof, Result } from "../../engine/api";
import { features, featuresAt } from "../../engine/features";
import type { TrainingSetup } from "../../engine/training-protocol";
import { neatTex } from "../../kit/number-text";
import { substituteTex } from "../../kit/substitute";
import type { Asked } from "../node-panel";
import { withNetwork } from "../trace";

export interface CalculationNode {
  tex: string;
  value: number;
  /** In symbols and numbers: what the activation makes of the sum, then the sum. */
  lines: { tex: string; value: number }[];
  /** The nodes that it is made of; none where it is made of coordinates and weights alone. */
  from: string[];
}

export interface Calculation {
  nodes: ReadonlyMap<string, CalculationNode>;
  /** Where it ends: the outputs, or the cost where it was told what the answer should be. */
  ends: string[];
  /** How each output moves with each coordinate; by output, then by coordinate. */
  slopes: ReadonlyMap<string, Readonly<Record<string, number>>>;
}

const kName = /[a-zA-Z]\w*/g;
const kCoordinate = /^x\d*$/;

export function calculationAt(asked: Asked, place: readonly number[], targets?: Float64Array): Result<Calculation> {
  const { engine } = asked;
  return withProgram(asked, place, targets, ({ source, at, output }) => {
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
    const nodes = new Map<string, CalculationNode>();
    const made = new Map(source.split("\n").map((line) => line.split(" = ") as [string, string]));
    for (const { name, latex, formula } of definitions) {
      const value = values.get(name) ?? NaN;
      const tex = `${latex} = ${formula.latex} = ${substituteTex(formula.latex, numbers)} = ${neatTex(value)}`;
      const from = [...new Set(made.get(name)?.match(kName))].filter((used) => nodes.has(used));
      // A node is one thing, though the program writes its sum and its activation apart.
      const [only, ...others] = from;
      const sum = only?.startsWith("z") && others.length === 0 ? nodes.get(only) : undefined;
      const lines = [{ tex, value }, ...(sum?.lines ?? [])];
      nodes.set(name, { tex: latex, value, lines, from: sum?.from ?? from });
    }
    const outputs = [...nodes.keys()].filter((name) => name.startsWith("yhat"));
    const slopes = new Map<string, Record<string, number>>();
    for (const name of targets ? [] : outputs) {
      const back = engine.backpropagate(source, at, { detail: "definitions", output: name });
      if (!back.ok) return back;
      const by = Object.entries(back.value.gradients).filter(([input]) => kCoordinate.test(input));
      slopes.set(name, Object.fromEntries(by));
    }
    return { ok: true, value: { nodes, ends: targets ? [output] : outputs, slopes } };
  });
}

/** How an output moves with a coordinate, in three ways. */
export function proofAt(asked: Asked, place: readonly number[], output: string, by: string): Result<Proof> {
  return withProgram(asked, place, undefined, ({ source, at }) => asked.engine.prove(source, by, at, { output }));
}

function withProgram<T>(
  asked: Asked,
  place: readonly number[],
  targets: Float64Array | undefined,
  ask: (program: NetworkProgram) => Result<T>,
): Result<T> {
  const { engine, setup, data, frame } = asked;
  return withNetwork(engine, setup, data, frame, (network) => {
    // Without a cost it does not matter what the right answer would be.
    const program = programAt(asked, network, place, targets ?? new Float64Array(data.targetSize));
    return program.ok ? ask(program.value) : program;
  });
}

/** What the network is given stands in the program under its own names, with the lines that make it. */
function programAt(
  { engine, setup }: Asked,
  network: Network,
  place: readonly number[],
  targets: Float64Array,
): Result<NetworkProgram> {
  const coordinates = Float64Array.from(place);
  if (!setup.features) return network.program(coordinates, targets);
  const given = featuresAt(engine, setup.features, coordinates);
  if (!given.ok) return given;
  const program = network.program(given.value, targets);
  if (!program.ok) return program;
  const own = featureLines(setup.features);
  const source = program.value.source.replace(
    /\bx(\d*)\b/g,
    (_, index: string) => own[Number(index || 1) - 1]?.name ?? "",
  );
  const at = Object.fromEntries(Object.entries(program.value.at).filter(([name]) => !kCoordinate.test(name)));
  const lines = own.flatMap(({ line }) => line ?? []);
  const used = ["x1", "x2"].flatMap((name, axis): [string, number][] =>
    setup.features?.some((feature) => features[feature].formula.includes(name)) ? [[name, place[axis] ?? NaN]] : [],
  );
  const written = [...lines, source].join("\n");
  return { ok: true, value: { ...program.value, source: written, at: { ...at, ...Object.fromEntries(used) } } };
}

/** A bare coordinate keeps its name; any other feature is f with its number. */
function featureLines(given: NonNullable<TrainingSetup["features"]>): { name: string; line?: string }[] {
  return given.map((feature, index) => {
    const { formula } = features[feature];
    const name = `f${index + 1}`;
    return kCoordinate.test(formula) ? { name: formula } : { name, line: `${name} = ${formula}` };
  });
}
