/**
 * `<lab-line-search>`: the cost along the negative gradient of this moment, by the learning rate. A rate can be tried
 * by pointer and keyboard, and taken as the learning rate.
 *
 *     html`<lab-line-search .asked=${asked} .desk=${desk}></lab-line-search>`
 */
import { html, nothing } from "lit";
import type { Result } from "../../engine/api";
import { choiceButtons } from "../../figures/choice-buttons";
import { announce } from "../../kit/announce";
import { define, KitElement } from "../../kit/element";
import { neatTex, numberText, shortText } from "../../kit/number-text";
import "../../kit/plot";
import { rich } from "../../kit/rich-text";
import { text } from "../../locale/lab-why";
import type { LabDesk } from "../desk";
import { digitsApart } from "../digits";
import type { Asked } from "../node-panel";
import { table } from "../state";
import { traceOf } from "../trace";
import { lineOf, reaches, type Line } from "./line-search-model";
import { Memo, momentKeys } from "./memo";

/** The letter of the axis stands behind its last number. */
const kRoom = 1.06;

const words = text.why.line;
const lengths = ["auto", ...reaches.map((reach) => String(reach) as `${(typeof reaches)[number]}`)] as const;

export class LabLineSearch extends KitElement {
  static override properties = {
    asked: { attribute: false },
    desk: { attribute: false },
    tried: { state: true },
    length: { state: true },
  };
  declare asked: Asked | undefined;
  declare desk: LabDesk | undefined;
  /** The rate under the handle, where it is not the learning rate. */
  declare protected tried: number | undefined;
  declare protected length: (typeof lengths)[number];
  readonly #line = new Memo<Result<Line>>();

  constructor() {
    super();
    this.length = "auto";
  }

  protected override render() {
    const { asked } = this;
    if (!asked) return nothing;
    const chosen = asked.setup.network.optimizer?.learningRate ?? 0;
    const rate = this.tried ?? chosen;
    const line = this.#line.get([...momentKeys(asked), rate, this.length], () =>
      lineOf(asked, rate, this.length === "auto" ? undefined : Number(this.length)),
    );
    if (!line.ok) return html`<p class="caption">${line.error.message}</p>`;
    const { here, got, slope, best } = line.value;
    const promised = here + slope * rate;
    const digits = digitsApart(here, got, 4);
    return html`${choiceButtons(
        words.length,
        lengths,
        this.length,
        (length) => (length === "auto" ? words.auto : `${length} η`),
        (length) => (this.length = length),
      )}
      <div class="beside">
        ${this.#plot(line.value, rate, chosen)}
        <div>
          <p class="says" data-got=${got} data-rate=${rate}>
            ${rich(words.step[got < here ? "falls" : "rises"](neatTex(rate, 4), neatTex(here, digits), neatTex(got, digits)))}
            ${rich(words.promise(neatTex(slope, 4), neatTex(promised, digits)))}
          </p>
          <p class="says">
            ${rich(best.rate > 0 ? words.best(neatTex(best.rate, 4), neatTex(best.loss, 4)) : words.flat)}
          </p>
          ${this.#product(asked, rate)}
          <div class="button-row ui">
            <button type="button" class="button" ?disabled=${rate === chosen} @click=${() => this.#take(rate)}>
              ${words.take(shortText(rate, 4))}
            </button>
            <button type="button" class="button" ?disabled=${rate === chosen} @click=${() => (this.tried = undefined)}>
              ${words.back(shortText(chosen, 4))}
            </button>
          </div>
        </div>
      </div>
      <p class="caption">${this.#caveat(asked)}</p>`;
  }

  #plot({ rates, losses, here, slope, got }: Line, rate: number, chosen: number) {
    const last = rates.at(-1) ?? 1;
    const low = losses.reduce((least, loss) => Math.min(least, loss), Infinity);
    const top = Math.min(
      losses.reduce((most, loss) => Math.max(most, loss), -Infinity),
      here + 2 * (here - low) + 0.02,
    );
    const air = (top - low) * 0.12 || 0.01;
    const run = Math.min(last, slope === 0 ? last : (here - low + air) / -slope);
    const at = losses.map((loss) => (Number.isFinite(loss) ? Math.min(loss, 1e6) : 1e6));
    return html`<kit-plot
      .x=${[0, last * kRoom]}
      .y=${[low - air, top + air]}
      .curves=${[{ samples: { x: rates, y: at }, role: "cost", label: "J" }]}
      .segments=${[
        { from: [0, here], to: [run, here + slope * run], role: "derivative", dashed: true, label: words.slope },
        ...(rate === chosen ? [] : [{ from: [chosen, low - air], to: [chosen, top + air], role: "data", thin: true }]),
      ]}
      .marks=${[
        { x: 0, y: here, role: "cost" },
        { x: rate, y: got, role: "parameter" },
      ]}
      .at=${rate}
      .step=${last / 100}
      .height=${280}
      label=${words.picture}
      x-label="η"
      y-label="J"
      handle-label=${words.handle}
      handle-text=${words.handleText(shortText(rate, 4), numberText(got, 4))}
      @kit-move=${({ detail }: CustomEvent<{ x: number }>) => (this.tried = table.rate.limit(detail.x))}
    ></kit-plot>`;
  }

  /** η times the slope is the step: for the first weight of the node that is looked at. */
  #product(asked: Asked, rate: number) {
    const { engine, setup, data, frame, place } = asked;
    const trace = traceOf(engine, setup, data, frame, place);
    const row = trace.ok ? trace.value.rows[0] : undefined;
    const step = row && engine.evaluate("eta*g", { eta: rate, g: row.mean });
    const after = row && engine.evaluate("w-eta*g", { w: row.value, eta: rate, g: row.mean });
    if (!row || !step?.ok || !after?.ok) return nothing;
    return html`<p>${rich(words.product(place.unit + 1, place.layer + 1))}</p>
      <p class="line">
        <kit-formula
          .tex=${`\\eta\\,\\frac{\\partial J}{\\partial w_1} = ${neatTex(rate, 4)} \\cdot ${neatTex(row.mean, 5, true)} = ${neatTex(step.value, 5)}`}
        ></kit-formula>
      </p>
      <p class="line">
        <kit-formula
          .tex=${`w_1 \\leftarrow ${neatTex(row.value, 5)} - ${neatTex(step.value, 5, true)} = ${neatTex(after.value, 5)}`}
        ></kit-formula>
      </p>`;
  }

  #take(rate: number): void {
    this.desk?.state.set({ rate: Number(rate.toPrecision(4)) });
    this.tried = undefined;
    announce(words.taken(shortText(rate, 4)));
  }

  #caveat({ setup, data }: Asked): string {
    const { batchSize, optimizer } = setup.network;
    const whole = data.targets.length / data.targetSize;
    return words.caveat(batchSize ?? whole, whole, optimizer?.name === "gradient-descent");
  }
}

define("lab-line-search", LabLineSearch);

declare global {
  interface HTMLElementTagNameMap {
    "lab-line-search": LabLineSearch;
  }
}
