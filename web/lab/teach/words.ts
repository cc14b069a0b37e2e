/** A goal and what a link holds, in sentences. */
import { numberText, shortText } from "../../kit/number-text";
import { text } from "../../locale/lab-teach";
import type { Control } from "../state";
import { type Part } from "./goals";

export const named = (names: string): Control[] => (names === "" ? [] : (names.split(".") as Control[]));

export function sentenceOf({ kind, limit, now }: Part): string {
  const digits = kind === "train" || kind === "test" ? 4 : kind === "epochs" ? 1 : 0;
  const shown = now === undefined ? text.nothingApart : numberText(now, digits);
  return text.parts[kind](shortText(limit, 6), shown);
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
