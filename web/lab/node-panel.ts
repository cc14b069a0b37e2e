/**
 * `<chainwise-node>`: one node of a network at one point: how its numbers came about, forward and backward, its
 * parameters with their slopes, and for any of them the three-way proof and the next update.
 *
 *     html`<chainwise-node .asked=${{ engine, setup, data, frame, place }}
 *            @chainwise-place=${({ detail }) => ...} @chainwise-weight=${({ detail }) => ...}></chainwise-node>`
 *
 * Property `asked`: a moment of a run and a place in it. Events: `chainwise-place` with a changed `Place`;
 * `chainwise-weight` with `{ layer, unit, input?, value }`, typed by the reader.
 */
import { html, nothing } from "lit";
import type { Chainwise, Dataset } from "../engine/api";
import type { TrainingFrame, TrainingSetup } from "../engine/training-protocol";
import "../figures/numbers.css";
import { define, emit, KitElement } from "../kit/element";
import { numberField, readNumber } from "../kit/fields";
import "../kit/formula";
import { neatTex, numberTex, numberText, plainNumber } from "../kit/number-text";
import { rich } from "../kit/rich-text";
import { words } from "../locale";
import { text as node } from "../locale/lab-node";
import { enter } from "../kit/controls";
import "./node-panel.css";
import { parameterName } from "./ask/parameter-name";
import { line, parameterParts } from "./ask/parameter-parts";
import { factorTex } from "./digits";
import { nodeName, nodeTex, shortSum } from "./node-names";
import { kLargestTyped } from "./state";
import { traceOf, type ParameterRow, type Place, type Trace } from "./trace";

export interface Asked {
  engine: Chainwise;
  setup: TrainingSetup;
  data: Dataset;
  /** The data in the plane; another only where the network is given features. */
  points: Dataset;
  frame: TrainingFrame;
  place: Place;
}

const kDirect: ReadonlySet<string> = new Set(["binary-cross-entropy", "softmax-cross-entropy"]);

export class ChainwiseNode extends KitElement {
  static override properties = { asked: { attribute: false }, chosen: { state: true }, complaint: { state: true } };
  declare asked: Asked | undefined;
  /** The row that is being asked about: an input, or -1 for the bias. */
  declare protected chosen: number | undefined;
  declare protected complaint: string;

  constructor() {
    super();
    this.complaint = "";
  }

  #go(change: Partial<Place>): void {
    const place = this.asked?.place;
    if (place) emit(this, "chainwise-place", { ...place, ...change });
  }

  #type(row: ParameterRow, field: HTMLInputElement): void {
    const { asked } = this;
    if (!asked) return;
    const value = readNumber(field.value);
    const stays = plainNumber(row.value, 5);
    this.complaint = "";
    if (value === undefined || Math.abs(value) > kLargestTyped) {
      const most = plainNumber(kLargestTyped);
      this.complaint =
        value === undefined ? node.notNumber(field.value) : words.kit.outside(false, `-${most}`, most, stays);
      field.value = stays;
    } else if (value !== row.value) {
      const { layer, unit } = asked.place;
      emit(this, "chainwise-weight", { layer, unit, input: row.input, value });
    }
  }

  protected override render() {
    const { asked } = this;
    if (!asked) return nothing;
    const { engine, setup, data, frame, place } = asked;
    const trace = traceOf(engine, setup, data, frame, place);
    if (!trace.ok) return html`<p class="caption">${trace.error.message}</p>`;
    const name = nodeName(place.layer, place.unit, setup.network);
    return html`
      <h2>${node.title(name)}</h2>
      ${this.#point(asked, trace.value)}
      <div class="passes">
        <section>
          <h3>${node.forward}</h3>
          ${this.#forward(asked, trace.value)}
        </section>
        <section>
          <h3>${node.backward}</h3>
          ${this.#backward(asked, trace.value)}
        </section>
      </div>
      <h3>${node.table}</h3>
      ${this.#table(asked, trace.value)} ${this.#question(asked, trace.value)}
    `;
  }

  #point({ setup, data, place }: Asked, { inputs, targets, loss }: Trace) {
    const count = data.targets.length / data.targetSize;
    const at = Array.from(inputs, (value, i) => `${nodeTex(-1, i, setup)} = ${neatTex(value)}`);
    const due = Array.from(targets, (value, i) => `y${targets.length > 1 ? `_{${i + 1}}` : ""} = ${neatTex(value)}`);
    const field = numberField({ initial: 1, min: 1, max: count, step: 1 });
    return html`<div class="point">
      <div class="row ui">
        ${enter({
          label: node.point,
          field,
          value: place.example + 1,
          whole: true,
          enter: (value) => this.#go({ example: value - 1 }),
        })}
        <span>${node.of(count)}</span>
      </div>
      <p>${rich(node.at(at.map(inTex).join(", "), due.map(inTex).join(", ")))} ${rich(node.loss(numberTex(loss)))}</p>
    </div>`;
  }

  #forward({ setup, place }: Asked, { explanation, rows }: Trace) {
    const activation = setup.network.layers[place.layer]?.activation ?? "";
    const before = rows.slice(0, -1);
    const symbols = before.map(
      (row) => `w_{${(row.input ?? 0) + 1}}\\,${nodeTex(place.layer - 1, row.input ?? 0, setup)}`,
    );
    const numbers = rows.map((row, i) => {
      const value = numberTex(row.value, 3, i > 0);
      return row.input === undefined ? value : `${value} \\cdot ${numberTex(row.factor, 3, true)}`;
    });
    return html`
      <p>${node.weigh}</p>
      ${line(`z = ${shortSum(symbols)} + b`)} ${line(`\\phantom{z} = ${shortSum(numbers)}`)}
      ${line(`\\phantom{z} = ${numberTex(explanation.z)}`)}
      <p>${activation === "softmax" ? rich(node.share) : node.bend(activation)}</p>
      ${line(`${nodeTex(place.layer, place.unit, setup)} = ${numberTex(explanation.activation)}`)}
    `;
  }

  #backward({ setup, place }: Asked, { explanation }: Trace) {
    const { network } = setup;
    const { contributions, upstream, slope, delta } = explanation;
    const own = nodeTex(place.layer, place.unit, setup);
    const atOutput = contributions.length === 0;
    const direct = atOutput && kDirect.has(network.loss);
    const products = contributions.map(
      ({ weight, delta: next }, i) => `${factorTex(weight, i > 0)} \\cdot ${factorTex(next, true)}`,
    );
    const product = `${factorTex(upstream)} \\cdot ${factorTex(slope, true)} = ${factorTex(delta)}`;
    if (direct)
      return html`<p>${node.direct(network.layers.at(-1)?.activation ?? "")}</p>
        ${line(`\\delta = ${own} - ${own.replace("\\hat{y}", "y")} = ${numberTex(delta)}`)}`;
    return html`
      <p>${atOutput ? node.atOutput : node.upstream}</p>
      ${line(`\\frac{\\partial J}{\\partial ${own}} = ${atOutput ? "" : `${shortSum(products)} = `}${factorTex(upstream)}`)}
      <p>${node.slope}</p>
      ${line(`\\delta = \\frac{\\partial J}{\\partial ${own}} \\cdot \\frac{\\partial ${own}}{\\partial z} = ${product}`)}
      ${
        atOutput
          ? nothing
          : html`<p class="links ui">
              ${contributions.map(({ unit }) => {
                const name = nodeName(place.layer + 1, unit, network);
                return html`<button
                  type="button"
                  class="button"
                  @click=${() => this.#go({ layer: place.layer + 1, unit })}
                >
                  ${node.toNode(name)}
                </button>`;
              })}
            </p>`
      }
    `;
  }

  #table({ setup, place }: Asked, { rows }: Trace) {
    return html`<div class="table-scroll" tabindex="0" role="region" aria-label=${node.table}>
        <table class="numbers">
          <thead>
            <tr>
              <th scope="col">${node.parameter}</th>
              <th scope="col">${node.value}</th>
              <th scope="col">${node.factor}</th>
              <th scope="col">${node.gradient}</th>
              <th scope="col">${node.mean}</th>
              <th scope="col">${node.more}</th>
            </tr>
          </thead>
          <tbody>
            ${rows.map((row) => {
              const key = row.input ?? -1;
              const name = parameterName(row);
              return html`<tr data-parameter=${name}>
                <th scope="row">
                  <span class="visually-hidden">${name}</span
                  ><span aria-hidden="true"
                    >${rich(`$${row.input === undefined ? "b" : `w_{${row.input + 1}}`}$`)}</span
                  >
                </th>
                <td data-value=${row.value}>
                  <input
                    class="weight"
                    inputmode="decimal"
                    aria-label=${`${name}, ${node.value}`}
                    .value=${plainNumber(row.value, 5)}
                    @change=${(event: Event) => this.#type(row, event.target as HTMLInputElement)}
                  />
                </td>
                <td>
                  ${rich(row.input === undefined ? "$1$" : `$${nodeTex(place.layer - 1, row.input, setup)} = ${numberTex(row.factor)}$`)}
                </td>
                <td class="gradient" data-value=${row.gradient}>${numberText(row.gradient, 5)}</td>
                <td data-value=${row.mean}>${numberText(row.mean, 5)}</td>
                <td>
                  <button
                    type="button"
                    class="button"
                    aria-label=${node.ask(name)}
                    aria-pressed=${this.chosen === key}
                    @click=${() => (this.chosen = this.chosen === key ? undefined : key)}
                  >
                    ${node.more}
                  </button>
                </td>
              </tr>`;
            })}
          </tbody>
        </table>
      </div>
      <p class="trouble ui" role="alert">${this.complaint}</p>
      <p class="caption">${node.caption}</p>`;
  }

  #question(asked: Asked, { rows }: Trace) {
    const row = rows.find(({ input }) => (input ?? -1) === this.chosen);
    return row ? parameterParts(asked, row) : nothing;
  }
}

const inTex = (tex: string): string => `$${tex}$`;

define("chainwise-node", ChainwiseNode);

declare global {
  interface HTMLElementTagNameMap {
    "chainwise-node": ChainwiseNode;
  }
}
