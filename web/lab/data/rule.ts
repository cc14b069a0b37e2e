/**
 * A rule that says what is to be learned: an inequality sorts points of the plane, an equation says which number is
 * to be met. The text is cut at its sign; all else is read by the engine.
 *
 *     readRule(engine, "y > sin(3x)")   // { sign: ">", left: "y", right: "sin(3x)", kind: "classes", inputs: [...] }
 *     rulePoints(engine, rule, { count: 250, noise: 0.05, seed: 1 })
 */
import type { Chainwise, ChainwiseError, Result } from "../../engine/api";
import { text as words } from "../../locale/lab-rule";
import { kFarthest, type OwnPoints, type PointKind } from "./own-points";

export interface Rule {
  kind: PointKind;
  sign: "<" | ">" | "=";
  left: string;
  right: string;
  /** What the formulas call the inputs; those that they do not name are left out. */
  inputs: readonly { name: string; axis: 0 | 1 }[];
}

const kSign = /[<>]=?|[≤≥=]/gu;
/** Two ways to call the inputs of the plane. */
const xy: Record<string, 0 | 1> = { x: 0, y: 1 };
const indexed: Record<string, 0 | 1> = { x1: 0, x_1: 0, x2: 1, x_2: 1 };

export function readRule(engine: Chainwise, text: string): Result<Rule> {
  const signs = [...text.matchAll(kSign)];
  const [first, second] = signs;
  if (second) return wrong("two-signs", second.index, second[0].length);
  const at = first?.index ?? 0;
  const sign = !first || first[0] === "=" ? "=" : /[<≤]/u.test(first[0]) ? "<" : ">";
  const left = first ? text.slice(0, at) : "y";
  const rightAt = first ? at + first[0].length : 0;
  const right = text.slice(rightAt);
  if (sign === "=" && left.trim() !== "y") return wrong("left", 0, left.length);
  const sides = [sign === "=" ? [] : namesOf(engine, left, 0), namesOf(engine, right, rightAt)];
  const used: Used[] = [];
  for (const side of sides) {
    if (Array.isArray(side)) used.push(...side);
    else return { ok: false, error: side };
  }
  return sign === "=" ? equation(right, used) : inequality({ sign, left, right }, used);
}

interface Used {
  name: string;
  position: number;
}

function equation(right: string, used: readonly Used[]): Result<Rule> {
  const plane = used.some(({ name }) => name in indexed);
  const inputs = inputsOf(used, plane ? indexed : { x: 0 });
  if (!inputs.ok) return inputs;
  return { ok: true, value: { kind: plane ? "numbers" : "curve", sign: "=", left: "y", right, inputs: inputs.value } };
}

function inequality(parts: Pick<Rule, "sign" | "left" | "right">, used: readonly Used[]): Result<Rule> {
  const inputs = inputsOf(used, used.some(({ name }) => name in xy) ? xy : indexed);
  if (!inputs.ok) return inputs;
  if (used.length === 0) return wrong("no-names", 0, parts.left.length);
  return { ok: true, value: { kind: "classes", ...parts, inputs: inputs.value } };
}

function inputsOf(used: readonly Used[], known: Record<string, 0 | 1>): Result<Rule["inputs"]> {
  const inputs = new Map<string, 0 | 1>();
  for (const { name, position } of used) {
    const axis = Object.hasOwn(known, name) ? known[name] : undefined;
    if (axis === undefined) return wrong(name === "y" ? "y-twice" : "stranger", position, name.length);
    inputs.set(name, axis);
  }
  return { ok: true, value: Array.from(inputs, ([name, axis]) => ({ name, axis })) };
}

/** The names of one side with their places in the whole text. */
function namesOf(engine: Chainwise, side: string, at: number): Used[] | ChainwiseError {
  const parsed = engine.parse(side);
  if (!parsed.ok) return { ...parsed.error, position: at + (parsed.error.position ?? 0) };
  const named = parsed.value.definitions.length > 1;
  if (named) return { code: "several", message: words.faults["several"], position: at, length: side.length };
  return parsed.value.inputs.map((name) => ({ name, position: at + placeOfName(side, name) }));
}

/** The name by itself, not as a part of another one. */
function placeOfName(side: string, name: string): number {
  const found = new RegExp(`(^|[^\\p{L}_])${name}(?![\\p{L}\\p{N}_])`, "u").exec(side);
  return found ? found.index + (found[1] ?? "").length : 0;
}

type Fault = keyof typeof words.faults;

function wrong(code: Fault, position: number, length: number): { ok: false; error: ChainwiseError } {
  return { ok: false, error: { code, message: words.faults[code], position, length } };
}

export interface RuleSettings {
  count: number;
  noise: number;
  seed: number;
}

/** Points between -1 and 1; where a side has no value there is no point. */
export function rulePoints(engine: Chainwise, rule: Rule, { count, noise, seed }: RuleSettings): Result<OwnPoints> {
  const { kind, sign, left, right } = rule;
  const inputSize = kind === "curve" ? 1 : 2;
  const places = engine.dataset({ name: inputSize === 1 ? "line" : "plane", count, seed });
  if (!places.ok) return places;
  const shaken = noises(engine, count * inputSize, noise, seed);
  if (!shaken.ok) return shaken;
  const source = sign === "=" ? right : `(${left}) - (${right})`;
  const rows: number[][] = [];
  for (let i = 0; i < count; i++) {
    const place = Array.from(places.value.inputs.subarray(i * inputSize, (i + 1) * inputSize));
    const at = Object.fromEntries(rule.inputs.map(({ name, axis }) => [name, place[axis] ?? 0]));
    const value = engine.evaluate(source, at);
    if (!value.ok) return value;
    if (!Number.isFinite(value.value)) continue;
    if (sign === "=" && Math.abs(value.value) > kFarthest) return wrong("too-far", 0, 0);
    const shift = (axis: number): number => shaken.value[i * inputSize + axis] ?? 0;
    // Noise moves points of classes, and the numbers of curves and surfaces, as in the engine's own sets.
    if (sign === "=") rows.push([...place, value.value + shift(0)]);
    else
      rows.push([...place.map((x, axis) => x + shift(axis)), Number(sign === ">" ? value.value > 0 : value.value < 0)]);
  }
  if (rows.length < kFewest) return wrong("nowhere", 0, 0);
  return { ok: true, value: { kind, rows } };
}

const kFewest = 5;

/** Normal random numbers by the engine: what its noise adds to a step of known height. */
function noises(engine: Chainwise, count: number, noise: number, seed: number): Result<Float64Array> {
  if (noise === 0) return { ok: true, value: new Float64Array(count) };
  const made = engine.dataset({ name: "step", count, seed, noise });
  if (!made.ok) return made;
  const { inputs, targets } = made.value;
  return { ok: true, value: targets.map((target, i) => target - ((inputs[i] ?? 0) < 0 ? 0 : 1)) };
}
