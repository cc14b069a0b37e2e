/**
 * What is painted while a network trains: the plane and the network with every picture of the screen, the curve of
 * the cost now and then. The chart is fetched when there is a curve to show.
 */
import type { Dataset } from "../engine/api";
import type { Region, TrainingFrame } from "../engine/training-protocol";
import type { KeptCurve, LossChart } from "../kit/loss-chart";
import { watchScreen } from "../kit/on-screen";
import { training } from "../locale/training";
import { TrainingPainter } from "./training-painter";
import type { Look } from "./training-sheet";

const kGrid = 100;
const kThumbnail = 20;

/** What these pictures need to have computed with a frame. */
export const trainingView = { columns: kGrid, rows: kGrid, thumbnails: kThumbnail };

export class TrainingPictures {
  readonly #painter: TrainingPainter;
  /** There once there is a curve to show. */
  chart: LossChart | undefined;
  #fetching = false;
  #disposed = false;
  /** Off the screen nothing is painted. */
  #near = true;
  readonly #unwatch: () => void;

  constructor(
    readonly plane: HTMLCanvasElement,
    readonly network: HTMLCanvasElement,
    private readonly curve: HTMLElement,
    private readonly redraw: () => void,
  ) {
    this.#unwatch = watchScreen(plane, (near) => {
      this.#near = near;
      if (near) redraw();
    });
    this.#painter = new TrainingPainter(plane, network, { grid: kGrid, thumbnail: kThumbnail }, redraw);
  }

  paint(frame: TrainingFrame, data: Dataset, region: Region, sizes: readonly number[], look?: Look): void {
    if (this.#near) this.#painter.paint(frame, data, region, sizes, look);
  }

  paintMore(): boolean {
    return this.#near && this.#painter.paintMore();
  }

  finish(): void {
    if (this.#near) this.#painter.finish();
  }

  drawCurve({ history }: TrainingFrame, batchesPerEpoch: number, kept?: KeptCurve): void {
    const { batches, losses, testLosses } = history;
    if (!this.#near) return;
    if (losses.length > 1) void this.#fetchChart();
    this.chart?.show(
      batches.map((count) => count / batchesPerEpoch),
      losses,
      testLosses,
      kept,
    );
  }

  async #fetchChart(): Promise<void> {
    if (this.#fetching) return;
    this.#fetching = true;
    const { LossChart } = await import("../kit/loss-chart");
    if (this.#disposed) return;
    const { epoch, loss } = training.numbers;
    this.chart = new LossChart(this.curve, { x: epoch, y: loss, second: training.testLoss });
    this.redraw();
  }

  restyle(): void {
    this.#painter.restyle();
    this.chart?.restyle();
    this.redraw();
  }

  dispose(): void {
    this.#disposed = true;
    this.#unwatch();
    this.#painter.dispose();
    this.chart?.dispose();
  }
}
