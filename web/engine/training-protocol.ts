/**
 * What the page and a training session say to each other: plain data, so that it crosses to a worker unchanged.
 *
 *     { kind: "frame", id: 7, advance: { batches: 25 }, view: { columns: 100, rows: 100 } }
 *     -> { kind: "frame", id: 7, frame: { batches: 25, epoch: 1, loss: 0.69, ... } }
 */
import type { ChainwiseError, Dataset, DatasetConfig, NetworkConfig, Parameters } from "./api";
import type { FeatureName } from "./features";

/** All that a run depends on: the same setup gives the same losses. */
export interface TrainingSetup {
  network: NetworkConfig;
  /** Made by the engine from a seed, or given point by point. */
  data: DatasetConfig | Dataset;
  /** What the network is given of points of the plane; left out, x1 and x2. */
  features?: readonly FeatureName[];
  /** What pictures cover; left out, the points with some air. */
  region?: Region;
}

/** What the drawing wants to have computed with a frame. */
export interface FrameView {
  columns: number;
  rows: number;
  /** Edge of the small pictures of single units in pixels; none where left out. */
  thumbnails?: number;
}

/** The square of the plane that surfaces cover; with one input, x by the range of the targets. */
export interface Region {
  from: [number, number];
  to: [number, number];
}

export interface LossPoints {
  /** Updates made before each point. */
  batches: number[];
  losses: number[];
  /** On the examples that were set apart; left out where none were. */
  testLosses?: number[];
}

/** A computed state of the network; everything in one frame belongs to the same moment. */
export interface TrainingFrame {
  /** Updates since the start. */
  batches: number;
  /** Epochs since the start, with the begun one as a fraction. */
  epochs: number;
  loss: number;
  testLoss?: number;
  /** Examples that are on the right side of the boundary. */
  correct: number;
  learningRate: number;
  /** The loss or a parameter stopped being finite; the state is the last good one. */
  diverged: boolean;
  /** Why, in the engine's words; empty while all is well. */
  reason: string;
  parameters: Parameters;
  history: LossPoints;
  /** Of the first output, row by row from the bottom, as the engine's `surface`; with one input, a single row. */
  surface: Float32Array;
  /** Those of the second output and on. */
  otherSurfaces: Float32Array[];
  /** Layer by layer, unit by unit; the output layer is in `surface`. Empty where none were asked for. */
  thumbnails: Float32Array[][];
  /** Enough to go on from here in a new session. */
  checkpoint: Checkpoint;
  /** What it took to make this frame, without training. */
  milliseconds: number;
}

export interface Checkpoint {
  snapshot: Uint8Array;
  batches: number;
  learningRate: number;
  history: LossPoints & { stride: number };
}

/** By so many updates, or for about so long; with both, whichever comes first. */
export interface Advance {
  batches?: number;
  milliseconds?: number;
}

export type TrainingRequest =
  | { kind: "open"; id: number; setup: TrainingSetup; wasmBinary?: BufferSource; checkpoint?: Checkpoint }
  | { kind: "frame"; id: number; advance?: Advance; view: FrameView }
  | { kind: "reset"; id: number }
  | { kind: "learning-rate"; id: number; value: number }
  /** Puts other weights and biases in the place of those of now. */
  | { kind: "parameters"; id: number; value: Parameters }
  /** Trains on between frames until told to stop. */
  | { kind: "run"; id: number; on: boolean };

export type TrainingReply =
  | { kind: "opened"; id: number; data: Dataset; points: Dataset; region: Region }
  | { kind: "frame"; id: number; frame: TrainingFrame }
  | { kind: "done"; id: number }
  /** Not an answer yet: the module is being loaded. */
  | { kind: "alive"; id: number }
  /** The learner asked for something that cannot be. */
  | { kind: "refused"; id: number; error: ChainwiseError }
  /** The module is broken; the session is lost. */
  | { kind: "dead"; id: number; message: string };
