/**
 * From settings to points: set by hand, or sorted by a rule.
 *
 *     make(engine, settings)   // { ok: true, value: { task, data, learned } }
 */
import type { Chainwise, Result } from "../../engine/api";
import type { Region } from "../../engine/training-protocol";
import type { Made } from "../setup";
import type { LabSettings } from "../state";
import { datasetOf } from "./own-edits";
import { taskOfPoints, type OwnPoints } from "./own-points";
import { readRule, rulePoints } from "./rule";
import { split, together } from "./split";

export function make(engine: Chainwise, settings: LabSettings): Result<Made> {
  if (settings.data === "own") return fromPoints(engine, settings.own, settings);
  const rule = readRule(engine, settings.rule);
  const points = rule.ok ? rulePoints(engine, rule.value, settings) : rule;
  return points.ok ? fromPoints(engine, points.value, settings) : points;
}

function fromPoints(engine: Chainwise, own: OwnPoints, { test, seed }: LabSettings): Result<Made> {
  const parts = split(engine, own.rows.length, test, seed);
  if (!parts.ok) return parts;
  const region = regionOfPoints(own);
  const made = together(parts.value, (chosen) => datasetOf(own, chosen));
  const task = taskOfPoints(own);
  return { ok: true, value: { task, data: made, learned: parts.value.learned.length, ...(region ? { region } : {}) } };
}

const kReaches = [1.2, 1.6, 2.4, 3.6, 5, 7.5, 11];
const kEdge = 0.985;

/** The plane keeps its size while points are set on it, also at its edge. */
function regionOfPoints({ kind, rows }: OwnPoints): Region | undefined {
  const most = rows.reduce((far, row) => Math.max(far, Math.abs(row[0] ?? 0), Math.abs(row[1] ?? 0)), 0);
  const reach = kReaches.find((it) => most <= it * kEdge);
  if (reach === undefined || (kind === "curve" && reach > 1.2)) return undefined;
  return { from: [-reach, -reach], to: [reach, reach] };
}
