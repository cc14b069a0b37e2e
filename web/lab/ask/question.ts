/** What a person can ask of the pictures: a press on one of them emits `lab-ask` with such a question. */
import type { ParameterId } from "../../engine/api";
import { emit } from "../../kit/element";

export type Question =
  /** Coordinates: x1 and x2, or x. */
  | { kind: "place"; at: readonly number[] }
  /** A point of the curve of the cost, by the updates made before it. */
  | { kind: "moment"; batches: number }
  | { kind: "parameter"; id: ParameterId };

export const ask = (from: HTMLElement, question: Question): void => emit(from, "lab-ask", question);
