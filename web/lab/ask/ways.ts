/** The same derivative, computed in three ways, with a verdict. */
import { html, type TemplateResult } from "lit";
import type { Proof, Result } from "../../engine/api";
import "../../figures/numbers.css";
import { numberText } from "../../kit/number-text";
import { words } from "../../locale";
import { text as node } from "../../locale/lab-node";

export function waysTable(proof: Result<Proof>): TemplateResult {
  if (!proof.ok) return html`<p class="caption">${proof.error.message}</p>`;
  const { value } = proof;
  return html`<table class="numbers ways">
      <tbody>
        ${(["symbolic", "reverse", "difference"] as const).map(
          (way) =>
            html`<tr>
              <th scope="row">${node.ways[way]}</th>
              <td data-way=${way} data-value=${value[way]}>${numberText(value[way], 9)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
    <p class="caption">
      ${value.agree ? node.agree : node.disagree(words.proof.reasons[value.reason ?? "rounding"])}
    </p>`;
}
