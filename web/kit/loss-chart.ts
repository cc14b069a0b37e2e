/**
 * A curve that grows while one watches: uPlot in the colours of the page.
 *
 *     const chart = new LossChart(container, { x: "epoch", y: "J" });
 *     chart.show([0, 1, 2], [0.7, 0.5, 0.3]);
 *
 * With a label `second` there is room for a second curve, which is dashed: `chart.show(x, y, second)`; and for one of
 * another run, with its own x and its name at its end: `chart.show(x, y, second, { x, y, name: "before" })`.
 */
import "./known-language";
import uPlot from "uplot";
import "uplot/dist/uPlot.min.css";
import { colour, type Role } from "./colours";
import { plainNumber } from "./number-text";

const kHeight = 230;

/** A curve of another run. */
export interface KeptCurve {
  x: number[];
  y: number[];
  name: string;
}

export class LossChart {
  #plot: uPlot | undefined;
  #data: uPlot.AlignedData;
  #kept: KeptCurve | undefined;
  #width = 0;
  readonly #resize: ResizeObserver;

  constructor(
    private readonly container: HTMLElement,
    private readonly labels: { x: string; y: string; second?: string },
  ) {
    this.#data = labels.second === undefined ? [[], []] : [[], [], [], []];
    this.#resize = new ResizeObserver(([entry]) => {
      const width = Math.floor(entry?.contentRect.width ?? 0);
      if (width === this.#width || width === 0) return;
      this.#width = width;
      if (this.#plot) this.#plot.setSize({ width, height: kHeight });
      else this.#make();
    });
    this.#resize.observe(container);
  }

  show(x: number[], y: number[], second?: number[], kept?: KeptCurve): void {
    this.#kept = kept;
    const nothing = x.map(() => null);
    const own: uPlot.AlignedData = this.labels.second === undefined ? [x, y] : [x, y, second ?? nothing];
    if (this.labels.second === undefined) this.#data = own;
    else this.#data = kept ? uPlot.join([own, [kept.x, kept.y]]) : [...own, nothing];
    this.#plot?.setData(this.#data);
  }

  /** Where a point lies in the container, in pixels. */
  place(x: number, y: number): [left: number, top: number] | undefined {
    if (!this.#plot) return undefined;
    const { bbox } = this.#plot;
    const [left, top] = [bbox.left / devicePixelRatio, bbox.top / devicePixelRatio];
    return [left + this.#plot.valToPos(x, "x"), top + this.#plot.valToPos(y, "y")];
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
    // Between points of its own a curve goes on over those of another run.
    const line = (role: Role): uPlot.Series => ({
      stroke: colour(role),
      width: 2,
      points: { show: false },
      spanGaps: true,
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
          { ...line("cost"), label: this.labels.y },
          ...(this.labels.second === undefined
            ? []
            : [
                { ...line("value"), label: this.labels.second, dash: [6, 4] },
                { ...line("parameter"), dash: [2, 3] },
              ]),
        ],
        hooks: { draw: [(plot) => this.#nameKept(plot)] },
      },
      this.#data,
      this.container,
    );
    // The picture's words are beside it, from the same numbers.
    this.#plot.root.setAttribute("aria-hidden", "true");
  }

  /** At the end of the kept run's curve, within the picture. */
  #nameKept({ ctx, bbox, valToPos }: uPlot): void {
    const kept = this.#kept;
    const [x, y] = [kept?.x.at(-1), kept?.y.at(-1)];
    if (!kept || x === undefined || y === undefined) return;
    const size = 13 * devicePixelRatio;
    const end = valToPos(x, "x", true);
    const height = Math.max(valToPos(y, "y", true) - size / 2, bbox.top + size);
    ctx.save();
    ctx.font = `600 ${size}px system-ui, sans-serif`;
    const room = ctx.measureText(kept.name).width;
    const left = Math.max(bbox.left, Math.min(end, bbox.left + bbox.width) - room);
    ctx.textAlign = "left";
    ctx.textBaseline = "bottom";
    ctx.lineWidth = 4 * devicePixelRatio;
    ctx.lineJoin = "round";
    ctx.strokeStyle = colour("panel");
    ctx.strokeText(kept.name, left, height);
    ctx.fillStyle = colour("parameter");
    ctx.fillText(kept.name, left, height);
    ctx.restore();
  }
}
