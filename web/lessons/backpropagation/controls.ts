/** What the lesson's panels are set with: rows of buttons and sliders, on the state that the link carries. */
import { html, nothing } from "lit";
import "../../kit/formula";
import "../../kit/slider";
import { text } from "../../locale/lessons/backpropagation";
import type { FullNetwork } from "./model";
import { kPresetNames, kReach, type LessonState } from "./state";

/** x1, x2 and y. */
const kExamples = ["000", "011", "101", "110"];

export function setNumber(state: LessonState, name: string, value: number): void {
  state.set({ at: { ...state.values.at, [name]: value } });
}

/** `bySymbol`: what stands on a button is a formula, and its name is what is said. */
export function choice<T extends string>(
  label: string,
  all: readonly T[],
  chosen: T,
  say: (one: T) => unknown,
  set: (one: T) => void,
  bySymbol = false,
) {
  return html`<div class="button-row" role="group" aria-label=${label}>
    ${all.map(
      (one) =>
        html`<button
          type="button"
          class="button"
          data-choice=${one}
          aria-label=${bySymbol ? one : nothing}
          aria-pressed=${one === chosen ? "true" : "false"}
          @click=${() => set(one)}
        >
          ${say(one)}
        </button>`,
    )}
  </div>`;
}

export function netChoice(state: LessonState) {
  const { net } = state.values;
  return choice(
    text.net,
    kPresetNames,
    net,
    (one) => text.nets[one],
    (one) => one !== net && state.set({ net: one, at: {}, step: 0, weight: one === "xor" ? "x1" : "w1" }),
  );
}

/** The four examples of XOR; the textbook has but one. */
export function exampleChoice(state: LessonState, model: FullNetwork) {
  if (model.setting.preset !== "xor") return nothing;
  const now = kExamples.find((one) => ["x1", "x2", "y"].every((name, i) => model.at[name] === Number(one[i])));
  return choice<string>(
    text.example,
    kExamples,
    now ?? "",
    ([x1 = "", x2 = "", y = ""]) => text.exampleOf(x1, x2, y),
    ([x1, x2, y]) => state.set({ at: { ...state.values.at, x1: Number(x1), x2: Number(x2), y: Number(y) } }),
  );
}

/** A slider for one number of the network. */
export function valueSlider(state: LessonState, model: FullNetwork, name: string) {
  return html`<kit-slider
    .tex=${model.tex(name)}
    .label=${name}
    role-of=${model.program.parameters.includes(name) ? "parameter" : "data"}
    .min=${-kReach}
    .max=${kReach}
    .step=${0.05}
    .value=${model.at[name] ?? 0}
    data-name="value"
    @kit-change=${(event: CustomEvent<{ value: number }>) => setNumber(state, name, event.detail.value)}
  ></kit-slider>`;
}

/** Which number is nudged and followed. */
export function followedChoice(state: LessonState, model: FullNetwork, all = model.followed) {
  return choice(
    text.follow,
    all,
    model.weight,
    (one) => html`<kit-formula .tex=${model.tex(one)}></kit-formula>`,
    (one) => state.set({ weight: one, ...(state.values.mode === "forward" ? { step: 0 } : {}) }),
    true,
  );
}
