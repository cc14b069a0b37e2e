/** What makes the network learn: play, steps, speed from slow motion on; and networks to begin with. */
import { html, nothing, type TemplateResult } from "lit";
import { speeds, type Speed } from "../figures/training-model";
import { stateSentence } from "../figures/training-words";
import { choose } from "../kit/controls";
import "../kit/player";
import { text } from "../locale/lab";
import { training } from "../locale/training";
import { preset, presetNames, presetOf, type PresetName } from "./presets";
import type { LabRun } from "./run";
import { table, type LabSettings } from "./state";

const kSpeeds: readonly ("slow" | Speed)[] = ["slow", ...speeds];

interface Controlled {
  run: LabRun;
  values: LabSettings;
  /** Slow motion, which has a player of its own. */
  slow: boolean;
  change: (change: Partial<LabSettings>) => void;
  draw: () => void;
  slowly: (slow: boolean) => void;
}

export function controls({ run, values, slow, change, draw, slowly }: Controlled): TemplateResult {
  const { model } = run;
  const { seed } = values;
  const trouble = model.error || model.frame?.diverged ? stateSentence(model) : "";
  const chosen = presetOf(values);
  const presets: readonly (PresetName | "own")[] = chosen ? presetNames : ["own", ...presetNames];
  return html`<div class="row ui">
      ${
        slow
          ? nothing
          : html`<kit-player
              ?playing=${model.playing}
              .stepLabel=${training.oneBatch}
              @kit-play=${() => void run.play()}
              @kit-pause=${() => model.pause()}
              @kit-step=${() => void run.step()}
              @kit-reset=${() => void run.reset().then(draw)}
            ></kit-player>`
      }
      <button
        type="button"
        class="button"
        ?disabled=${model.playing || !model.data}
        @click=${() => void run.step(model.batchesPerEpoch)}
      >
        ${text.oneEpoch}
      </button>
      <button type="button" class="button new-start" @click=${() => change({ seed: (seed % table.seed.max) + 1 })}>
        ${text.newStart}
      </button>
      ${choose({
        label: text.speed,
        id: "speed",
        choices: kSpeeds,
        chosen: slow ? "slow" : model.speed,
        name: (speed) => (speed === "slow" ? text.slow : training.speeds[speed]),
        choose: (speed) => {
          if (speed === "slow") model.pause();
          else model.setSpeed(speed);
          slowly(speed === "slow");
        },
      })}
      ${choose({
        label: text.presets,
        id: "presets",
        choices: presets,
        chosen: chosen ?? "own",
        name: (name) => (name === "own" ? text.ownChoice : text.preset[name]),
        choose: (name) => name !== "own" && change(preset(name, seed)),
      })}
    </div>
    <p class="trouble ui" role="alert">${trouble}</p>`;
}
