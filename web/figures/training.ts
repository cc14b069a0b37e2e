/**
 * `<chainwise-training>`: a small network that learns in front of one's eyes: the plane as it answers, its weights,
 * the cost. Trains in a worker; draws the last frame that came from there, at the pace of the screen.
 *
 *     html`<chainwise-training .settings=${{ data: "circles", layers: "4-2", seed: 1, rate: 1 }}
 *            @chainwise-settings=${(event) => state.set(event.detail)}></chainwise-training>`
 *
 * Property `settings` (see training-settings.ts). Event `chainwise-settings`: the part that the reader changed.
 * Without a page that answers the event, the element keeps its settings itself.
 */
import { html, nothing, type PropertyValues } from "lit";
import { announce } from "../kit/announce";
import { onThemeChange } from "../kit/colours";
import { define, emit, KitElement } from "../kit/element";
import "../kit/player";
import { training } from "../locale/training";
import "./training.css";
import { settingControls } from "./training-controls";
import { makeTraining } from "./training-engine";
import { TrainingLoop } from "./training-loop";
import { TrainingModel } from "./training-model";
import { TrainingPictures, trainingView } from "./training-pictures";
import { layerSizes, setupFrom, trainingFields, type TrainingSettings } from "./training-settings";
import { trainingViews } from "./training-views";
import { weightTable } from "./training-weights";
import { stateSentence } from "./training-words";

export class ChainwiseTraining extends KitElement {
  static override properties = { settings: { attribute: false } };
  declare settings: TrainingSettings;
  #model: TrainingModel | undefined;
  #pictures: TrainingPictures | undefined;
  #loop: TrainingLoop | undefined;
  #stops: (() => void)[] = [];

  constructor() {
    super();
    const { data, layers, seed, rate } = trainingFields;
    this.settings = { data: data.initial, layers: layers.initial, seed: seed.initial, rate: rate.initial };
  }

  /** Epochs trained so far, also while the figure is off the screen and draws nothing. */
  get epochs(): number {
    return this.#model?.frame?.epochs ?? 0;
  }

  /** Where the network trains. */
  get place(): "worker" | "page" | undefined {
    return this.#model?.place;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const hidden = (): void => this.#model?.setAwake(this.nearScreen && !document.hidden);
    document.addEventListener("visibilitychange", hidden);
    this.#stops.push(
      () => document.removeEventListener("visibilitychange", hidden),
      onThemeChange(() => this.#pictures?.restyle()),
    );
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const stop of this.#stops) stop();
    this.#stops = [];
    this.#loop?.stop();
    this.#model?.close();
    this.#model = undefined;
    this.#pictures?.dispose();
  }

  protected override screenChanged(near: boolean): void {
    if (near && this.hasUpdated && !this.#model) this.#begin();
    this.#model?.setAwake(near && !document.hidden);
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has("settings")) void this.#model?.configure(setupFrom(this.settings));
  }

  /** The worker is started when the figure comes near the screen, not before. */
  #begin(): void {
    const surface = this.querySelector<HTMLCanvasElement>("canvas.surface");
    const network = this.querySelector<HTMLCanvasElement>("canvas.network");
    const curve = this.querySelector<HTMLElement>(".loss-chart");
    if (!surface || !network || !curve) return;
    const model = new TrainingModel(makeTraining(), trainingView);
    this.#model = model;
    this.#pictures = new TrainingPictures(surface, network, curve, () => this.#draw());
    this.#loop = new TrainingLoop(model, {
      paint: () => this.#paint(),
      paintMore: () => this.#pictures?.paintMore() ?? false,
      words: () => this.requestUpdate(),
      curve: () => this.#curve(),
      rest: (played) => {
        this.#draw();
        if (played) announce(stateSentence(model));
      },
    });
    void model.configure(setupFrom(this.settings));
  }

  #draw(): void {
    this.#paint();
    this.#pictures?.finish();
    this.#curve();
    this.requestUpdate();
  }

  #paint(): void {
    const { frame, data, region } = this.#model ?? {};
    if (frame && data && region) this.#pictures?.paint(frame, data, region, layerSizes(this.settings));
  }

  #curve(): void {
    const model = this.#model;
    if (model?.frame) this.#pictures?.drawCurve(model.frame, model.batchesPerEpoch);
  }

  #change(change: Partial<TrainingSettings>): void {
    this.settings = { ...this.settings, ...change };
    emit(this, "chainwise-settings", change);
  }

  protected override render() {
    const model = this.#model;
    const frame = model?.frame;
    const sizes = layerSizes(this.settings);
    const trouble = model && (model.error || frame?.diverged) ? stateSentence(model) : "";
    return html`
      <div class="button-row">
        <kit-player
          ?playing=${model?.playing ?? false}
          .stepLabel=${training.oneBatch}
          @kit-play=${() => model?.play()}
          @kit-pause=${() => model?.pause()}
          @kit-step=${() => void model?.step()}
          @kit-reset=${() => void model?.reset()}
        ></kit-player>
      </div>
      ${settingControls(this.settings, model?.speed ?? "epoch", {
        change: (change) => this.#change(change),
        speed: (speed) => {
          model?.setSpeed(speed);
          this.requestUpdate();
        },
      })}
      <p class="trouble ui" role="alert">${trouble}</p>
      ${trainingViews({
        frame,
        data: model?.data,
        sizes,
        captions: { plane: training.surface, network: training.network },
      })}
      ${frame ? weightTable(frame, sizes) : nothing}
    `;
  }
}

define("chainwise-training", ChainwiseTraining);

declare global {
  interface HTMLElementTagNameMap {
    "chainwise-training": ChainwiseTraining;
  }
}
