/**
 * The network as a drawing that stands alone: nodes, edges as wide as their weights are large, with a sign and dashes
 * where they are negative, and every number beside its edge or node.
 *
 *     networkSvg(exported, colour)   // "<?xml version=...><svg ...>"
 */
import { features } from "../../engine/features";
import { classLetter } from "../../kit/class-marks";
import type { Token } from "../../kit/colours";
import { numberText } from "../../kit/number-text";
import { text } from "../../locale/lab-home";
import { sizesOf } from "../setup";
import { shapeOf } from "./parts";
import type { Exported } from "./program";

const kColumn = 190;
const kRow = 84;
const kRadius = 24;
const kMargin = { x: 110, y: 56 };
const kDigits = 3;
/** A weight of this size gets half of the thickest line. */
const kMiddling = 2;
const kThickest = 8;

const escaped = (words: string): string =>
  words.replace(/[&<>"]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" })[sign] ?? "&quot;");

export function networkSvg(exported: Exported, colour: (token: Token) => string): string {
  const { setup, parameters, loss } = exported;
  const sizes = sizesOf(setup);
  const most = Math.max(...sizes);
  const width = 2 * kMargin.x + (sizes.length - 1) * kColumn;
  const height = 2 * kMargin.y + (most - 1) * kRow + 24;
  const place = (layer: number, unit: number): [number, number] => [
    kMargin.x + layer * kColumn,
    kMargin.y + ((most - (sizes[layer] ?? 1)) / 2 + unit) * kRow,
  ];
  const out: string[] = [];
  const tags: string[] = [];
  parameters.weights.forEach((weights, layer) => {
    const inputs = sizes[layer] ?? 1;
    weights.forEach((weight, index) => {
      const [x1, y1] = place(layer, index % inputs);
      const [x2, y2] = place(layer + 1, Math.floor(index / inputs));
      const share = Math.abs(weight) / (Math.abs(weight) + kMiddling);
      const stroke = colour(weight < 0 ? "negative" : "positive");
      const dash = weight < 0 ? ` stroke-dasharray="7 4"` : "";
      out.push(
        `<line x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}" stroke="${stroke}" stroke-width="${(0.75 + kThickest * share).toFixed(2)}"${dash}/>`,
      );
      // Nearer to where the line comes from, for each next one further on, so that they do not hide each other.
      const along = 0.3 + (0.4 * (index % inputs)) / Math.max(1, inputs - 1);
      const sign = weight < 0 ? "" : "+";
      tags.push(label(x1 + (x2 - x1) * along, y1 + (y2 - y1) * along + 4, sign + numberText(weight, kDigits), 11));
    });
  });
  const nodes = sizes.flatMap((units, layer) =>
    Array.from({ length: units }, (_, unit) => {
      const [x, y] = place(layer, unit);
      const bias = layer === 0 ? undefined : parameters.biases[layer - 1]?.[unit];
      const circle = `<circle cx="${x}" cy="${y}" r="${kRadius}" fill="${colour("panel")}" stroke="${colour("outline")}" stroke-width="1.5"/>`;
      const under = bias === undefined ? "" : label(x, y + kRadius + 14, `b ${numberText(bias, kDigits)}`, 11, "muted");
      return circle + label(x, y + 5, nameOf(exported, layer, unit), 14) + under;
    }),
  );
  const activations = setup.network.layers.map(({ activation }, index) =>
    label(place(index + 1, 0)[0], height - 10, activation, 12, "muted"),
  );
  const title = text.svg.title(shapeOf(exported));
  const about = text.svg.about(numberText(loss, 4));
  return `<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="title desc" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="sans-serif">
<title id="title">${escaped(title)}</title>
<desc id="desc">${escaped(about)}</desc>
<rect width="${width}" height="${height}" fill="${colour("panel")}"/>
${[...out, ...tags, ...nodes, ...activations].join("\n")}
</svg>
`;

  function label(x: number, y: number, says: string, size: number, token: Token = "text"): string {
    const halo = `stroke="${colour("panel")}" stroke-width="4" stroke-linejoin="round" paint-order="stroke"`;
    return `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" font-size="${size}" text-anchor="middle" fill="${colour(token)}" ${halo}>${escaped(says)}</text>`;
  }
}

function nameOf({ setup }: Exported, layer: number, unit: number): string {
  const { inputSize, layers } = setup.network;
  const feature = setup.features?.[unit];
  if (layer === 0) return feature ? features[feature].label : inputSize === 1 ? "x" : `x${"₁₂"[unit] ?? unit + 1}`;
  if (layer < layers.length) return `a${unit + 1}`;
  return (layers.at(-1)?.units ?? 1) > 1 ? `ŷ ${classLetter(unit)}` : "ŷ";
}
