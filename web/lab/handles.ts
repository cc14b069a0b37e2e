/**
 * Buttons on the drawing of a network: each node and weight can be asked, each inner layer can grow and shrink. And the
 * words that say so.
 */
import { html, nothing } from "lit";
import type { Parameters } from "../engine/api";
import { classLetter } from "../kit/class-marks";
import { measure, networkHeight } from "../kit/network-drawing";
import { text } from "../locale/lab";
import type { LabAsking } from "./ask/asking";
import { heldKeys, kMostUnits, type LabSettings } from "./state";

interface Answers {
  /** Room for the labels of the inputs. */
  side: number | undefined;
  parameters: Parameters | undefined;
  resize: (layer: number, units: number) => void;
}

/** What presses on the two pictures do: in slow motion nothing, and points that a link holds cannot be dragged. */
export const captions = (values: LabSettings, slow: boolean): { plane: string; network: string } => ({
  plane: heldKeys(values).has("own") ? text.planeHeld : text.plane,
  network: slow ? text.networkSlowly : text.network,
});

/** With several outputs each stands for a class. */
function name(layer: number, unit: number, inner: boolean, units: number): string {
  if (inner) return text.nodes.inner(unit + 1, layer + 1);
  return units > 1 ? text.nodes.outputOf(classLetter(unit)) : text.nodes.output;
}

export function handles(sizes: readonly number[], width: number, asking: LabAsking, answers: Answers) {
  if (width === 0) return nothing;
  const { place: chosen, question } = asking;
  const { unit: edge, place } = measure(sizes, width, networkHeight(sizes), answers.side);
  const asked = question?.kind === "parameter" ? question.id : undefined;
  const layers = sizes.slice(1).map((units, layer) => {
    const inner = layer < sizes.length - 2;
    const node = (index: number) => {
      const [left, top] = place(layer + 1, index);
      return html`<button
        type="button"
        class="unit"
        style="left: ${left}px; top: ${top}px; inline-size: ${edge + 4}px; block-size: ${edge + 4}px"
        aria-label=${name(layer, index, inner, units)}
        aria-pressed=${chosen.layer === layer && chosen.unit === index}
        @click=${() => asking.look({ ...chosen, layer, unit: index })}
      ></button>`;
    };
    const sized = html`<span class="resize ui" style="left: ${place(layer + 1, 0)[0]}px">
      <button
        type="button"
        aria-label=${text.layers.fewer(layer + 1)}
        ?disabled=${units <= 1}
        @click=${() => answers.resize(layer, units - 1)}
      >
        −
      </button>
      <button
        type="button"
        aria-label=${text.layers.more(layer + 1)}
        ?disabled=${units >= kMostUnits}
        @click=${() => answers.resize(layer, units + 1)}
      >
        +
      </button>
    </span>`;
    return html`${Array.from({ length: units }, (_, index) => node(index))} ${inner ? sized : nothing}`;
  });
  const { side, parameters } = answers;
  return html`<lab-edges .drawn=${{ sizes, width, side, parameters, asked }}></lab-edges>${layers}`;
}
