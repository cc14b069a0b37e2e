/** The settings of a training run as controls. */
import { html } from "lit";
import { networkWords } from "../locale/network-figures";
import { speeds, type Speed } from "./training-model";
import { datasets, trainingFields, type TrainingSettings } from "./training-settings";

const kRates = [0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30, 100];
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
  const select = <T extends string | number>(
    label: string,
    choices: readonly T[],
    chosen: T,
    name: (choice: T) => string,
    choose: (choice: T) => void,
  ) =>
    html`<label
      ><span>${label}</span
      ><select
        .value=${String(chosen)}
        @change=${(event: Event) => {
          const picked = choices[(event.target as HTMLSelectElement).selectedIndex];
          if (picked !== undefined) choose(picked);
        }}
      >
        ${choices.map(
          (choice) => html`<option value=${String(choice)} ?selected=${choice === chosen}>${name(choice)}</option>`,
        )}
      </select></label
    >`;
  const shape = (layers: string): string => layers.replaceAll("-", ", ");
  return html`<div class="settings ui">
    ${select(
      networkWords.training.data,
      datasets,
      settings.data,
      (name) => networkWords.training.datasets[name],
      (data) => answers.change({ data }),
    )}
    ${select(networkWords.training.layers, withOwn(kShapes, settings.layers), settings.layers, shape, (layers) =>
      answers.change({ layers }),
    )}
    ${select(networkWords.training.rate, withOwn(kRates, settings.rate), settings.rate, String, (rate) => answers.change({ rate }))}
    <label
      ><span>${networkWords.training.seed}</span
      ><input
        type="number"
        min=${trainingFields.seed.min}
        max=${trainingFields.seed.max}
        step="1"
        .value=${String(settings.seed)}
        @change=${(event: Event) => {
          const field = event.target as HTMLInputElement;
          const seed = trainingFields.seed.parse(field.value);
          if (seed === undefined || !Number.isInteger(seed)) field.value = String(settings.seed);
          else answers.change({ seed });
        }}
    /></label>
    ${select(networkWords.training.speed, speeds, speed, (name) => networkWords.training.speeds[name], answers.speed)}
    <button
      type="button"
      class="button"
      @click=${() => answers.change({ seed: (settings.seed % trainingFields.seed.max) + 1 })}
    >
      ${networkWords.training.newStart}
    </button>
  </div>`;
}
