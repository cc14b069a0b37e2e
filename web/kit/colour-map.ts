/**
 * Signed numbers as colours: below the middle blue, above it orange, in 256 steps that are made from the page's
 * tokens, so that they fit light and dark.
 *
 *     const map = new ColourMap(0, 1); map.pixel(0.75)   // 0xAABBGGRR for an ImageData
 */
import { rgb, type Token } from "./colours";

const kSteps = 256;

export class ColourMap {
  readonly #pixels = new Uint32Array(kSteps);

  /** `strength`: how much of the full colour the ends get; points drawn above need the rest. */
  constructor(
    private readonly low: number,
    private readonly high: number,
    strength = 0.62,
    { below, above }: { below: Token; above: Token } = { below: "negative", above: "positive" },
  ) {
    const ends = [rgb(below), rgb("zero"), rgb(above)] as const;
    for (let i = 0; i < kSteps; i++) {
      const t = (2 * i) / (kSteps - 1) - 1;
      const end = t < 0 ? ends[0] : ends[2];
      const share = Math.abs(t) * strength;
      const [red, green, blue] = [0, 1, 2].map((c) =>
        Math.round((ends[1][c] ?? 0) * (1 - share) + (end[c] ?? 0) * share),
      );
      this.#pixels[i] = ((255 << 24) | ((blue ?? 0) << 16) | ((green ?? 0) << 8) | (red ?? 0)) >>> 0;
    }
  }

  /** The same colour for a canvas: `rgb(31, 77, 120)`. */
  css(value: number): string {
    const pixel = this.pixel(value);
    return `rgb(${pixel & 255}, ${(pixel >> 8) & 255}, ${(pixel >> 16) & 255})`;
  }

  pixel(value: number): number {
    const place = Math.round(((value - this.low) / (this.high - this.low)) * (kSteps - 1));
    return this.#pixels[Math.min(kSteps - 1, Math.max(0, place))] ?? 0;
  }
}
