/**
 * A trained network in a link: the engine's snapshot, which has a check sum and knows which network it belongs to,
 * written with 64 signs, after the count of updates. So the run goes on from it as it would have gone on.
 *
 *     const text = writeWeights(frame.checkpoint);             // "2000.Q1dOUwEAAA..."; undefined where it is too long
 *     const wrong = await openWeights(engine, run, setup, text);
 */
import type { Chainwise } from "../../engine/api";
import type { Checkpoint, TrainingSetup } from "../../engine/training-protocol";
import type { LabRun } from "../run";
import { withNetwork } from "../trace";

/** Longer links are cut by some programs that pass them on. */
export const kLongest = 4000;

export interface Written {
  /** Left out where it would be too long. */
  text?: string;
  length: number;
}

export function writeWeights({ snapshot, batches }: Checkpoint): Written {
  let bytes = "";
  for (const byte of snapshot) bytes += String.fromCharCode(byte);
  const signs = btoa(bytes).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  return signs.length > kLongest ? { length: signs.length } : { text: `${batches}.${signs}`, length: signs.length };
}

export function readWeights(text: string): { snapshot: Uint8Array; batches: number } | undefined {
  const [batches = "", signs = ""] = text.split(".");
  try {
    const bytes = atob(signs.replace(/-/g, "+").replace(/_/g, "/"));
    return { snapshot: Uint8Array.from(bytes, (sign) => sign.charCodeAt(0)), batches: Number(batches) };
  } catch {
    return undefined; // no number of signs that bytes could have
  }
}

/** True where the run now stands at that state; otherwise the weights are damaged, and the run begins afresh. */
export async function openWeights(
  engine: Chainwise,
  run: LabRun,
  setup: TrainingSetup,
  text: string,
): Promise<boolean> {
  await run.configure(setup);
  const { data, frame } = run.model;
  const read = readWeights(text);
  if (!data || !frame || !read) return false;
  const learningRate = setup.network.optimizer?.learningRate ?? frame.learningRate;
  const { snapshot, batches } = read;
  const at = { ...frame, checkpoint: { ...frame.checkpoint, snapshot } };
  const losses = withNetwork(engine, setup, data, at, (network) => {
    const train = network.gradients(data.inputs, data.targets);
    if (!train.ok || !data.test) return train.ok ? { ok: true, value: [train.value.loss] } : train;
    const test = network.gradients(data.test.inputs, data.test.targets);
    return test.ok ? { ok: true, value: [train.value.loss, test.value.loss] } : test;
  });
  if (!losses.ok) return false;
  const [loss = NaN, testLoss] = losses.value;
  const history = {
    batches: [batches],
    losses: [loss],
    ...(testLoss === undefined ? {} : { testLosses: [testLoss] }),
    stride: 1,
  };
  await run.model.configure(setup, { snapshot, batches, learningRate, history });
  await run.configure(setup); // a timeline of its own
  return true;
}
