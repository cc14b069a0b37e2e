/**
 * The laboratory's page: what is set, the run that follows from it, and the moment that one looks at, which is the
 * newest one or an earlier one on the timeline.
 */
import { html, nothing } from "lit";
import { live } from "lit/directives/live.js";
import type { Chainwise } from "../engine/api";
import type { TrainingFrame, TrainingSetup } from "../engine/training-protocol";
import { makeTraining } from "../figures/training-engine";
import { speeds, TrainingModel } from "../figures/training-model";
import { TrainingPainter } from "../figures/training-painter";
import { describeNetwork, describeSurface } from "../figures/training-words";
import { sharedEngine } from "../figures/shared-engine";
import { announce } from "../kit/announce";
import { onThemeChange } from "../kit/colours";
import { watchScreen } from "../kit/on-screen";
import { define, KitElement } from "../kit/element";
import type { LossChart } from "../kit/loss-chart";
import { measure, networkHeight } from "../kit/network-drawing";
import { numberText } from "../kit/number-text";
import "../kit/player";
import { rich } from "../kit/rich-text";
import { words } from "../locale";
import { text } from "../locale/lab";
import { dataChoices, learningChoices, networkChoices, withUnits } from "./choices";
import { choose } from "./controls";
import "./page.css";
import type { Saved } from "./export/saved";
import type { Taken } from "./take-home";
import { preset, presetNames, type PresetName } from "./presets";
import { isRegression, setupFrom, sizesOf } from "./setup";
import { kMostUnits, makeState, table, type LabSettings } from "./state";
import { Timeline } from "./timeline";
import type { Place } from "./trace";

const kGrid = 100;
const kThumbnail = 20;
/** Words and numbers follow the pictures at a distance: nobody reads sixty of them a second. */
const kWordsEvery = 150;
const kCalmEvery = 1000;
/** Where one looks, not what is trained. */
const kLooks: ReadonlySet<string> = new Set(["node", "point"]);

export class LabPage extends KitElement {
  protected override lazy = false;
  readonly state = makeState();
  #engine: Chainwise | undefined;
  readonly #model = new TrainingModel(makeTraining(), { columns: kGrid, rows: kGrid, thumbnails: kThumbnail });
  readonly #timeline = new Timeline();
  /** An earlier moment that one looks at. */
  #past: TrainingFrame | undefined;
  #painter: TrainingPainter | undefined;
  #chart: LossChart | undefined;
  #charted = false;
  #request = 0;
  #drawnAt = 0;
  #wordsAt = 0;
  #wasPlaying = false;
  #stops: (() => void)[] = [];

  override connectedCallback(): void {
    super.connectedCallback();
    this.classList.add("lesson", "lab");
    const hidden = (): void => this.#model.setAwake(!document.hidden);
    document.addEventListener("visibilitychange", hidden);
    this.#stops = [
      () => document.removeEventListener("visibilitychange", hidden),
      this.state.subscribe((changed) => {
        if ([...changed].some((key) => !kLooks.has(key))) void this.#configure();
        this.#draw();
      }),
      this.#model.subscribe(() => this.#changed()),
      onThemeChange(() => {
        this.#painter?.restyle();
        this.#chart?.restyle();
        this.#draw();
      }),
    ];
    sharedEngine().then(
      (engine) => {
        this.#engine = engine;
        this.requestUpdate();
      },
      () => undefined, // the run says so itself
    );
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const stop of this.#stops) stop();
    cancelAnimationFrame(this.#request);
    this.#model.close();
    this.#chart?.dispose();
    this.#painter?.dispose();
  }

  protected override firstUpdated(): void {
    const plane = this.querySelector<HTMLCanvasElement>("canvas.surface");
    const network = this.querySelector<HTMLCanvasElement>("canvas.network");
    if (!plane || !network) return;
    this.#painter = new TrainingPainter(plane, network, { grid: kGrid, thumbnail: kThumbnail }, () => this.#draw());
    void this.#configure();
    const whenNear = (selector: string, load: () => Promise<unknown>): void => {
      const place = this.querySelector(selector);
      if (place) this.#stops.push(watchScreen(place, (near) => near && void load()));
    };
    whenNear("chainwise-node", () => import("./node-panel"));
    whenNear("chainwise-take-home", () => import("./take-home"));
  }

  /** The chart is fetched when there is a curve to show. */
  async #makeChart(place: HTMLElement): Promise<void> {
    if (this.#charted) return;
    this.#charted = true;
    const { LossChart } = await import("../kit/loss-chart");
    if (!this.isConnected) return;
    const { epoch, loss } = words.training.numbers;
    this.#chart = new LossChart(place, { x: epoch, y: loss, second: text.testLoss });
    this.#curveAndWords();
  }

  // ---- The run ----

  get #setup(): TrainingSetup {
    return setupFrom(this.state.values);
  }

  /** The moment that the whole page shows. */
  get #frame(): TrainingFrame | undefined {
    return this.#past ?? this.#model.frame;
  }

  /** A run of another network starts anew; a new learning rate goes on. */
  async #configure(): Promise<void> {
    if (!this.#painter) return;
    const before = this.#model.frame;
    await this.#model.configure(this.#setup);
    if ((this.#model.frame?.batches ?? 0) < (before?.batches ?? 0)) this.#startTimeline();
  }

  /** Settings and weights from a file. Weights that do not fit are refused with a sentence, and the network stays. */
  async #open({ query, parameters }: Saved): Promise<void> {
    const damaged = this.state.read(query);
    this.state.set({}); // the link follows
    await this.#configure();
    await this.#model.setParameters(parameters);
    announce(damaged.length > 0 ? text.home.damaged(damaged) : text.home.opened);
  }

  #startTimeline(): void {
    this.#past = undefined;
    this.#timeline.clear();
    if (this.#model.frame) this.#timeline.add(this.#model.frame);
    this.#draw();
  }

  #changed(): void {
    const { frame, playing } = this.#model;
    if (frame && !this.#past) this.#timeline.add(frame);
    if (playing) {
      if (!this.#request) this.#request = requestAnimationFrame(this.#tick);
    } else {
      this.#draw();
      if (this.#wasPlaying) announce(this.#sentence());
    }
    if (playing !== this.#wasPlaying) this.requestUpdate();
    this.#wasPlaying = playing;
  }

  #tick = (now: number): void => {
    this.#request = 0;
    if (!this.#model.playing) return;
    this.#request = requestAnimationFrame(this.#tick);
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    if (calm && now - this.#drawnAt < kCalmEvery) return;
    this.#drawnAt = now;
    this.#paint();
    if (now - this.#wordsAt >= kWordsEvery) {
      this.#wordsAt = now;
      this.#curveAndWords();
    }
    this.#model.tick();
  };

  /** From an earlier moment the run goes on as it did then, or as it is set now. */
  async #fromHere(go: () => void): Promise<void> {
    const past = this.#past;
    if (past) {
      this.#past = undefined;
      this.#timeline.cutAfter(past);
      await this.#model.goBack(past);
    }
    go();
  }

  async #reset(): Promise<void> {
    await this.#model.reset();
    this.#startTimeline();
  }

  #sentence(): string {
    const { error, frame } = this.#model;
    if (error) return error.message;
    if (!frame) return words.training.starting;
    if (frame.diverged) return words.training.diverged(frame.reason, String(frame.learningRate));
    return words.training.paused(numberText(frame.epochs, 1), numberText(frame.loss, 4));
  }

  // ---- What is looked at ----

  get #place(): Place {
    const { node, point } = this.state.values;
    const [layer = 1, unit = 1] = node.split(".").map(Number);
    const layers = this.#setup.network.layers;
    const at = Math.min(layer, layers.length) - 1;
    const points = this.#model.data?.targets.length ?? point;
    return { layer: at, unit: Math.min(unit, layers[at]?.units ?? 1) - 1, example: Math.min(point, points) - 1 };
  }

  #look({ layer, unit, example }: Place): void {
    this.state.set({ node: `${layer + 1}.${unit + 1}`, point: example + 1 });
  }

  /** The point nearest to where the plane was pressed. */
  #press = (event: PointerEvent): void => {
    const { data, region } = this.#model;
    const box = (event.currentTarget as HTMLElement).getBoundingClientRect();
    if (!data || !region || box.width === 0) return;
    const along = (share: number, axis: 0 | 1): number =>
      region.from[axis] + share * (region.to[axis] - region.from[axis]);
    const x = along((event.clientX - box.left) / box.width, 0);
    const y = along((box.bottom - event.clientY) / box.height, 1);
    let nearest = 0;
    let least = Infinity;
    for (let i = 0; i < data.targets.length; i++) {
      const distance = Math.hypot((data.inputs[2 * i] ?? 0) - x, (data.inputs[2 * i + 1] ?? 0) - y);
      if (distance < least) [nearest, least] = [i, distance];
    }
    this.state.set({ point: nearest + 1 });
  };

  #typeWeight(detail: { layer: number; unit: number; input?: number; value: number }): void {
    const frame = this.#frame;
    if (!frame) return;
    const weights = frame.parameters.weights.map((list) => list.slice());
    const biases = frame.parameters.biases.map((list) => list.slice());
    const { layer, unit, input, value } = detail;
    const inputs = sizesOf(this.#setup)[layer] ?? 0;
    const list = input === undefined ? biases[layer] : weights[layer];
    if (list) list[input === undefined ? unit : unit * inputs + input] = value;
    void this.#fromHere(() => void this.#model.setParameters({ weights, biases }));
  }

  // ---- Drawing ----

  #draw(): void {
    this.#paint();
    this.#curveAndWords();
  }

  #paint(): void {
    const { data, region } = this.#model;
    const frame = this.#frame;
    if (!frame || !data || !region) return;
    const values = isRegression(this.state.values.data);
    this.#painter?.paint(frame, data, region, sizesOf(this.#setup), { values, marked: this.#place.example });
  }

  #curveAndWords(): void {
    const frame = this.#frame;
    if (frame) {
      const { batches, losses, testLosses } = frame.history;
      const { batchesPerEpoch } = this.#model;
      const place = this.querySelector<HTMLElement>(".loss-chart");
      if (place && losses.length > 1) void this.#makeChart(place);
      this.#chart?.show(
        batches.map((count) => count / batchesPerEpoch),
        losses,
        testLosses,
      );
    }
    this.requestUpdate();
  }

  #change = (change: Partial<LabSettings>): void => this.state.set(change);

  protected override render() {
    const { values } = this.state;
    const frame = this.#frame;
    const data = this.#model.data;
    const engine = this.#engine;
    const asked = engine && frame && data ? { engine, setup: this.#setup, data, frame, place: this.#place } : undefined;
    return html`
      <header class="lesson-head">
        <h1>${words.course.lab.title}</h1>
        <p class="lead">${text.question}</p>
        <p>${rich(text.first)}</p>
      </header>
      <section class="bench panel">
        ${this.#controls()} ${this.#views(frame)} ${this.#time()}
        <div class="choices">
          ${dataChoices(values, this.#change)} ${networkChoices(values, this.#change)}
          ${learningChoices(values, this.#change)}
        </div>
      </section>
      <section
        class="panel"
        @chainwise-place=${(event: CustomEvent<Place>) => this.#look(event.detail)}
        @chainwise-weight=${(event: CustomEvent<{ layer: number; unit: number; input?: number; value: number }>) =>
          this.#typeWeight(event.detail)}
      >
        <chainwise-node .asked=${asked}></chainwise-node>
      </section>
      <section class="panel home" @chainwise-open=${(event: CustomEvent<Saved>) => void this.#open(event.detail)}>
        <chainwise-take-home .taken=${this.#taken(frame)}></chainwise-take-home>
      </section>
    `;
  }

  #taken(frame: TrainingFrame | undefined): Taken | undefined {
    const { data, batchesPerEpoch } = this.#model;
    const plane = this.querySelector<HTMLCanvasElement>("canvas.surface");
    if (!frame || !data || !plane) return undefined;
    const { parameters, loss, history } = frame;
    return {
      exported: { setup: this.#setup, data, parameters, loss },
      query: this.state.query(),
      history,
      batchesPerEpoch,
      plane,
    };
  }

  #controls() {
    const model = this.#model;
    const { seed } = this.state.values;
    const trouble = model.error || model.frame?.diverged ? this.#sentence() : "";
    const chosen = presetNames.find((name) => same(preset(name, seed), this.state.values));
    const presets: readonly (PresetName | "own")[] = chosen ? presetNames : ["own", ...presetNames];
    return html`<div class="row ui">
        <kit-player
          ?playing=${model.playing}
          .stepLabel=${words.training.oneBatch}
          @kit-play=${() => void this.#fromHere(() => model.play())}
          @kit-pause=${() => model.pause()}
          @kit-step=${() => void this.#fromHere(() => void model.step())}
          @kit-reset=${() => void this.#reset()}
        ></kit-player>
        <button
          type="button"
          class="button"
          ?disabled=${model.playing}
          @click=${() => void this.#fromHere(() => void model.step(model.batchesPerEpoch))}
        >
          ${text.oneEpoch}
        </button>
        <button type="button" class="button" @click=${() => this.#change({ seed: (seed % table.seed.max) + 1 })}>
          ${text.newStart}
        </button>
        ${choose({
          label: text.speed,
          choices: speeds,
          chosen: model.speed,
          name: (speed) => words.training.speeds[speed],
          choose: (speed) => model.setSpeed(speed),
        })}
        ${choose({
          label: text.presets,
          choices: presets,
          chosen: chosen ?? "own",
          name: (name) => (name === "own" ? text.ownChoice : text.preset[name]),
          choose: (name) => name !== "own" && this.#change(preset(name, seed)),
        })}
      </div>
      <p class="trouble ui" role="alert">${trouble}</p>`;
  }

  #views(frame: TrainingFrame | undefined) {
    const { training } = words;
    const data = this.#model.data;
    const sizes = sizesOf(this.#setup);
    const values = isRegression(this.state.values.data);
    return html`<div class="views">
      <figure class="plane">
        <figcaption class="caption">${text.plane}</figcaption>
        <canvas
          class="surface"
          role="img"
          aria-label=${frame && data ? describeSurface(frame, data) : training.starting}
          @pointerdown=${this.#press}
        ></canvas>
        <div class="scale caption" aria-hidden="true">
          <span>${values ? text.valuesLow : `■ ${training.low}`}</span><span class="ramp"></span
          ><span>${values ? text.valuesHigh : `${training.high} ●`}</span>
        </div>
      </figure>
      <figure class="units">
        <figcaption class="caption">${text.network}</figcaption>
        <div class="drawing">
          <canvas
            class="network"
            role="img"
            style="block-size: ${networkHeight(sizes)}px"
            aria-label=${frame ? describeNetwork(frame, sizes) : training.starting}
          ></canvas>
          ${this.#handles(sizes)}
        </div>
      </figure>
      <figure class="curve">
        <dl class="readout ui">
          ${readout("epoch", training.numbers.epoch, frame?.epochs, frame && numberText(frame.epochs, 1))}
          ${readout("loss", training.numbers.loss, frame?.loss, frame && numberText(frame.loss, 4))}
          ${
            frame?.testLoss === undefined
              ? nothing
              : readout("test-loss", text.testLoss, frame.testLoss, numberText(frame.testLoss, 4))
          }
          ${
            values || !frame || !data
              ? nothing
              : readout(
                  "right",
                  training.numbers.right,
                  frame.correct,
                  training.ofPoints(frame.correct, data.targets.length),
                )
          }
        </dl>
        <figcaption class="caption">
          ${training.loss}${frame?.testLoss === undefined ? nothing : html`; ${text.setApart}`}
        </figcaption>
        <div
          class="loss-chart"
          role="img"
          aria-label=${
            frame
              ? training.aboutLoss(numberText(frame.history.losses[0] ?? NaN, 4), numberText(frame.loss, 4))
              : training.starting
          }
        ></div>
      </figure>
    </div>`;
  }

  /** Buttons on the drawing: each node can be asked, each inner layer can grow and shrink. */
  #handles(sizes: readonly number[]) {
    const width = this.querySelector("canvas.network")?.clientWidth ?? 0;
    if (width === 0) return nothing;
    const height = networkHeight(sizes);
    const { unit, place } = measure(sizes, width, height);
    const at = this.#place;
    return sizes.slice(1).map((units, layer) => {
      const [x] = place(layer + 1, 0);
      const inner = layer < sizes.length - 2;
      const resize = (change: number) => () => this.#change(withUnits(this.state.values, layer, units + change));
      return html`${Array.from({ length: units }, (_, index) => {
        const [left, top] = place(layer + 1, index);
        const name = inner ? text.node.inner(index + 1, layer + 1) : text.node.output;
        return html`<button
          type="button"
          class="unit"
          style="left: ${left}px; top: ${top}px; inline-size: ${unit + 4}px; block-size: ${unit + 4}px"
          aria-label=${name}
          aria-pressed=${at.layer === layer && at.unit === index}
          @click=${() => this.#look({ ...at, layer, unit: index })}
        ></button>`;
      })}
      ${
        inner
          ? html`<span class="resize ui" style="left: ${x}px">
              <button
                type="button"
                aria-label=${text.layers.fewer(layer + 1)}
                ?disabled=${units <= 1}
                @click=${resize(-1)}
              >
                −
              </button>
              <button
                type="button"
                aria-label=${text.layers.more(layer + 1)}
                ?disabled=${units >= kMostUnits}
                @click=${resize(1)}
              >
                +
              </button>
            </span>`
          : nothing
      }`;
    });
  }

  #time() {
    const { moments } = this.#timeline;
    const newest = moments.length - 1;
    const past = this.#past;
    const at = past ? moments.indexOf(past) : newest;
    return html`<div class="time ui">
      <label
        ><span>${text.time.title}</span
        ><input
          type="range"
          min="0"
          max=${Math.max(1, newest)}
          step="1"
          .value=${live(String(Math.max(0, at)))}
          ?disabled=${newest < 1 || this.#model.playing}
          aria-label=${text.time.label}
          aria-valuetext=${past ? numberText(past.epochs, 1) : text.time.now}
          @input=${(event: Event) => {
            const index = (event.target as HTMLInputElement).valueAsNumber;
            this.#past = index >= newest ? undefined : moments[index];
            this.#draw();
          }}
      /></label>
      <p class="caption" role="status">${past ? text.time.past(numberText(past.epochs, 1)) : nothing}</p>
    </div>`;
  }
}

function readout(id: string, label: string, exact: number | undefined, shown: string | undefined) {
  return html`<div>
    <dt>${label}</dt>
    <dd data-number=${id} data-value=${exact ?? nothing}>${shown ?? "\u00a0"}</dd>
  </div>`;
}

/** Where one looks does not make another network. */
function same(a: LabSettings, b: LabSettings): boolean {
  return (Object.keys(a) as (keyof LabSettings)[]).every((key) => kLooks.has(key) || a[key] === b[key]);
}

define("lab-page", LabPage);

declare global {
  interface HTMLElementTagNameMap {
    "lab-page": LabPage;
  }
}
