/**
 * `<chainwise-proof>`: one derivative, computed three times in three independent ways, side by side.
 *
 *     <chainwise-proof expression="log(2+cos(x))" at="1"></chainwise-proof>
 *
 * Attributes: `expression`, `variable`, `at`. Property `study`.
 */
import { html } from "lit";
import { define } from "../kit/element";
import { numberText, shortText } from "../kit/number-text";
import { words } from "../locale";
import { FunctionFigure } from "./function-figure";
import type { FunctionStudy } from "./function-study";
import "./proof.css";

const kDigits = 12;

/** How many leading characters two printed numbers share. */
function shared(a: string, b: string): number {
  let i = 0;
  while (i < a.length && a[i] === b[i]) ++i;
  return i;
}

export class ChainwiseProof extends FunctionFigure {
  protected override renderStudy(study: FunctionStudy) {
    const { proof } = study;
    if (!proof) return html`<p class="caption">${words.proof.none}</p>`;
    const exact = numberText(proof.symbolic, kDigits, words.kit.undefined);
    const row = (way: { name: string; how: string }, value: number) => {
      const text = numberText(value, kDigits, words.kit.undefined);
      const same = shared(text, exact);
      return html`<tr>
        <th scope="row">${way.name}<span class="how">${way.how}</span></th>
        <td>${text.slice(0, same)}<span class="rest">${text.slice(same)}</span></td>
      </tr>`;
    };
    const { ways } = words.proof;
    return html`<table>
        <caption class="ui">
          ${words.proof.caption(study.variable, shortText(study.x))}
        </caption>
        <tbody>
          ${row(ways.symbolic, proof.symbolic)} ${row(ways.reverse, proof.reverse)}
          ${row({ name: ways.difference.name, how: ways.difference.how(shortText(proof.step)) }, proof.difference)}
        </tbody>
      </table>
      <p class="verdict ui" data-agree=${proof.agree ? "yes" : "no"}>
        ${proof.agree ? words.proof.agree : words.proof.reasons[proof.reason ?? "rounding"]}
      </p>`;
  }
}

define("chainwise-proof", ChainwiseProof);
