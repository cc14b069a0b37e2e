/** A weight or a bias of a node: its derivative in three ways, and what the next update does to it. */
import { html, nothing, type TemplateResult } from "lit";
import { numberTex } from "../../kit/number-text";
import "../../kit/formula";
import { rich } from "../../kit/rich-text";
import { text as node } from "../../locale/lab-node";
import type { Asked } from "../node-panel";
import { updateTex } from "../node-names";
import { proofOf, updateOf, type ParameterRow } from "../trace";
import { parameterName } from "./parameter-name";
import { waysTable } from "./ways";

export const line = (tex: string, value?: number): TemplateResult =>
  html`<p class="line" data-value=${value ?? nothing}><kit-formula .tex=${tex}></kit-formula></p>`;

export function parameterParts({ engine, setup, data, frame, place }: Asked, row: ParameterRow): TemplateResult {
  const name = parameterName(row);
  const update = updateOf(engine, setup, data, frame, place, row.input);
  return html`<div class="passes" role="group" aria-label=${node.ask(name)}>
    <section>
      <h3>${node.proof(name)}</h3>
      ${waysTable(proofOf(engine, setup, data, frame, place, row.input))}
    </section>
    <section class="update">
      <h3>${node.update(name)}</h3>
      ${
        update.ok
          ? html`<p>${rich(node.updateIs)}</p>
              ${line(`g = ${numberTex(update.value.gradient, 6)}`, update.value.gradient)}
              ${update.value.lines.map((it) => line(`${updateTex(it.name)} = ${it.latex} = ${it.put} = ${numberTex(it.value, 6)}`, it.value))}`
          : html`<p class="caption">${update.error.message}</p>`
      }
    </section>
  </div>`;
}
