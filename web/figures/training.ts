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
import { LossChart } from "../kit/loss-chart";
import { networkHeight } from "../kit/network-drawing";
import { numberText } from "../kit/number-text";
import "../kit/player";
import { networkWords } from "../locale/network-figures";
import "./training.css";
import { settingControls } from "./training-controls";
import { makeTraining } from "./training-engine";
import { TrainingModel } from "./training-model";
import { TrainingPainter } from "./training-painter";
import { layerSizes, setupFrom, trainingFields, type TrainingSettings } from "./training-settings";
import { describeNetwork, describeSurface, weightTable } from "./training-words";

const kGrid = 100;
const kThumbnail = 20;
/** Words and numbers follow the pictures at a distance: nobody reads sixty of them a second. */
const kWordsEvery = 120;
/** With reduced motion the pictures change only so often. */
const kCalmEvery = 1000;

export class ChainwiseTraining extends KitElement {
  static override properties = { settings: { attribute: false } };
  declare settings: TrainingSettings;
  #model: TrainingModel | undefined;
  #painter: TrainingPainter | undefined;
  #chart: LossChart | undefined;
  #request = 0;
  #drawnAt = 0;
  #wordsAt = 0;
  #wasPlaying = false;
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
      onThemeChange(() => {
        this.#painter?.restyle();
        this.#chart?.restyle();
        this.#draw();
      }),
    );
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const stop of this.#stops) stop();
    this.#stops = [];
    cancelAnimationFrame(this.#request);
    this.#model?.close();
    this.#model = undefined;
    this.#chart?.dispose();
    this.#painter?.dispose();
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
    const chart = this.querySelector<HTMLElement>(".loss-chart");
    if (!surface || !network || !chart) return;
    const model = new TrainingModel(makeTraining(), { columns: kGrid, rows: kGrid, thumbnails: kThumbnail });
    this.#model = model;
    this.#painter = new TrainingPainter(surface, network, { grid: kGrid, thumbnail: kThumbnail }, () => this.#draw());
    this.#chart = new LossChart(chart, {
      x: networkWords.training.numbers.epoch,
      y: networkWords.training.numbers.loss,
    });
    model.subscribe(() => this.#changed(model));
    void model.configure(setupFrom(this.settings));
  }

  #changed(model: TrainingModel): void {
    if (model.playing) {
      if (!this.#request) this.#request = requestAnimationFrame(this.#tick);
    } else {
      this.#draw();
      if (this.#wasPlaying) announce(this.#sentence(model));
    }
    if (model.playing !== this.#wasPlaying) this.requestUpdate();
    this.#wasPlaying = model.playing;
  }

  #tick = (now: number): void => {
    this.#request = 0;
    const model = this.#model;
    if (!model?.playing) return;
    this.#request = requestAnimationFrame(this.#tick);
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    if (calm && now - this.#drawnAt < kCalmEvery) return;
    this.#drawnAt = now;
    this.#paint();
    if (now - this.#wordsAt >= kWordsEvery) {
      this.#wordsAt = now;
      this.#chartAndWords();
    }
    model.tick();
  };

  #draw(): void {
    this.#paint();
    this.#chartAndWords();
  }

  #paint(): void {
    const { frame, data, region } = this.#model ?? {};
    if (frame && data && region) this.#painter?.paint(frame, data, region, layerSizes(this.settings));
  }

  #chartAndWords(): void {
    const model = this.#model;
    if (model?.frame) {
      const { batches, losses } = model.frame.history;
      this.#chart?.show(
        batches.map((count) => count / model.batchesPerEpoch),
        losses,
      );
    }
    this.requestUpdate();
  }

  #sentence(model: TrainingModel): string {
    if (model.error) return model.error.message;
    if (!model.frame) return networkWords.training.starting;
    const { diverged, reason, epochs, loss, learningRate } = model.frame;
    if (diverged) return networkWords.training.diverged(reason, String(learningRate));
    return networkWords.training.paused(numberText(epochs, 1), numberText(loss, 4));
  }

  #change(change: Partial<TrainingSettings>): void {
    this.settings = { ...this.settings, ...change };
    emit(this, "chainwise-settings", change);
  }

  protected override render() {
    const model = this.#model;
    const frame = model?.frame;
    const sizes = layerSizes(this.settings);
    const trouble = model && (model.error || frame?.diverged) ? this.#sentence(model) : "";
    return html`
      <div class="button-row">
        <kit-player
          ?playing=${model?.playing ?? false}
          .stepLabel=${networkWords.training.oneBatch}
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
      <div class="views">
        <figure class="plane">
          <figcaption class="caption">${networkWords.training.surface}</figcaption>
          <canvas
            class="surface"
            role="img"
            aria-label=${frame && model?.data ? describeSurface(frame, model.data) : networkWords.training.starting}
          ></canvas>
          <div class="scale caption" aria-hidden="true">
            <span>■ ${networkWords.training.low}</span><span class="ramp"></span
            ><span>${networkWords.training.high} ●</span>
          </div>
        </figure>
        <figure class="units">
          <figcaption class="caption">${networkWords.training.network}</figcaption>
          <canvas
            class="network"
            role="img"
            style="block-size: ${networkHeight(sizes)}px"
            aria-label=${frame ? describeNetwork(frame, sizes) : networkWords.training.starting}
          ></canvas>
        </figure>
        <figure class="curve">
          <dl class="readout ui">
            ${this.#number("epoch", networkWords.training.numbers.epoch, frame ? numberText(frame.epochs, 1) : "", frame?.epochs)}
            ${this.#number("loss", networkWords.training.numbers.loss, frame ? numberText(frame.loss, 4) : "", frame?.loss)}
            ${this.#number(
              "right",
              networkWords.training.numbers.right,
              frame && model?.data ? networkWords.training.ofPoints(frame.correct, model.data.targets.length) : "",
              frame?.correct,
            )}
          </dl>
          <figcaption class="caption">${networkWords.training.loss}</figcaption>
          <div
            class="loss-chart"
            role="img"
            aria-label=${
              frame
                ? networkWords.training.aboutLoss(
                    numberText(frame.history.losses[0] ?? NaN, 4),
                    numberText(frame.loss, 4),
                  )
                : networkWords.training.starting
            }
          ></div>
        </figure>
      </div>
      ${frame ? weightTable(frame, sizes) : nothing}
    `;
  }

  #number(id: string, label: string, text: string, exact: number | undefined) {
    return html`<div>
      <dt>${label}</dt>
      <dd data-number=${id} data-value=${exact ?? nothing}>${text || "\u00a0"}</dd>
    </div>`;
  }
}

define("chainwise-training", ChainwiseTraining);

declare global {
  interface HTMLElementTagNameMap {
    "chainwise-training": ChainwiseTraining;
  }
}
