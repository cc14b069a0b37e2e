/**
 * `<chainwise-node-table>`: every node of a program with its value, its local derivatives and its gradient.
 *
 *     html`<chainwise-node-table .trace=${trace} .linked=${linked}></chainwise-node-table>`
 *
 * Properties: `trace` (walked backward, not in forward mode), `linked`.
 */
import { nothing } from "lit";
import { define } from "../kit/element";
import { networkWords } from "../locale/network-figures";
import "./numbers.css";
import { nodeTable } from "./graph-table";
import { edgeName } from "./graph-trace";
import { LinkedFigure } from "./linked-figure";

export class ChainwiseNodeTable extends LinkedFigure {
  protected override render() {
    const { trace } = this;
    if (!trace) return nothing;
    const { nodes } = trace.pass;
    const known = {
      values: new Map(nodes.map(({ id, value }) => [id, value])),
      gradients: new Map(nodes.flatMap(({ id, gradient }) => (gradient === null ? [] : [[id, gradient] as const]))),
      locals: new Map(
        nodes.flatMap(({ id, locals }) => locals.map(({ from, value }) => [edgeName(from, id), value] as const)),
      ),
    };
    return nodeTable(trace, known, this.linked, networkWords.graph.table.whole);
  }
}

define("chainwise-node-table", ChainwiseNodeTable);

declare global {
  interface HTMLElementTagNameMap {
    "chainwise-node-table": ChainwiseNodeTable;
  }
}
