/** The timeline as a control: each moment of the run can be looked at again. */
import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { numberText } from "../kit/number-text";
import { text } from "../locale/lab";
import type { LabRun } from "./run";

export function time({ moments, past, model }: LabRun, lookAt: (index: number) => void): TemplateResult {
  const newest = moments.length - 1;
  const at = past ? moments.indexOf(past) : newest;
  return html`<div class="time ui">
    <label
      ><span>${text.time.title}</span
      ><input
        type="range"
        min="0"
        max=${model.playing ? 1 : Math.max(1, newest)}
        step="1"
        .value=${live(String(model.playing ? 1 : Math.max(0, at)))}
        ?disabled=${newest < 1 || model.playing}
        aria-label=${text.time.label}
        aria-valuetext=${past ? numberText(past.epochs, 1) : text.time.now}
        @input=${(event: Event) => lookAt((event.target as HTMLInputElement).valueAsNumber)}
    /></label>
    <p class="caption" role="status">${past ? text.time.past(numberText(past.epochs, 1)) : nothing}</p>
  </div>`;
}
