/**
 * `<lab-compare>`: the present run beside one that was kept: both curves, what differs between them, what each has
 * reached; and going on from the moment that is looked at with other settings of learning.
 *
 *     html`<lab-compare .asked=${asked} .desk=${desk}></lab-compare>`
 */
import { html, nothing } from "lit";
import type { LossPoints } from "../../engine/training-protocol";
import "../../figures/numbers.css";
import { announce } from "../../kit/announce";
import { choose, enter } from "../../kit/controls";
import { define, KitElement } from "../../kit/element";
import { numberText, shortText } from "../../kit/number-text";
import "../../kit/plot";
import { text as lab } from "../../locale/lab";
import { text as history } from "../../locale/lab-history";
import { text } from "../../locale/lab-why";
import type { DeskState, LabDesk } from "../desk";
import type { Asked } from "../node-panel";
import { differing, optimizers, table, type LabSettings } from "../state";
import type { Branch } from "./branch";
import { sameCount } from "./comparison";
import "./compare.css";

const words = text.compare;
/** For the names behind the curves. */
const kRoom = 1.22;

export class LabCompare extends KitElement {
  static override properties = { asked: { attribute: false }, desk: { attribute: false }, draft: { state: true } };
  declare asked: Asked | undefined;
  declare desk: LabDesk | undefined;
  /** What has been changed in the form. */
  declare protected draft: Partial<Branch>;

  constructor() {
    super();
    this.draft = {};
  }

  #keep(): void {
    this.desk?.keepForComparison();
    announce(words.kept);
  }

  #forget(): void {
    this.desk?.forgetComparison();
    announce(words.forgotten);
  }

  protected override render() {
    const { asked, desk } = this;
    if (!asked || !desk) return nothing;
    const { compared } = desk;
    return html`<div class="button-row ui">
        <button type="button" class="button" @click=${() => this.#keep()}>
          ${compared ? words.keepInstead : words.keep}
        </button>
        <button type="button" class="button" ?disabled=${!compared} @click=${() => void desk.swap()}>
          ${words.swap}
        </button>
        <button type="button" class="button" ?disabled=${!compared} @click=${() => this.#forget()}>
          ${words.forget}
        </button>
      </div>
      ${compared ? this.#beside(desk, compared) : html`<p class="caption">${words.none}</p>`}
      ${this.#branch(asked, desk)}`;
  }

  // ---- Two runs ----

  #beside({ run, state }: LabDesk, compared: DeskState) {
    const { frame } = run.model;
    const other = compared.kept?.moments.at(-1);
    if (!frame || !other) return nothing;
    const differ = differing(state.values, compared.values);
    const both = sameCount(frame.history, other.history);
    const most = Math.max(frame.batches, other.batches, 1);
    const top = Math.max(...[frame, other].flatMap(({ history }) => history.losses.slice(0, 400)));
    const start = Math.max(frame.history.losses[0] ?? 1, other.history.losses[0] ?? 1);
    const curve = ({ batches, losses }: LossPoints) => ({
      x: Float64Array.from(batches),
      y: Float64Array.from(losses),
    });
    const says = words.says(numberText(frame.loss, 4), frame.batches, numberText(other.loss, 4), other.batches);
    return html`<div class="beside">
        <kit-plot
          .x=${[0, most * kRoom]}
          .y=${[0, Math.min(top, 2 * start) * 1.05 || 1]}
          .curves=${[
            { samples: curve(other.history), role: "parameter", dashed: true, end: history.compare.kept },
            { samples: curve(frame.history), role: "cost", end: words.present },
          ]}
          .height=${260}
          label=${`${words.picture} ${says}`}
          y-label="J"
        ></kit-plot>
        <div class="table-scroll" tabindex="0" role="region" aria-label=${words.table}>
          <table class="numbers">
            <thead>
              <tr>
                <td></td>
                <th scope="col">${words.present}</th>
                <th scope="col">${history.compare.kept}</th>
              </tr>
            </thead>
            <tbody>
              ${differ.map(
                (key) =>
                  html`<tr data-setting=${key}>
                    <th scope="row">${history.settings[key] ?? key}</th>
                    <td>${settingText(key, state.values)}</td>
                    <td>${settingText(key, compared.values)}</td>
                  </tr>`,
              )}
              ${both ? this.#row(words.after(both.batches), "same", both.losses[0], both.losses[1]) : nothing}
              ${this.#row(words.now, "now", frame.loss, other.loss)}
              ${
                frame.testLoss === undefined && other.testLoss === undefined
                  ? nothing
                  : this.#row(words.apart, "apart", frame.testLoss, other.testLoss)
              }
              <tr>
                <th scope="row">${words.batches}</th>
                <td>${frame.batches}</td>
                <td>${other.batches}</td>
              </tr>
            </tbody>
          </table>
          ${differ.length === 0 ? html`<p class="caption">${words.noDifference}</p>` : nothing}
        </div>
      </div>
      <p class="caption">${words.legend}</p>`;
  }

  #row(name: string, id: string, present: number | undefined, other: number | undefined) {
    const cell = (value: number | undefined) =>
      html`<td data-value=${value ?? nothing}>${value === undefined ? "–" : numberText(value, 4)}</td>`;
    return html`<tr data-row=${id}>
      <th scope="row">${name}</th>
      ${cell(present)} ${cell(other)}
    </tr>`;
  }

  // ---- Going on from here ----

  #branch(asked: Asked, desk: LabDesk) {
    const values = { ...desk.state.values, ...this.draft };
    const change = (draft: Partial<Branch>): void => {
      this.draft = { ...this.draft, ...draft };
    };
    const number = (key: "rate" | "batch" | "l1" | "l2") =>
      enter({
        label: lab.learning[key],
        field: table[key],
        value: values[key],
        whole: key === "batch",
        enter: (value) => change({ [key]: value }),
      });
    return html`<fieldset class="ui">
      <legend>${words.branch(numberText(asked.frame.epochs, 1))}</legend>
      <div class="row">
        ${choose({
          label: lab.learning.optimizer,
          choices: optimizers,
          chosen: values.optimizer,
          name: (name) => lab.learning.optimizers[name],
          choose: (optimizer) => change({ optimizer }),
        })}
        ${number("rate")} ${number("batch")} ${number("l1")} ${number("l2")}
        <button type="button" class="button primary go-on" @click=${() => this.#goOn(asked, desk)}>
          ${words.goOn}
        </button>
      </div>
      <p class="caption">${words.branchSays}</p>
    </fieldset>`;
  }

  #goOn(asked: Asked, desk: LabDesk): void {
    const { draft } = this;
    this.draft = {};
    void desk.branch(asked, draft);
  }
}

/** As it is called in the controls. */
function settingText(key: keyof LabSettings, values: LabSettings): string {
  const value = values[key];
  if (typeof value === "number") return shortText(value, 4);
  if (typeof value !== "string") return words.points(value.rows.length);
  const named: Partial<Record<keyof LabSettings, Readonly<Record<string, string>>>> = {
    data: lab.data.sets,
    loss: lab.learning.losses,
    optimizer: lab.learning.optimizers,
    start: lab.layers.starts,
  };
  return named[key]?.[value] ?? (value === "" ? words.empty : value.replaceAll(".", ", "));
}

define("lab-compare", LabCompare);

declare global {
  interface HTMLElementTagNameMap {
    "lab-compare": LabCompare;
  }
}
