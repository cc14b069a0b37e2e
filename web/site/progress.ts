/**
 * How far a reader has come: lessons opened, quick checks solved. It stays on the device.
 *
 *     opened("chain-rule");
 *     solved("chain-rule", 0, 3);
 *     progress().get("chain-rule")   // { solved: [0], of: 3 }
 */
import { recall, remember } from "../kit/storage";
import { course, type LessonId } from "../lessons/course";

export interface LessonProgress {
  /** The quick checks that were solved, by their place in the lesson. */
  solved: readonly number[];
  /** How many it has; 0 until one was solved. */
  of: number;
}

const kKey = "progress";
const kLast = "last-lesson";
/** No lesson has more; what storage says may have been written by anybody. */
const kMostChecks = 20;

/** Says that progress changed, so that what shows it can draw itself anew. */
export const kProgressEvent = "chainwise-progress";

export function progress(): ReadonlyMap<LessonId, LessonProgress> {
  const found = new Map<LessonId, LessonProgress>();
  let stored: unknown;
  try {
    stored = JSON.parse(recall(kKey) ?? "{}");
  } catch {
    return found; // Damaged: the course begins anew.
  }
  for (const { id } of course) {
    const entry = (stored as Record<string, unknown> | null)?.[id];
    if (!Array.isArray(entry)) continue;
    const numbers = entry.map(Number).filter((number) => Number.isInteger(number) && number >= 0);
    const [of = 0, ...checks] = numbers.map((number) => Math.min(number, kMostChecks));
    found.set(id, { of, solved: [...new Set(checks)].filter((check) => check < of).sort((a, b) => a - b) });
  }
  return found;
}

export function opened(id: LessonId): void {
  const known = progress();
  remember(kLast, id);
  if (!known.has(id)) write(new Map(known).set(id, { solved: [], of: 0 }));
}

export function solved(id: LessonId, check: number, of: number): void {
  const known = new Map(progress());
  write(known.set(id, { of, solved: [...(known.get(id)?.solved ?? []), check] }));
}

export function erase(): void {
  remember(kLast, undefined);
  remember(kKey, undefined);
  dispatchEvent(new Event(kProgressEvent));
}

/** Where to go on: the lesson that was opened last, or the one after it once all its checks are solved. */
export function next(): LessonId | undefined {
  const place = course.findIndex(({ id }) => id === recall(kLast));
  if (place < 0) return undefined;
  const { id } = course[place] ?? {};
  const of = id && progress().get(id);
  const done = of && of.of > 0 && of.solved.length === of.of;
  return (done ? course[place + 1]?.id : undefined) ?? id;
}

function write(all: ReadonlyMap<LessonId, LessonProgress>): void {
  const plain = [...all].map(([id, { of, solved: checks }]) => [id, [of, ...checks]] as const);
  remember(kKey, JSON.stringify(Object.fromEntries(plain)));
  dispatchEvent(new Event(kProgressEvent));
}
