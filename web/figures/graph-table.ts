/**
 * All that is known of a trace after so many steps as a table: for screen readers, and for whoever likes numbers. A row
 * that is pointed at lights its node in every view of the page, and the reverse.
 */
import { html, nothing, type TemplateResult } from "lit";
import "../kit/formula";
import { nodeKey, type Linked } from "../kit/linked";
import { numberText } from "../kit/number-text";
import { networkWords } from "../locale/network-figures";
import { edgeName, type Known, type Trace } from "./graph-trace";
import { kGradientDigits, kValueDigits } from "./graph-words";
import "./numbers.css";

export function graphTable(trace: Trace, known: Known, linked: Linked): TemplateResult {
  return html`<details class="ui">
    <summary>${networkWords.graph.tableSummary}</summary>
    ${nodeTable(trace, known, linked, networkWords.graph.tableSummary)}
  </details>`;
}

export type NodeNumbers = Pick<Known, "values" | "gradients" | "locals">;

/** The table by itself, in a region that scrolls sideways where it has to. */
export function nodeTable(trace: Trace, known: NodeNumbers, linked: Linked, label: string): TemplateResult {
  const { name, value, links, gradient, tangent } = networkWords.graph.table;
  const { along } = trace.request;
  const cell = (number: number | undefined, digits: number) =>
    number === undefined ? html`<span class="muted">${networkWords.graph.notYet}</span>` : numberText(number, digits);
  return html`<div class="table-scroll" tabindex="0" role="region" aria-label=${label}>
    <table class="numbers">
      <thead>
        <tr>
          <th scope="col">${name}</th>
          <th scope="col">${value}</th>
          <th scope="col">${links}</th>
          <th scope="col">${along === undefined ? gradient : tangent(along)}</th>
        </tr>
      </thead>
      <tbody>
        ${trace.graph.nodes.map(
          (node) =>
            html`<tr
              class=${linked.lights(nodeKey(node.id)) ? "lit" : ""}
              data-node=${node.name}
              @pointerenter=${() => linked.point([nodeKey(node.id)])}
              @pointerleave=${() => linked.leave()}
            >
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
  </div>`;
}
