/**
 * `<chainwise-update-lines>`: the arithmetic of the next step of one runner of the race: what the optimiser remembers,
 * each line in symbols and in numbers, and the new value beside the one that training makes.
 *
 *     html`<chainwise-update-lines .engine=${engine} .setting=${{ rate: 0.3, w: -1, b: 3 }} .steps=${3}
 *            optimiser="adam" parameter="w" @chainwise-race=${(event) => state.set(event.detail)}></chainwise-update-lines>`
 *
 * Event `chainwise-race`: what is to change of `steps`, `optimiser`, `parameter`.
 */
import { html, nothing } from "lit";
import type { Chainwise } from "../engine/api";
import { announce } from "../kit/announce";
import { define, emit, KitElement } from "../kit/element";
import "../kit/formula";
import { numberText } from "../kit/number-text";
import "../kit/player";
import { rich } from "../kit/rich-text";
import { standardRoles, type RoleMap } from "../kit/tex-roles";
import { text } from "../locale/lessons/optimisers";
import { choiceButtons } from "./choice-buttons";
import {
  kSteps,
  optimisers,
  parameters,
  type OptimiserName,
  type ParameterName,
  type RaceSetting,
} from "./optimiser-race-model";
import { digitsTex, updateLines, type UpdateLine } from "./update-lines-model";
import "./update-lines.css";

const kDigits = 4;
const roles: RoleMap = { ...standardRoles, g: "derivative", m: "value", s: "value" };
const words = text.figures.update;

export class ChainwiseUpdateLines extends KitElement {
  static override properties = {
    engine: { attribute: false },
    setting: { attribute: false },
    steps: { type: Number },
    optimiser: {},
    parameter: {},
  };
  declare engine: Chainwise | undefined;
  declare setting: RaceSetting | undefined;
  declare steps: number;
  declare optimiser: OptimiserName;
  declare parameter: ParameterName;

  constructor() {
    super();
    this.steps = 0;
    this.optimiser = "adam";
    this.parameter = "w";
  }

  protected override get ready(): boolean {
    return this.engine !== undefined && this.setting !== undefined;
  }

  #set(change: { steps?: number; optimiser?: OptimiserName; parameter?: ParameterName }): void {
    emit(this, "chainwise-race", change);
    if (change.steps !== undefined) announce(words.where(change.steps + 1));
  }

  protected override render() {
    const { engine, setting, optimiser, parameter } = this;
    if (!engine || !setting) return nothing;
    const steps = Math.min(this.steps, kSteps - 1);
    const { given, lines, trained, same } = updateLines(engine, setting, { optimiser, parameter, steps });
    return html`
      <div class="choices">
        ${choiceButtons(
          text.figures.race.optimiser,
          optimisers,
          optimiser,
          (name) => text.figures.race.names[name],
          (name) => this.#set({ optimiser: name }),
        )}
        ${choiceButtons(
          words.parameter,
          parameters,
          parameter,
          (name) => words.parameters[name],
          (name) => this.#set({ parameter: name }),
        )}
      </div>
      <kit-player
        can-go-back
        .canPlay=${false}
        .position=${steps}
        ?at-end=${steps >= kSteps - 1}
        .stepLabel=${words.next}
        @kit-step=${() => this.#set({ steps: steps + 1 })}
        @kit-back=${() => this.#set({ steps: Math.max(0, steps - 1) })}
        @kit-reset=${() => this.#set({ steps: 0 })}
      ></kit-player>
      <h3>${words.given(steps)}</h3>
      <dl class="given ui">
        ${given.map(
          ({ name, tex, value }) =>
            html`<div>
              <dt>
                <kit-formula .roles=${roles} .tex=${tex}></kit-formula>
                <span>${words.names[name as keyof typeof words.names] ?? ""}</span>
              </dt>
              <dd data-value=${value}><kit-formula .tex=${digitsTex(value)}></kit-formula></dd>
            </div>`,
        )}
      </dl>
      <h3>${words.where(steps + 1)}</h3>
      <ol class="lines">
        ${lines.map((line) => this.#line(line))}
      </ol>
      <p class="caption proof" data-same=${same ? "yes" : "no"}>
        ${rich(words.proof(parameter, numberText(trained, kDigits), same))}
      </p>
    `;
  }

  #line({ name, left, symbols, numbers, value }: UpdateLine) {
    const says = words.says[this.optimiser];
    const key = name.replace(/^b_new$/, "w_new");
    return html`<li data-name=${name}>
      <p class="caption">${rich(Object.hasOwn(says, key) ? (says[key] ?? "") : "")}</p>
      <div class="formulas">
        <kit-formula .roles=${roles} .tex=${`\\displaystyle ${left} = ${symbols}`}></kit-formula>
        <kit-formula .tex=${`\\displaystyle {} = ${numbers}`}></kit-formula>
        <span class="value" data-value=${value}><kit-formula .tex=${`= ${digitsTex(value)}`}></kit-formula></span>
      </div>
    </li>`;
  }
}

define("chainwise-update-lines", ChainwiseUpdateLines);

declare global {
  interface HTMLElementTagNameMap {
    "chainwise-update-lines": ChainwiseUpdateLines;
  }
}
