/** The five lines of the network with the numbers of now, and the cost as a bar. */
import { html } from "lit";
import { inColour } from "../../figures/graph-words";
import { numberTex, numberText } from "../../kit/number-text";
import { substituteTex } from "../../kit/substitute";
import { text } from "../../locale/lessons/small-network";
import type { SmallNetwork } from "./model";

const kDigits = 3;
/** The cost when the answer is as wrong as a sigmoid lets it be. */
const kMostCost = 0.5;

export function fiveLines(model: SmallNetwork) {
  const { trace } = model;
  const numbers = new Map(
    trace.graph.nodes.map((node) => [
      node.latex,
      numberTex(trace.value(node.id), kDigits)
        .replace(/(\.\d*?)0+$/, "$1")
        .replace(/\.$/, ""),
    ]),
  );
  const cost = model.value("J");
  return html`<div class="five-lines" aria-label=${text.lines.live} role="group">
    ${trace.graph.nodes
      .filter((node) => node.kind === "definition")
      .map(
        (node) =>
          html`<div class="line">
            <kit-formula .tex=${node.latex}></kit-formula>
            <kit-formula .tex=${`= ${substituteTex(node.formula.latex, numbers, inColour)}`}></kit-formula>
            <span aria-hidden="true">=</span>
            <span class="number" data-name=${node.name} data-value=${trace.value(node.id)}
              >${numberText(trace.value(node.id), kDigits)}</span
            >
          </div>`,
      )}
    <div class="cost-bar" aria-hidden="true"><span style="inline-size: ${(100 * cost) / kMostCost}%"></span></div>
  </div>`;
}
