/** The last scenes of the lesson: why the numbers can be believed, and how one goes wrong. */
import { html, nothing, type TemplateResult } from "lit";
import { numberTex } from "../../kit/number-text";
import { rich } from "../../kit/rich-text";
import "../../kit/scrub";
import { networkWords } from "../../locale/network-figures";
import { text } from "../../locale/lessons/backpropagation";
import { paragraphs } from "../parts";
import { followedChoice, netChoice } from "./controls";
import { mistakes } from "./mistakes";
import type { FullNetwork } from "./model";
import { table, type LessonState } from "./state";

const kDigits = 9;

export function proof(state: LessonState, model: FullNetwork | undefined): TemplateResult {
  const nine = (value: number): string => numberTex(value, kDigits);
  return html`<section class="scene">
    <div class="prose">
      <h2>${text.proof.title}</h2>
      ${paragraphs(text.proof.paragraphs)}
      ${
        model
          ? html`<p class="one-step">
              ${rich(text.proof.step)}
              <kit-scrub
                .label=${networkWords.descent.rate}
                .value=${state.values.eta}
                .min=${table.eta.min}
                .max=${table.eta.max}
                .step=${table.eta.step}
                @kit-change=${(event: CustomEvent<{ value: number }>) => state.set({ eta: event.detail.value })}
              ></kit-scrub>
              ${rich(
                text.proof.says(
                  nine(model.updated["w1"] ?? NaN),
                  nine(model.updated["w5"] ?? NaN),
                  nine(model.value("J")),
                  nine(model.costAt(model.updated)),
                ),
              )}
            </p>`
          : nothing
      }
      ${state.values.net === "textbook" ? html`<p>${rich(text.proof.compare)}</p>` : nothing}
    </div>
    <div class="stage">
      <div class="panel proof-panel">
        <chainwise-gradient-proof
          .trace=${model?.trace}
          .proofs=${model?.proofs ?? new Map()}
        ></chainwise-gradient-proof>
      </div>
    </div>
  </section>`;
}

export function slips(state: LessonState, model: FullNetwork | undefined): TemplateResult {
  return html`<section class="scene">
    <div class="prose">
      <h2>${text.mistake.title}</h2>
      ${paragraphs(text.mistake.paragraphs)}
    </div>
    <div class="stage">
      <div class="panel mistake-panel">
        ${
          model
            ? html`${netChoice(state)} ${followedChoice(state, model, model.program.layers[0]?.weights.flat())}
              ${mistakes(model)}`
            : nothing
        }
      </div>
    </div>
  </section>`;
}
