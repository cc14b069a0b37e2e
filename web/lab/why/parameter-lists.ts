/**
 * All parameters of a network as one list, in groups by node, and their names in plain text.
 *
 *     parameterLists("Across", setup, { layer: 0, unit: 0, input: 0 }, (id) => set(id))   // id such as "1.1.2"
 */
import { html, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import type { ParameterId } from "../../engine/api";
import type { TrainingSetup } from "../../engine/training-protocol";
import { text } from "../../locale/lab-why";
import { parametersOf, writeId } from "./landscape-model";

const words = text.why.parameter;

const nodeName = (layer: number, unit: number, layers: number): string =>
  layer === layers - 1 ? words.output(unit + 1) : words.node(unit + 1, layer + 1);

const short = ({ input }: ParameterId): string => (input === undefined ? "b" : `w${subscript(input + 1)}`);
const subscript = (index: number): string => String(index).replace(/\d/g, (digit) => "₀₁₂₃₄₅₆₇₈₉"[Number(digit)] ?? "");

/** w₂ of node 1 in layer 1. */
export const nameOf = (id: ParameterId, layers: number): string =>
  words.of(short(id), nodeName(id.layer, id.unit, layers));

export function parameterLists(
  label: string,
  setup: TrainingSetup,
  chosen: ParameterId,
  choose: (id: string) => void,
): TemplateResult {
  const layers = setup.network.layers.length;
  const groups = new Map<string, ParameterId[]>();
  for (const id of parametersOf(setup)) {
    const name = nodeName(id.layer, id.unit, layers);
    groups.set(name, [...(groups.get(name) ?? []), id]);
  }
  return html`<label class="control"
    ><span>${label}</span
    ><select @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}>
      ${[...groups].map(
        ([name, ids]) =>
          html`<optgroup label=${name}>
            ${ids.map(
              (id) =>
                html`<option value=${writeId(id)} .selected=${live(writeId(id) === writeId(chosen))}>
                  ${nameOf(id, layers)}
                </option>`,
            )}
          </optgroup>`,
      )}
    </select></label
  >`;
}
