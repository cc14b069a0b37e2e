/** A goal and what a link holds, in sentences. */
import { numberText, shortText } from "../../kit/number-text";
import { text } from "../../locale/lab-teach";
import type { Control } from "../state";
import type { Part } from "./goals";

export const named = (names: string): Control[] => (names === "" ? [] : (names.split(".") as Control[]));

export const askOf = ({ kind, limit }: Pick<Part, "kind" | "limit">): string => text.asks[kind](shortText(limit, 6));

export function sentenceOf(part: Part): string {
  const { kind, now } = part;
  const shown = kind === "train" || kind === "test" ? numberText(now ?? NaN, 4) : shortText(now ?? NaN, 1);
  return `${askOf(part)}: ${now === undefined ? text.nothingApart : text.now[kind](shown)}.`;
}

/** What the link does to the controls; nothing where it does nothing. */
export function heldSentences(lock: string, hide: string): string[] {
  const say = (names: Control[], sentence: (names: readonly string[]) => string): string[] =>
    names.length > 0 ? [sentence(names.map((name) => text.controls[name]))] : [];
  const hidden = named(hide);
  return [
    ...say(
      named(lock).filter((name) => !hidden.includes(name)),
      text.locked,
    ),
    ...say(hidden, text.hidden),
  ];
}
