/** The settings of a training run as controls. */
import { html } from "lit";
import { choose, enter } from "../kit/controls";
import { training } from "../locale/training";
import { speeds, type Speed } from "./training-model";
import { datasets, trainingFields, type TrainingSettings } from "./training-settings";

const kRates = ["0.01", "0.03", "0.1", "0.3", "1", "3", "10", "30", "100"];
const kShapes = ["1", "2", "4", "4-2", "6-4", "8-8"];

interface Answers {
  change(change: Partial<TrainingSettings>): void;
  speed(speed: Speed): void;
}

/** The value of now is among the choices even where a link set an unusual one. */
function withOwn<T>(choices: readonly T[], own: T): readonly T[] {
  return choices.includes(own) ? choices : [...choices, own];
}

export function settingControls(settings: TrainingSettings, speed: Speed, answers: Answers) {
  const { seed } = trainingFields;
  return html`<div class="settings ui">
    ${choose({
      label: training.data,
      choices: datasets,
      chosen: settings.data,
      name: (name) => training.datasets[name],
      choose: (data) => answers.change({ data }),
    })}
    ${choose({
      label: training.layers,
      choices: withOwn(kShapes, settings.layers),
      chosen: settings.layers,
      name: (layers) => layers.replaceAll("-", ", "),
      choose: (layers) => answers.change({ layers }),
    })}
    ${choose({
      label: training.rate,
      choices: withOwn(kRates, String(settings.rate)),
      chosen: String(settings.rate),
      name: (rate) => rate,
      choose: (rate) => answers.change({ rate: Number(rate) }),
    })}
    ${enter({
      label: training.seed,
      field: seed,
      value: settings.seed,
      whole: true,
      enter: (value) => answers.change({ seed: value }),
    })}
    ${choose({
      label: training.speed,
      choices: speeds,
      chosen: speed,
      name: (name) => training.speeds[name],
      choose: answers.speed,
    })}
    <button type="button" class="button" @click=${() => answers.change({ seed: (settings.seed % seed.max) + 1 })}>
      ${training.newStart}
    </button>
  </div>`;
}
