/** A lesson's progress as a mark and as words: never by colour, and never by the mark alone. */
import { html, nothing, type TemplateResult } from "lit";
import { progressWords as text } from "../locale/progress";
import type { LessonProgress } from "./progress";

/** An empty ring, a ring with a dot, a tick. */
export function progressMark(of: LessonProgress | undefined): TemplateResult | typeof nothing {
  if (!of) return nothing;
  const done = of.of > 0 && of.solved.length === of.of;
  const mark = done ? "✓" : of.solved.length > 0 ? "◐" : "○";
  return html`<span class="progress-mark" aria-hidden="true">${mark}</span>`;
}

export function progressWords(of: LessonProgress | undefined): string {
  if (!of) return "";
  if (of.solved.length === 0) return text.opened;
  return of.solved.length === of.of ? text.allSolved : text.solved(of.solved.length, of.of);
}
