/** What a link carries for a class: goals, what is held fast, a trained network. */
import { beforeAll, describe, expect, test } from "vitest";
import type { Chainwise } from "../../../web/engine/api";
import { TrainingSession } from "../../../web/engine/training-session";
import { networkSvg } from "../../../web/lab/export/network-svg";
import { setupFrom } from "../../../web/lab/setup";
import { heldKeys, makeState, table, type LabSettings } from "../../../web/lab/state";
import { isMet, judge, readGoal, writeGoal } from "../../../web/lab/teach/goals";
import { kLongest, readWeights, writeWeights } from "../../../web/lab/teach/weights";
import { good, testEngine } from "../support/engine";

let engine: Chainwise;
beforeAll(async () => {
  engine = await testEngine();
});

const initial = Object.fromEntries(Object.entries(table).map(([key, field]) => [key, field.initial])) as LabSettings;
const view = { columns: 2, rows: 2 };

describe("goals", () => {
  test.each(["0.05", "0.05_test", "0.05_n3", "0.1_test_n3_l1_e200"])("%s → the same again", (text) => {
    expect(table.goal.parse(text)).toBe(text);
    const goal = readGoal(text);
    expect(goal && writeGoal(goal)).toBe(text);
  });

  test.each(["banana", "_n3", "0.05_n", "0.05_x3", "-1", "1e9", "0.05_n3_test"])("%s is no goal", (text) => {
    expect(table.goal.parse(text)).toBeUndefined();
  });

  test("each part is judged by itself; without points set apart nothing is reached on them", () => {
    const goal = readGoal("0.05_test_n6_e100");
    if (!goal) throw new Error("it is a goal");
    const reached = { loss: 0.01, testLoss: 0.04, epochs: 80, sizes: [2, 4, 2, 1] };
    expect(isMet(judge(goal, reached))).toBe(true);
    expect(judge(goal, { ...reached, sizes: [2, 4, 3, 1] }).map(({ met }) => met)).toEqual([true, false, true]);
    expect(judge(goal, { ...reached, testLoss: undefined }).map(({ met }) => met)).toEqual([false, true, true]);
    expect(isMet(judge(goal, { ...reached, epochs: 101 }))).toBe(false);
  });
});

describe("locks", () => {
  test("what the link holds cannot be changed, the rest can; what nobody knows is damaged", () => {
    const state = makeState();
    expect(state.read("lock=rate.data&hide=penalties&rate=0.5")).toEqual([]);
    state.set({ rate: 3, data: "xor", noise: 0.5, l2: 0.1, batch: 7 });
    expect(state.values).toMatchObject({ rate: 0.5, data: "circles", noise: 0.08, l2: 0, batch: 7 });
    state.set({ lock: "", hide: "" });
    state.set({ rate: 3 });
    expect(state.values.rate).toBe(3);
    expect(state.read("lock=rate.banana&hide=why.node")).toEqual(["lock"]);
    expect(heldKeys({ ...initial, lock: "data" }).has("own")).toBe(true);
  });
});

describe("weights in the link", () => {
  test.each([
    ["gradient descent", {}],
    ["Adam, three classes", { data: "three-gaussians", layers: "tanh6", optimizer: "adam" }],
  ] as [string, Partial<LabSettings>][])("%s: the same network, which goes on to the same end", (_, change) => {
    const setup = setupFrom({ ...initial, ...change });
    const session = good(TrainingSession.open(engine, setup));
    session.advance({ batches: 137 });
    const { checkpoint } = good(session.frame(view));
    const { text = "" } = writeWeights(checkpoint);
    expect(table.w.parse(text)).toBe(text);
    const read = readWeights(text);
    expect(read).toEqual({ snapshot: checkpoint.snapshot, batches: 137 });
    const again = good(TrainingSession.open(engine, setup, { ...checkpoint, ...read }));
    for (const run of [session, again]) run.advance({ batches: 50 });
    expect(good(again.frame(view)).parameters).toEqual(good(session.frame(view)).parameters);
    session.dispose();
    again.dispose();
  });

  test("one sign changed, or another network → the engine refuses it; too many weights → said", () => {
    const setup = setupFrom(initial);
    const session = good(TrainingSession.open(engine, setup));
    const { checkpoint } = good(session.frame(view));
    const { text = "" } = writeWeights(checkpoint);
    const damaged = text.slice(0, 60) + (text[60] === "A" ? "B" : "A") + text.slice(61);
    for (const [network, from] of [
      [setup, damaged],
      [setupFrom({ ...initial, layers: "tanh3" }), text],
    ] as const)
      expect(TrainingSession.open(engine, network, { ...checkpoint, ...readWeights(from) }).ok).toBe(false);
    expect(readWeights("5.A")).toBeUndefined();
    session.dispose();
    const large = good(
      TrainingSession.open(engine, setupFrom({ ...initial, layers: "tanh12.tanh12", optimizer: "adam" })),
    );
    const { text: none, length } = writeWeights(good(large.frame(view)).checkpoint);
    large.dispose();
    expect(none).toBeUndefined();
    expect(length).toBeGreaterThan(kLongest);
  });
});

test("the network as a drawing: well formed, each weight and bias in it, negative ones dashed", () => {
  const setup = setupFrom({ ...initial, data: "three-gaussians", layers: "tanh3" });
  const session = good(TrainingSession.open(engine, setup));
  session.advance({ batches: 20 });
  const { parameters, loss } = good(session.frame(view));
  const text = networkSvg({ setup, data: session.data, parameters, loss }, (token) => `rgb(1, 2, ${token.length})`);
  session.dispose();
  expect(text).not.toMatch(/undefined|NaN|var\(/);
  // Each tag closes what was opened last, and text has no sign that would need to be written otherwise.
  const open: string[] = [];
  for (const [, end, name = "", own] of text.matchAll(/<(\/?)([a-z]+)(?: [a-zA-Z0-9:-]+="[^"<&]*")*(\/?)>/g)) {
    if (end) expect(open.pop()).toBe(name);
    else if (!own) open.push(name);
  }
  expect(open).toEqual([]);
  expect(text.replace(/<\?xml[^>]*\?>|<\/?[a-z]+(?: [a-zA-Z0-9:-]+="[^"<&]*")*\/?>/g, "")).not.toMatch(/[<>]/);
  const weights = parameters.weights.flatMap((list) => [...list]);
  expect(text.match(/<line /g)?.length).toBe(weights.length);
  expect(text.match(/stroke-dasharray/g)?.length).toBe(weights.filter((weight) => weight < 0).length);
  expect(text.match(/>b [−\d.]+</g)?.length).toBe(6);
});
