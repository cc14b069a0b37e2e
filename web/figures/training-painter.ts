/**
 * Paints frames of a training run on two canvases: the plane with the data, and the network.
 *
 *     const painter = new TrainingPainter(surface, network, { grid: 100, thumbnail: 20 }, redraw);
 *     painter.paint(frame, data, region, [2, 4, 2, 1]);
 *     painter.finish();
 */
import type { Dataset } from "../engine/api";
import type { Region, TrainingFrame } from "../engine/training-protocol";
import { classSigns } from "../kit/class-marks";
import { NetworkDrawing, type DrawnNetwork } from "../kit/network-drawing";
import { PlanePicture } from "./training-plane";
import { fit, kFeatureSide, sheet, type Look, type Picture, type Sheet } from "./training-sheet";

type Kind = "plane" | "curve" | "classes";

export class TrainingPainter {
  readonly #plane: Sheet;
  readonly #network: Sheet;
  /** Here the network is drawn, part by part; when it is done, all of it is shown at once. */
  readonly #hidden = document.createElement("canvas").getContext("2d");
  readonly #drawing = new NetworkDrawing();
  /** What is left of the drawing that has begun, and the one that comes next. */
  #begun: Generator<void> | undefined;
  #next: DrawnNetwork | undefined;
  readonly #pictures: Partial<Record<Kind, Picture>>;
  readonly #fetching = new Set<Kind>();
  readonly #inputs: Float32Array[];
  readonly #resize: ResizeObserver;

  constructor(
    surface: HTMLCanvasElement,
    network: HTMLCanvasElement,
    private readonly size: { grid: number; thumbnail: number },
    private readonly redraw: () => void,
  ) {
    this.#plane = sheet(surface);
    this.#network = sheet(network);
    this.#pictures = { plane: new PlanePicture(size.grid) };
    this.#inputs = inputPictures(size.thumbnail);
    this.#resize = new ResizeObserver(() => {
      const changed = [fit(this.#plane), fit(this.#network)];
      if (changed[0]) this.restyle();
      if (changed.includes(true)) redraw();
    });
    this.#resize.observe(surface);
    this.#resize.observe(network);
  }

  restyle(): void {
    for (const picture of Object.values(this.#pictures)) picture.restyle();
  }

  dispose(): void {
    this.#resize.disconnect();
  }

  /** The plane; the network follows with `paintMore`. */
  paint(frame: TrainingFrame, data: Dataset, region: Region, sizes: readonly number[], look: Look = {}): void {
    const kind = data.inputSize === 1 ? "curve" : data.targetSize > 1 ? "classes" : "plane";
    const picture = this.#pictures[kind];
    if (!picture) return void this.#fetch(kind);
    if (this.#plane.width > 0) picture.paint(this.#plane, { frame, data, region, look });
    if (frame.thumbnails.length !== sizes.length - 2) return;
    const last = sizes.length - 1;
    const { features } = look;
    const outputs = [frame.surface, ...frame.otherSurfaces];
    this.#next = {
      sizes,
      weights: frame.parameters.weights,
      pictures: [
        kind === "curve" ? [ramp(region)] : (features?.pictures ?? this.#inputs),
        ...frame.thumbnails,
        outputs,
      ],
      map: (layer, unit) => picture.map(layer === last, unit),
      ...(kind === "curve" ? { curve: (layer) => curveRange(layer, last, region, frame.thumbnails) } : {}),
      ...(features ? { side: kFeatureSide } : {}),
      labels: {
        inputs: kind === "curve" ? ["x"] : (features?.labels ?? ["x₁", "x₂"]),
        outputs: kind === "classes" ? classSigns.slice(0, outputs.length) : ["ŷ"],
      },
    };
  }

  /** Draws the next part of the network: true while there is more. */
  paintMore(): boolean {
    const { canvas, context, width, height } = this.#network;
    const hidden = this.#hidden;
    if (!context || !hidden || width === 0 || canvas.height === 0) return false;
    if (!this.#begun) {
      const network = this.#next;
      if (!network) return false;
      this.#next = undefined;
      hidden.canvas.width = canvas.width;
      hidden.canvas.height = canvas.height;
      hidden.scale(canvas.width / width, canvas.height / height);
      this.#begun = this.#drawing.parts(hidden, width, height, network);
    }
    if (!this.#begun.next().done) return true;
    this.#begun = undefined;
    context.save();
    context.resetTransform(); // pixel by pixel
    context.clearRect(0, 0, canvas.width, canvas.height);
    context.drawImage(hidden.canvas, 0, 0);
    context.restore();
    return this.#next !== undefined;
  }

  /** Draws all that is left of the network now. */
  finish(): void {
    while (this.paintMore());
  }

  async #fetch(kind: Kind): Promise<void> {
    if (this.#fetching.has(kind)) return;
    this.#fetching.add(kind);
    if (kind === "curve") this.#pictures.curve = new (await import("./training-curve")).CurvePicture();
    else this.#pictures.classes = new (await import("./training-classes")).ClassPicture(this.size.grid);
    this.redraw();
  }
}

/** What the inputs themselves answer over the plane: left to right, bottom to top. */
function inputPictures(edge: number): Float32Array[] {
  const at = (index: number): number => (2 * index) / (edge - 1) - 1;
  return [
    Float32Array.from({ length: edge * edge }, (_, i) => at(i % edge)),
    Float32Array.from({ length: edge * edge }, (_, i) => at(Math.floor(i / edge))),
  ];
}

/** The only input answers itself. */
const ramp = ({ from, to }: Region): Float32Array => Float32Array.of(from[0], to[0]);

/** The curves of one layer share their range, so that they can be compared. */
function curveRange(
  layer: number,
  last: number,
  { from, to }: Region,
  thumbnails: readonly Float32Array[][],
): [number, number] {
  if (layer === last) return [from[1], to[1]];
  if (layer === 0) return [from[0], to[0]];
  let reach = 1;
  for (const curve of thumbnails[layer - 1] ?? []) for (const value of curve) reach = Math.max(reach, Math.abs(value));
  return [-1.1 * reach, 1.1 * reach];
}
