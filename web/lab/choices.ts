/** Data, network and learning as controls. */
import { html, nothing, type TemplateResult } from "lit";
import { rich } from "../kit/rich-text";
import { text } from "../locale/lab";
import { choose, enter } from "../kit/controls";
import { lossFor, outputActivation, taskOf, type Task } from "./data/sets";
import {
  activations,
  datasets,
  initializers,
  kMostLayers,
  kMostUnits,
  losses,
  optimizers,
  readLayers,
  table,
  writeLayers,
  type LabSettings,
  type LayerChoice,
} from "./state";
import { numberField } from "../kit/fields";

type Change = (change: Partial<LabSettings>) => void;

const unitsField = numberField({ initial: 4, min: 1, max: kMostUnits, step: 1 });

/** `more`: what the set has besides. */
export function dataChoices(settings: LabSettings, change: Change, more: unknown = nothing): TemplateResult {
  const words = text.data;
  const number = (key: "noise" | "count" | "test" | "seed", whole: boolean): TemplateResult =>
    enter({
      label: words[key],
      id: key,
      field: table[key],
      value: settings[key],
      whole,
      enter: (value) => change({ [key]: value }),
    });
  return html`<fieldset class="ui">
    <legend>${words.title}</legend>
    <div class="row">
      ${choose({
        label: words.set,
        id: "data",
        choices: datasets,
        chosen: settings.data,
        name: (name) => words.sets[name],
        choose: (data) => change({ data, ...settingsFor(data, settings) }),
      })}
      ${settings.data === "own" ? nothing : [number("noise", false), number("count", true)]} ${number("test", true)}
      ${number("seed", true)}
    </div>
    ${more}
    <p class="caption">${words.seedHint} ${settings.test > 0 ? words.apart : nothing}</p>
  </fieldset>`;
}

/** Noise that moves points of classes a little hides a number. Of a few points of one's own none are set apart. */
function settingsFor(data: LabSettings["data"], { noise }: LabSettings): Partial<LabSettings> {
  if (data === "own") return { test: 0 };
  const exact = data === "rule" || taskOf(data).answer === "number";
  return exact ? { noise: Math.min(noise, 0.05) } : {};
}

/** One node more or fewer, one layer more or fewer. */
export const withLayers = (
  settings: LabSettings,
  edit: (layers: LayerChoice[]) => LayerChoice[],
): Partial<LabSettings> => ({
  layers: writeLayers(edit([...(readLayers(settings.layers) ?? [])])),
});

export const withUnits = (settings: LabSettings, index: number, units: number): Partial<LabSettings> =>
  withLayers(settings, (layers) =>
    layers.map((layer, i) => (i === index ? { ...layer, units: Math.min(kMostUnits, Math.max(1, units)) } : layer)),
  );

export function networkChoices(settings: LabSettings, task: Task, change: Change): TemplateResult {
  const words = text.layers;
  const layers = readLayers(settings.layers) ?? [];
  const row = ({ units, activation }: LayerChoice, index: number): TemplateResult =>
    html`<li class="row">
      ${enter({
        label: words.nodes(index + 1),
        spoken: words.units(index + 1),
        field: unitsField,
        value: units,
        whole: true,
        enter: (value) => change(withUnits(settings, index, value)),
      })}
      ${choose({
        label: words.activationLabel,
        spoken: words.activation(index + 1),
        choices: activations,
        chosen: activation,
        name: (name) => name,
        choose: (name) =>
          change(withLayers(settings, (all) => all.map((it, i) => (i === index ? { ...it, activation: name } : it)))),
      })}
      <button
        type="button"
        class="button bare"
        aria-label=${words.remove(index + 1)}
        title=${words.remove(index + 1)}
        @click=${() => change(withLayers(settings, (all) => all.filter((_, i) => i !== index)))}
      >
        ✕
      </button>
      <span class="caption says">${rich(words.says[activation])}</span>
    </li>`;
  return html`<fieldset class="ui">
    <legend>${words.title}</legend>
    <ol class="layers">
      ${layers.map(row)}
    </ol>
    <div class="row">
      <button
        type="button"
        class="button add-layer"
        ?disabled=${layers.length >= kMostLayers}
        @click=${() => change(withLayers(settings, (all) => [...all, { units: 2, activation: all.at(-1)?.activation ?? "tanh" }]))}
      >
        ${words.add}
      </button>
      ${choose({
        label: words.start,
        id: "start",
        choices: initializers,
        chosen: settings.start,
        name: (name) => words.starts[name],
        choose: (start) => change({ start }),
      })}
    </div>
    <p class="caption">${words.output(outputActivation(task, lossFor(task, settings.loss)), task.outputs)}</p>
  </fieldset>`;
}

export function learningChoices(settings: LabSettings, task: Task, change: Change): TemplateResult {
  const words = text.learning;
  const number = (key: "rate" | "batch" | "l1" | "l2"): TemplateResult =>
    enter({
      label: words[key],
      id: key,
      field: table[key],
      value: settings[key],
      whole: key === "batch",
      enter: (value) => change({ [key]: value }),
    });
  const possible: readonly LabSettings["loss"][] =
    task.answer === "number" ? losses.filter((loss) => loss !== "binary-cross-entropy") : losses;
  const chosen = possible.includes(settings.loss) ? settings.loss : "half-squared";
  const loss = lossFor(task, chosen);
  return html`<fieldset class="ui">
    <legend>${words.title}</legend>
    <div class="row">
      ${choose({
        label: words.loss,
        id: "loss",
        choices: possible,
        chosen,
        name: (name) => words.losses[name],
        choose: (name) => change({ loss: name }),
      })}
      ${choose({
        label: words.optimizer,
        id: "optimizer",
        choices: optimizers,
        chosen: settings.optimizer,
        name: (name) => words.optimizers[name],
        choose: (optimizer) => change({ optimizer }),
      })}
      ${number("rate")} ${number("batch")} ${number("l1")} ${number("l2")}
    </div>
    <p class="caption">
      ${rich(`$${words.formulas[loss]}$`)},
      ${task.outputs > 1 && loss !== "softmax-cross-entropy" ? `${words.summed}, ` : nothing}${words.mean}
    </p>
    <p class="caption">${rich(words.says[settings.optimizer])} ${words.penalties}</p>
  </fieldset>`;
}
