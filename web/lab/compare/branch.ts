/**
 * Going on from a moment of a run with other settings of learning: the weights stay, the optimiser begins afresh.
 *
 *     const checkpoint = branchFrom(asked, { optimizer: "adam", rate: 0.03, batch: 10, l1: 0, l2: 0 });
 */
import type { NetworkConfig, Result } from "../../engine/api";
import type { Checkpoint } from "../../engine/training-protocol";
import type { Asked } from "../node-panel";
import type { LabSettings } from "../state";

/** What can be changed without another network, other data or another cost. */
export const branchKeys = ["optimizer", "rate", "batch", "l1", "l2"] as const;
export type Branch = Pick<LabSettings, (typeof branchKeys)[number]>;

export function branchFrom({ engine, setup, data, frame }: Asked, branch: Branch): Result<Checkpoint> {
  const { optimizer, rate, batch, l1, l2 } = branch;
  const { initializer: _, ...network } = setup.network;
  const batchSize = Math.min(batch, data.targets.length / data.targetSize);
  const config: NetworkConfig = {
    ...network,
    parameters: frame.parameters,
    optimizer: { name: optimizer, learningRate: rate },
    batchSize,
    l1,
    l2,
  };
  const made = engine.network(config);
  if (!made.ok) return made;
  const loaded = made.value.setData(data, data.test);
  const snapshot = made.value.snapshot();
  made.value.dispose();
  if (!loaded.ok) return loaded;
  // Batches of another size are counted anew.
  const same = batchSize === setup.network.batchSize;
  const history = same ? frame.checkpoint.history : { batches: [], losses: [], stride: 1 };
  return { ok: true, value: { snapshot, batches: same ? frame.batches : 0, learningRate: rate, history } };
}
