/**
 * A curve that grows while one watches: uPlot in the colours of the page.
 *
 *     const chart = new LossChart(container, { x: "epoch", y: "J" });
 *     chart.show([0, 1, 2], [0.7, 0.5, 0.3]);
 *
 * With a label `second` there is room for a second curve, which is dashed: `chart.show(x, y, second)`.
 */
import "./known-language";
import uPlot from "uplot";
import "uplot/dist/uPlot.min.css";
import { colour } from "./colours";
import { plainNumber } from "./number-text";

const kHeight = 230;

export class LossChart {
  #plot: uPlot | undefined;
  #data: uPlot.AlignedData;
  #width = 0;
  readonly #resize: ResizeObserver;

  constructor(
    private readonly container: HTMLElement,
    private readonly labels: { x: string; y: string; second?: string },
  ) {
    this.#data = labels.second === undefined ? [[], []] : [[], [], []];
    this.#resize = new ResizeObserver(([entry]) => {
      const width = Math.floor(entry?.contentRect.width ?? 0);
      if (width === this.#width || width === 0) return;
      this.#width = width;
      if (this.#plot) this.#plot.setSize({ width, height: kHeight });
      else this.#make();
    });
    this.#resize.observe(container);
  }

  show(x: number[], y: number[], second?: number[]): void {
    this.#data = this.labels.second === undefined ? [x, y] : [x, y, second ?? x.map(() => null)];
    this.#plot?.setData(this.#data);
  }

  /** Colours have changed. */
  restyle(): void {
    this.#plot?.destroy();
    this.#plot = undefined;
    if (this.#width > 0) this.#make();
  }

  dispose(): void {
    this.#resize.disconnect();
    this.#plot?.destroy();
    this.#plot = undefined;
  }

  #make(): void {
    const axis = (size: number, values: (value: number) => string): uPlot.Axis => ({
      stroke: colour("muted"),
      font: "12px system-ui, sans-serif",
      size,
      grid: { stroke: colour("grid"), width: 1 },
      ticks: { show: false },
      values: (_, ticks) => ticks.map(values),
    });
    this.#plot = new uPlot(
      {
        width: this.#width,
        height: kHeight,
        padding: [10, 12, 0, 0],
        legend: { show: false },
        cursor: { drag: { x: false, y: false }, points: { size: 7 } },
        scales: {
          x: { time: false, range: (_, _least, most) => [0, Math.max(most ?? 1, 1)] },
          y: { range: (_, _least, most) => [0, (most ?? 1) * 1.05 || 1] },
        },
        axes: [
          { ...axis(26, (value) => String(value)), space: 60 },
          { ...axis(48, (value) => plainNumber(value)), space: 32 },
        ],
        series: [
          { label: this.labels.x },
          { label: this.labels.y, stroke: colour("cost"), width: 2, points: { show: false } },
          ...(this.labels.second === undefined
            ? []
            : [
                { label: this.labels.second, stroke: colour("value"), width: 2, dash: [6, 4], points: { show: false } },
              ]),
        ],
      },
      this.#data,
      this.container,
    );
    // The picture's words are beside it, from the same numbers.
    this.#plot.root.setAttribute("aria-hidden", "true");
  }
}
