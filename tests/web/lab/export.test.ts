/** What is taken home runs, and prints the loss that the page shows. */
import { execFile, execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { beforeAll, describe, expect, test } from "vitest";
import type { Chainwise } from "../../../web/engine/api";
import { TrainingSession } from "../../../web/engine/training-session";
import { exportProgram, type Exported, type Language } from "../../../web/lab/export/program";
import { setupFrom } from "../../../web/lab/setup";
import { table, type LabSettings } from "../../../web/lab/state";
import { good, testEngine } from "../support/engine";

let engine: Chainwise;
beforeAll(async () => {
  engine = await testEngine();
});

const initial = Object.fromEntries(Object.entries(table).map(([key, field]) => [key, field.initial])) as LabSettings;

/** Each activation and each loss once. */
const networks: Record<string, Partial<LabSettings>> = {
  "cross-entropy, no inner layer": { layers: "" },
  "half squared, tanh, sigmoid, relu": { layers: "tanh3.sigmoid2.relu4", loss: "half-squared", optimizer: "adam" },
  "squared, leaky relu, elu, softplus": {
    layers: "leaky-relu3.elu2.softplus3",
    loss: "squared",
    data: "hill",
    l1: 0.01,
  },
  "huber, swish, gelu, linear": { layers: "swish3.gelu4.linear2", loss: "huber", data: "plane", l2: 0.1 },
  "one input, huber": { data: "sine", layers: "tanh4.relu3", loss: "huber" },
  features: { features: "x1.x2.x1x1.x2x2.x1x2.sinx1.sinx2", layers: "tanh3" },
  "one feature, three classes": { features: "sinx2", data: "three-gaussians", layers: "" },
  "three classes, softmax": { data: "three-gaussians", layers: "tanh3.swish4" },
  "softmax far from 0": { data: "three-gaussians", layers: "", rate: 60, optimizer: "momentum" },
  "three classes, half squared": { data: "three-gaussians", layers: "elu3", loss: "half-squared" },
  "cross-entropy far from 0": { layers: "gelu2", rate: 30, optimizer: "momentum" },
};

function exported(change: Partial<LabSettings>): Exported {
  const setup = setupFrom({ ...initial, count: 60, rate: 0.05, ...change });
  const session = good(TrainingSession.open(engine, setup));
  session.advance({ batches: 20 });
  const { parameters, loss } = good(session.frame({ columns: 2, rows: 2 }));
  const { data, points } = session;
  session.dispose();
  return { setup, data, points, parameters, loss };
}

const python = process.env["PYTHON"] ?? "/usr/bin/python3";
const folder = mkdtempSync(join(tmpdir(), "chainwise-export-"));

function written(language: Language, what: Exported): string {
  const { file, text } = exportProgram(language, what);
  expect(text).not.toContain("undefined");
  writeFileSync(join(folder, file), text);
  return join(folder, file);
}

const hasTorch = spawnSync(python, ["-c", "import torch"]).status === 0;
const run = (command: string, ...values: string[]): string =>
  execFileSync(command, values, { cwd: folder, encoding: "utf8" }).trim();

describe.each(Object.entries(networks))("%s", (_, change) => {
  test("NumPy, JavaScript and C++ print the page's loss", () => {
    const what = exported(change);
    const printed = [run(python, written("numpy", what)), run(process.execPath, written("javascript", what))];
    run("g++", "-std=c++17", "-Wall", "-Werror", "-o", "network", written("cpp", what));
    printed.push(run(join(folder, "network")));
    for (const loss of printed) expect(Math.abs(Number(loss) - what.loss)).toBeLessThan(1e-9 * Math.max(1, what.loss));
  }, 30_000);

  test("PyTorch and Keras compile; PyTorch, where it is installed, prints the loss", () => {
    const what = exported(change);
    const torch = written("torch", what);
    run(python, "-m", "py_compile", torch, written("keras", what));
    if (!hasTorch) return;
    const [first, after] = run(python, torch).split("\n");
    expect(Math.abs(Number(first) - what.loss)).toBeLessThan(1e-9 * Math.max(1, what.loss));
    expect(after).toMatch(/^after 10 epochs: \d/);
  }, 60_000);
});

test("PyTorch, where it is installed, trains on two processes as on one", async () => {
  // No shuffling can be the same on one process and on two; with all points in one batch none matters.
  const what = exported({ batch: 1000, layers: "tanh4.tanh2" });
  const torch = written("torch", what);
  run(python, "-m", "py_compile", torch);
  if (!hasTorch) return;
  const alone = run(python, torch);
  // What torchrun sets; the one of Debian 12 (PyTorch 1.13) fails by itself on Python 3.11.
  const shared = { WORLD_SIZE: "2", MASTER_ADDR: "127.0.0.1", MASTER_PORT: "29511" };
  const ranks = [0, 1].map((rank) =>
    promisify(execFile)(python, [torch], { env: { ...process.env, ...shared, RANK: String(rank) } }),
  );
  const [first, second] = await Promise.all(ranks);
  const [loss, after] = numbersIn(first?.stdout ?? "");
  const [lossAlone, afterAlone] = numbersIn(alone);
  expect(loss).toBe(lossAlone);
  expect(Math.abs((after ?? NaN) - (afterAlone ?? NaN))).toBeLessThan(1e-9);
  expect(second?.stdout).toBe("");
}, 60_000);

const numbersIn = (printed: string): number[] =>
  printed
    .trim()
    .split("\n")
    .map((line) => Number(line.split(" ").at(-1)));
