/** What an event of slow motion is called, and the sentence about it. */
import { kGradientDigits, kValueDigits, sentenceFor } from "../../figures/graph-words";
import { numberTex } from "../../kit/number-text";
import { text as lab } from "../../locale/lab";
import { text } from "../../locale/lab-slow";
import type { SlowWalk, StepOf, WalkState } from "./walk";

export function phaseOf(state: WalkState): keyof typeof text.phases {
  return state.step ? "update" : (state.current?.phase ?? "start");
}

export function whereOf(walk: SlowWalk, state: WalkState, position: number): string {
  const { examples } = walk;
  const of = state.step
    ? text.update
    : text.example(state.example + 1, examples.length, (examples[state.example] ?? 0) + 1);
  return `${text.where(position, walk.count)} · ${of}`;
}

export function sentencesOf(walk: SlowWalk, state: WalkState, position: number): string[] {
  const atEnd = position === walk.count;
  if (atEnd && !walk.after) return [text.diverges];
  if (state.step) return [...update(walk, state.step), ...(atEnd ? [text.last] : [])];
  if (!state.current) return [text.start(walk.examples.length)];
  const lost = !Number.isFinite(valueIn(state));
  return lost ? [text.undefined] : [sentenceFor(state.trace, state.local)];
}

/** The number that the event brings. */
function valueIn({ current }: WalkState): number {
  if (current?.phase === "backward") return current.event.gradient;
  return current?.phase === "forward" || current?.phase === "loss" ? current.value : 0;
}

function update({ moment, examples }: SlowWalk, step: StepOf): string[] {
  const { optimizer, l1 = 0, l2 = 0 } = moment.setup.network;
  const penalised = step.input !== undefined && (l1 > 0 || l2 > 0);
  const name = (optimizer?.name ?? "gradient-descent") as keyof typeof lab.learning.optimizers;
  const say = name === "gradient-descent" && !penalised ? text.plain : text.other;
  const sentence = say({
    of: step.latex,
    before: numberTex(step.before, kValueDigits),
    rate: numberTex(optimizer?.learningRate ?? 0, kValueDigits),
    gradient: numberTex(step.gradient, kGradientDigits, say === text.plain),
    after: numberTex(step.after, kValueDigits),
    optimizer: lab.learning.optimizers[name],
    count: examples.length,
  });
  return penalised ? [sentence, text.penalties] : [sentence];
}
