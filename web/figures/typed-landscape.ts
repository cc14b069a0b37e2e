/**
 * `<chainwise-typed-landscape>`: a cost J(a, b) that somebody types, as a map to walk down; the gradient with its
 * numbers, and in words what became of the walk.
 *
 *     html`<chainwise-typed-landscape .engine=${engine} .setting=${setting} .most=${60}
 *            @chainwise-change=${({ detail }) => state.set(detail)}></chainwise-typed-landscape>`
 *
 * Properties: `engine`, `setting` (typed-landscape-model.ts), `most` (steps). Event `chainwise-change`: a part of the
 * setting.
 */
import { html, nothing } from "lit";
import type { Chainwise } from "../engine/api";
import { define, emit, KitElement } from "../kit/element";
import { neatTex, numberText } from "../kit/number-text";
import "../kit/formula";
import "../kit/slider";
import { standardRoles, type RoleMap } from "../kit/tex-roles";
import { text } from "../locale/typed-landscape";
import "./contour-descent";
import { derivative } from "./derivation-lines";
import "./function-field";
import type { Setting } from "./function-study";
import type { Heights } from "./landscape-picture";
import "./typed-landscape.css";
import { missing, presets, TypedLandscape, type LandscapeSetting } from "./typed-landscape-model";

/** Of a frame's time, in milliseconds. */
const kSlice = 8;
const kRates = { min: 0.005, max: 1, step: 0.005 };
const kRoles: RoleMap = { ...standardRoles, a: "parameter", b: "parameter" };
const kReaches = { min: 0.1, max: 50 };

export class ChainwiseTypedLandscape extends KitElement {
  static override properties = {
    engine: { attribute: false },
    setting: { attribute: false },
    most: { type: Number },
    heights: { state: true },
  };
  declare engine: Chainwise | undefined;
  declare setting: LandscapeSetting | undefined;
  declare most: number;
  declare protected heights: Heights | undefined;
  #model: TypedLandscape | undefined;
  #shown = "";
  #request = 0;

  constructor() {
    super();
    this.most = 60;
  }

  protected override get ready(): boolean {
    return this.engine !== undefined && this.setting !== undefined;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    cancelAnimationFrame(this.#request);
    // Half a map is none: it is begun anew.
    this.#shown = "";
  }

  protected override willUpdate(): void {
    const { engine, setting } = this;
    if (!engine || !setting) return;
    this.#model ??= new TypedLandscape(engine, setting);
    this.#model.change(setting);
    const shown = `${setting.reach} ${this.#model.source}`;
    if (shown === this.#shown) return;
    this.#shown = shown;
    this.#compute(this.#model.heights());
  }

  #compute(rows: ReturnType<TypedLandscape["heights"]>): void {
    cancelAnimationFrame(this.#request);
    const go = (): void => {
      const until = performance.now() + kSlice;
      while (performance.now() < until) {
        const { done, value } = rows.next();
        if (!done) continue;
        this.heights = value;
        return;
      }
      this.#request = requestAnimationFrame(go);
    };
    this.#request = requestAnimationFrame(go);
  }

  #set(change: Partial<LandscapeSetting>): void {
    emit(this, "chainwise-change", change);
  }

  /** The link carries the last cost that could be shown. */
  #type = (event: CustomEvent<Partial<Setting>>): void => {
    event.stopPropagation();
    const { text: typed } = event.detail;
    if (typed === undefined || !this.#model) return;
    if (this.#model.type(typed)) this.#set({ J: typed, jsteps: 0 });
    this.requestUpdate();
  };

  protected override render() {
    const { setting } = this;
    const model = this.#model;
    if (!setting || !model) return nothing;
    return html`<div class="typed" @chainwise-change=${this.#type}>
        <chainwise-function compact label=${text.label} .roles=${kRoles} .study=${model.typed}></chainwise-function>
        ${
          model.strangers.length > 0
            ? html`<p class="problem" role="status">${text.strangers(model.strangers)} ${text.kept(model.source)}</p>`
            : nothing
        }
        ${this.#presets(model)}
      </div>
      <div class="walked">
        <div>${this.#map(model, setting)}</div>
        <div class="told">${this.#told(model, setting)}</div>
      </div>`;
  }

  #presets(model: TypedLandscape) {
    return html`<div class="button-row ui" role="group" aria-label=${text.presets}>
      <span class="caption" aria-hidden="true">${text.presets}</span>
      ${Object.entries(text.names).map(
        ([id, name]) =>
          html`<button
            type="button"
            class="button"
            aria-pressed=${presets[id]?.J === model.typed.text ? "true" : "false"}
            @click=${() => {
              const preset = presets[id];
              if (preset) this.#set({ ...preset, jsteps: 0 });
            }}
          >
            ${name}
          </button>`,
      )}
    </div>`;
  }

  #map(model: TypedLandscape, { jsteps, jlr, reach }: LandscapeSetting) {
    return html`<chainwise-contour-descent
        .heights=${this.heights}
        .path=${model.path}
        .steps=${jsteps}
        .most=${this.most}
        .window=${[-reach, reach]}
        .names=${["a", "b"]}
        @chainwise-start=${({ detail: { values } }: CustomEvent<{ values: number[] }>) =>
          this.#set({ ja: values[0] ?? 0, jb: values[1] ?? 0, jsteps: 0 })}
        @chainwise-steps=${({ detail }: CustomEvent<{ steps: number }>) => this.#set({ jsteps: detail.steps })}
      ></chainwise-contour-descent>
      ${this.heights ? this.#gaps(this.heights) : html`<p class="caption">${text.working}</p>`}
      <div class="button-row ui">
        <button
          type="button"
          class="button"
          ?disabled=${reach / 2 < kReaches.min}
          @click=${() => this.#set({ reach: reach / 2 })}
        >
          ${text.closer}
        </button>
        <button
          type="button"
          class="button"
          ?disabled=${reach * 2 > kReaches.max}
          @click=${() => this.#set({ reach: reach * 2 })}
        >
          ${text.wider}
        </button>
      </div>
      <kit-slider
        tex="\\eta"
        label=${text.rate}
        role-of="derivative"
        .min=${kRates.min}
        .max=${kRates.max}
        .step=${kRates.step}
        .value=${jlr}
        @kit-change=${(event: CustomEvent<{ value: number }>) => this.#set({ jlr: event.detail.value })}
      ></kit-slider>`;
  }

  #gaps(heights: Heights) {
    const share = missing(heights);
    if (share === 0) return nothing;
    return html`<p class="caption gaps">
      ${share === 1 ? text.missingAll : text.missing(`${Math.max(1, Math.round(100 * share))} %`)}
    </p>`;
  }

  #told(model: TypedLandscape, { jsteps, jlr }: LandscapeSetting) {
    const outcome = model.outcome(jsteps);
    const [first, here, next] = [0, jsteps, jsteps + 1].map((step) => model.path.place(step));
    const line = (tex: string) =>
      html`<p class="line"><kit-formula .roles=${kRoles} .tex=${`\\displaystyle ${tex}`}></kit-formula></p>`;
    return html`<p class="outcome" role="status" data-outcome=${outcome}>
        ${text.outcomes[outcome]}
        ${jsteps > 0 ? text.fell(numberText(first?.cost ?? NaN, 4), numberText(here?.cost ?? NaN, 4)) : nothing}
      </p>
      <h3>${text.gradient}</h3>
      ${model.gradient(jsteps).map(({ name, formula, numbers }, i) => {
        const put = [formula, numbers, neatTex(here?.gradients[i] ?? NaN, 4)];
        return line([derivative("J", name, true), ...put.filter((tex, at) => tex !== put[at - 1])].join(" = "));
      })}
      <h3>${text.step}</h3>
      ${(["a", "b"] as const).map((name, i) => {
        const [value = NaN, slope = NaN, after = NaN] = [here?.values[i], here?.gradients[i], next?.values[i]];
        return line(
          `${name} \\leftarrow ${name} - \\eta\\, \\tfrac{\\partial J}{\\partial ${name}} = ` +
            `${neatTex(value, 4)} - ${neatTex(jlr, 4)} \\cdot ${neatTex(slope, 4, true)} = ${neatTex(after, 4)}`,
        );
      })}`;
  }
}

define("chainwise-typed-landscape", ChainwiseTypedLandscape);

declare global {
  interface HTMLElementTagNameMap {
    "chainwise-typed-landscape": ChainwiseTypedLandscape;
  }
}
