/**
 * `<chainwise-gradient-proof>`: several derivatives, each computed three times in three independent ways.
 *
 *     html`<chainwise-gradient-proof .trace=${trace} .proofs=${new Map([["w1", proof]])}></chainwise-gradient-proof>`
 */
import { html, nothing } from "lit";
import type { Proof } from "../engine/api";
import { define, KitElement } from "../kit/element";
import { numberText } from "../kit/number-text";
import { networkWords } from "../locale/network-figures";
import "./gradient-proof.css";
import type { Trace } from "./graph-trace";

const kDigits = 11;

export class ChainwiseGradientProof extends KitElement {
  static override properties = { trace: { attribute: false }, proofs: { attribute: false } };
  declare trace: Trace | undefined;
  declare proofs: ReadonlyMap<string, Proof>;

  constructor() {
    super();
    this.proofs = new Map();
  }

  protected override render() {
    const { trace } = this;
    if (!trace) return nothing;
    const all = [...this.proofs.values()];
    const failed = all.find(({ agree }) => !agree);
    return html`<table>
        <caption class="ui">
          ${networkWords.proofs.caption}
        </caption>
        <thead>
          <tr>
            <th scope="col"><span class="visually-hidden">${networkWords.proofs.parameter}</span></th>
            <th scope="col">${networkWords.proofs.symbolic}</th>
            <th scope="col">${networkWords.proofs.reverse}</th>
            <th scope="col">${networkWords.proofs.difference}</th>
          </tr>
        </thead>
        <tbody>
          ${[...this.proofs].map(([name, proof]) => this.#row(trace, name, proof))}
        </tbody>
      </table>
      <p class="verdict ui" data-agree=${failed ? "no" : "yes"}>
        ${failed ? networkWords.proofs.disagree[failed.reason ?? "rounding"] : networkWords.proofs.agree}
      </p>`;
  }

  #row(trace: Trace, name: string, proof: Proof) {
    const symbol = trace.graph.nodes.find((node) => node.name === name)?.latex ?? name;
    const cost = trace.nodes.get(trace.graph.output)?.latex ?? "";
    const exact = numberText(proof.symbolic, kDigits);
    const cell = (way: string, value: number) => {
      const text = numberText(value, kDigits);
      let same = 0;
      while (same < text.length && text[same] === exact[same]) same++;
      return html`<td data-way=${way} data-value=${value}>
        <span>${text.slice(0, same)}<span class="rest">${text.slice(same)}</span></span>
      </td>`;
    };
    return html`<tr data-name=${name}>
      <th scope="row">
        <span class="visually-hidden">${networkWords.proofs.spoken(name)}</span
        ><kit-formula aria-hidden="true" .tex=${`\\partial ${cost} / \\partial ${symbol}`}></kit-formula>
      </th>
      ${cell(networkWords.proofs.symbolic, proof.symbolic)} ${cell(networkWords.proofs.reverse, proof.reverse)}
      ${cell(networkWords.proofs.difference, proof.difference)}
    </tr>`;
  }
}

define("chainwise-gradient-proof", ChainwiseGradientProof);

declare global {
  interface HTMLElementTagNameMap {
    "chainwise-gradient-proof": ChainwiseGradientProof;
  }
}
