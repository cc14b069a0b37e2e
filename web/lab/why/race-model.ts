/**
 * Several optimisers from the weights of one moment, on the network's own points: computed in slices, so that the page
 * can draw in between.
 *
 *     const race = new Race(asked, [{ name: "adam", rates: [0.3] }], 20);
 *     while (race.work(10)) await nextFrame();
 *     race.runs[0].losses     // before the first batch, and at equal distances after it
 */
import type { ChainwiseError, Network } from "../../engine/api";
import type { Asked } from "../node-panel";
import type { LabSettings } from "../state";

export type OptimizerName = LabSettings["optimizer"];

export interface Racer {
  name: OptimizerName;
  /** With several, the one that ends lowest is shown. */
  rates: readonly number[];
}

export interface Run {
  name: OptimizerName;
  rate: number;
  epochs: number[];
  losses: number[];
  diverged: boolean;
}

const kPoints = 60;
/** Of these each optimiser gets its best. */
export const tryable = [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3] as const;

interface Lane {
  run: Run;
  network: Network;
  done: number;
}

export class Race {
  error: ChainwiseError | undefined;
  readonly #lanes: Lane[] = [];
  readonly #batches: number;
  readonly #stride: number;
  readonly #perEpoch: number;

  constructor(
    private readonly asked: Asked,
    private readonly racers: readonly Racer[],
    epochs: number,
  ) {
    const { setup, data } = asked;
    const examples = data.targets.length / data.targetSize;
    this.#perEpoch = Math.max(1, Math.ceil(examples / (setup.network.batchSize ?? examples)));
    this.#batches = epochs * this.#perEpoch;
    this.#stride = Math.max(1, Math.ceil(this.#batches / kPoints));
    for (const { name, rates } of racers) for (const rate of rates) this.#enter(name, rate);
  }

  #enter(name: OptimizerName, rate: number): void {
    const { engine, setup, data, frame } = this.asked;
    const { initializer: _, ...config } = setup.network;
    const optimizer = { name, learningRate: rate };
    const made = engine.network({ ...config, parameters: frame.parameters, optimizer });
    if (!made.ok) {
      this.error = made.error;
      return;
    }
    const network = made.value;
    const loaded = network.setData(data);
    if (!loaded.ok) this.error = loaded.error;
    this.#lanes.push({
      network,
      done: 0,
      run: { name, rate, epochs: [0], losses: [frame.loss], diverged: false },
    });
  }

  /** How much of it is done, from 0 to 1. */
  get share(): number {
    const done = this.#lanes.reduce((sum, lane) => sum + lane.done, 0);
    return done / Math.max(1, this.#lanes.length * this.#batches);
  }

  /** Works for about so long. True while there is more to do. */
  work(milliseconds: number): boolean {
    const until = performance.now() + milliseconds;
    while (!this.error && performance.now() < until) {
      const behind = this.#lanes.filter(({ done }) => done < this.#batches);
      if (behind.length === 0) break;
      // Side by side, as in a race.
      for (const lane of behind) this.#step(lane);
    }
    const more = !this.error && this.#lanes.some(({ done }) => done < this.#batches);
    if (!more) this.dispose();
    return more;
  }

  #step(lane: Lane): void {
    const batches = Math.min(this.#stride, this.#batches - lane.done);
    const report = lane.network.train({ batches });
    if (!report.ok || report.value.diverged) {
      lane.run.diverged = true;
      lane.done = this.#batches;
      return;
    }
    lane.done += batches;
    lane.run.epochs.push(lane.done / this.#perEpoch);
    lane.run.losses.push(report.value.trainLoss);
  }

  /** One for each racer, in their order. */
  get runs(): Run[] {
    return this.racers.flatMap(({ name }) => {
      const [first, ...others] = this.#lanes.filter(({ run }) => run.name === name).map(({ run }) => run);
      return first ? [others.reduce((best, run) => (rank(run) < rank(best) ? run : best), first)] : [];
    });
  }

  dispose(): void {
    for (const { network } of this.#lanes) network.dispose();
  }
}

/** Who has diverged is last. */
export const rank = ({ losses, diverged }: Run): number => (diverged ? Infinity : (losses.at(-1) ?? Infinity));
