/** All that is known of a trace after so many steps as a table: for screen readers, and for whoever likes numbers. */
import { html, nothing } from "lit";
import "../kit/formula";
import { numberText } from "../kit/number-text";
import { words } from "../locale";
import { edgeName, type Known, type Trace } from "./graph-trace";
import { kGradientDigits, kValueDigits } from "./graph-words";

export function graphTable(trace: Trace, known: Known) {
  const cell = (number: number | undefined, digits: number) =>
    number === undefined ? html`<span class="muted">${words.graph.notYet}</span>` : numberText(number, digits);
  return html`<details class="ui">
    <summary>${words.graph.tableSummary}</summary>
    <div class="table-scroll" tabindex="0" role="region" aria-label=${words.graph.tableSummary}>
      <table class="numbers">
        <thead>
          <tr>
            <th scope="col">${words.graph.table.name}</th>
            <th scope="col">${words.graph.table.value}</th>
            <th scope="col">${words.graph.table.links}</th>
            <th scope="col">${words.graph.table.gradient}</th>
          </tr>
        </thead>
        <tbody>
          ${trace.graph.nodes.map(
            (node) =>
              html`<tr>
                <th scope="row">
                  <span class="visually-hidden">${node.name}</span>
                  <kit-formula aria-hidden="true" .tex=${node.latex}></kit-formula>
                </th>
                <td>${cell(known.values.get(node.id), kValueDigits)}</td>
                <td>
                  ${trace.graph.edges
                    .filter(({ to }) => to === node.id)
                    .map(({ from, to, latex }) => {
                      const local = known.locals.get(edgeName(from, to));
                      if (local === undefined) return nothing;
                      return html`<span class="link"
                        ><kit-formula .tex=${latex}></kit-formula> = ${numberText(local, kGradientDigits)}</span
                      >`;
                    })}
                </td>
                <td class="gradient">${cell(known.gradients.get(node.id), kGradientDigits)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </details>`;
}
