/**
 * A network as a file, to be opened again here or read by other programs.
 *
 *     const text = writeSaved({ query: "data=xor&layers=tanh2", parameters });
 *     readSaved(text)   // the same; a sentence in `error` where the text is something else
 */
import type { Parameters } from "../../engine/api";
import { readPoints, type OwnPoints } from "../data/own-points";
import { fitsItself } from "./shapes";

export interface Saved {
  /** The settings as the link has them. */
  query: string;
  parameters: Parameters;
  /** Those of a person's own; with them the settings have none. */
  points?: OwnPoints;
}

const kVersion = 1;
/** The largest network of the laboratory has a few thousand numbers, and there is room for as many points. */
export const kLargestFile = 1_000_000;
/** Training stops before a weight grows beyond it. */
const kLargest = 1e12;

export type SavedFault = "too-large" | "no-json" | "no-network" | "newer" | "numbers" | "points" | "shapes";

export function writeSaved({ query, parameters, points }: Saved): string {
  const lists = (layers: readonly Float64Array[]): number[][] => layers.map((list) => Array.from(list));
  const { weights, biases } = parameters;
  const settings = new URLSearchParams(withoutWeights(query));
  if (points) settings.delete("own");
  const network = { weights: lists(weights), biases: lists(biases), ...(points ? { points } : {}) };
  return `${JSON.stringify({ chainwise: kVersion, settings: settings.toString(), ...network })}\n`;
}

/** A file has the weights beside its settings. */
function withoutWeights(query: string): string {
  const settings = new URLSearchParams(query);
  settings.delete("w");
  return settings.toString();
}

export function readSaved(text: string): Saved | { fault: SavedFault } {
  if (text.length > kLargestFile) return { fault: "too-large" };
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { fault: "no-json" };
  }
  if (typeof json !== "object" || json === null || !("chainwise" in json)) return { fault: "no-network" };
  const { chainwise, settings, weights, biases, points } = json as Record<string, unknown>;
  if (chainwise !== kVersion) return { fault: "newer" };
  const [w, b] = [readLists(weights), readLists(biases)];
  if (typeof settings !== "string" || !w || !b) return { fault: "numbers" };
  const own = points === undefined ? undefined : readPoints(points);
  if (points !== undefined && !own) return { fault: "points" };
  const saved = {
    query: withoutWeights(settings),
    parameters: { weights: w, biases: b },
    ...(own ? { points: own } : {}),
  };
  return fitsItself(saved) ? saved : { fault: "shapes" };
}

function readLists(value: unknown): Float64Array[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const lists: Float64Array[] = [];
  for (const list of value as unknown[]) {
    if (!Array.isArray(list) || !list.every((it) => typeof it === "number" && Math.abs(it) <= kLargest))
      return undefined;
    lists.push(Float64Array.from(list as number[]));
  }
  return lists;
}
