/**
 * The laboratory's page: what is set, the run that follows from it, and the moment that one looks at, which is the
 * newest one or an earlier one on the timeline.
 */
import { html } from "lit";
import { guard } from "lit/directives/guard.js";
import type { TrainingFrame, TrainingSetup } from "../engine/training-protocol";
import { makeTraining } from "../figures/training-engine";
import { TrainingLoop } from "../figures/training-loop";
import type { TrainingModel } from "../figures/training-model";
import { TrainingPictures, trainingView } from "../figures/training-pictures";
import { trainingViews } from "../figures/training-views";
import { stateSentence } from "../figures/training-words";
import { sharedEngine } from "../figures/shared-engine";
import { announce } from "../kit/announce";
import { onThemeChange } from "../kit/colours";
import { atFirstSign } from "../kit/first-sign";
import { watchScreen } from "../kit/on-screen";
import { define, KitElement } from "../kit/element";
import { rich } from "../kit/rich-text";
import { words } from "../locale";
import { text } from "../locale/lab";
import type * as Choices from "./choices";
import { LabAsking, nodePanel } from "./ask/asking";
import "./page.css";
import type { Saved } from "./export/saved";
import type { Taken } from "./take-home";
import { controls } from "./controls";
import { LabDesk } from "./desk";
import { captions, handles } from "./handles";
import { historyBar } from "./history-bar";
import { LabRun } from "./run";
import { LabData } from "./data/lab-data";
import { sizesOf } from "./setup";
import { makeState, type LabSettings } from "./state";
import { LabLink } from "./teach/hook";
import { time } from "./time";

export class LabPage extends KitElement {
  protected override lazy = false;
  readonly state = makeState();
  readonly #data = new LabData(this.state);
  readonly #run = new LabRun(makeTraining(), trainingView);
  readonly #desk = new LabDesk(this.state, this.#run, () => this.#configure());
  readonly #link = new LabLink(this.state, this.#run);
  readonly #asking = new LabAsking(this, this.#run, this.#data, this.state, () => this.#draw());
  #pictures: TrainingPictures | undefined;
  #slow = false;
  /** Changes of the settings that the network has not followed yet. */
  #changes = 0;
  #choices: typeof Choices | undefined;
  #stops: (() => void)[] = [];

  override connectedCallback(): void {
    super.connectedCallback();
    this.classList.add("lesson", "lab");
    const hidden = (): void => this.#model.setAwake(!document.hidden);
    document.addEventListener("visibilitychange", hidden);
    this.addEventListener("lab-presenting", () => this.requestUpdate());
    const loop = new TrainingLoop(this.#model, {
      paint: () => this.#paint(),
      paintMore: () => this.#pictures?.paintMore() ?? false,
      words: () => this.requestUpdate(),
      curve: () => this.#curve(),
      rest: (played) => {
        this.#draw();
        if (played) announce(stateSentence(this.#model));
      },
    });
    this.#desk.changed = () => this.#draw();
    this.#stops = [
      this.#desk.connect(),
      () => loop.stop(),
      () => document.removeEventListener("visibilitychange", hidden),
      this.state.subscribe((changed) => {
        if (this.#link.follows(changed)) void this.#configure();
        this.#draw();
      }),
      onThemeChange(() => this.#pictures?.restyle()),
    ];
    sharedEngine().then(
      (engine) => {
        this.#data.engine = engine;
        void this.#configure();
        this.requestUpdate();
      },
      () => undefined, // the run says so itself
    );
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const stop of this.#stops) stop();
    this.#model.close();
    this.#pictures?.dispose();
  }

  protected override firstUpdated(): void {
    const plane = this.querySelector<HTMLCanvasElement>("canvas.surface");
    const network = this.querySelector<HTMLCanvasElement>("canvas.network");
    const curve = this.querySelector<HTMLElement>(".loss-chart");
    if (!plane || !network || !curve) return;
    this.#pictures = new TrainingPictures(plane, network, curve, () => this.#draw());
    void this.#configure();
    const whenNear = (selector: string, load: () => Promise<unknown>): void => {
      const place = this.querySelector(selector);
      if (place) this.#stops.push(watchScreen(place, (near) => near && void load()));
    };
    const choices = async (): Promise<void> => {
      this.#choices = await import("./choices");
      this.requestUpdate();
    };
    whenNear(".choices", choices);
    this.#stops.push(atFirstSign(() => void choices()));
    whenNear("chainwise-node", nodePanel);
    whenNear("lab-why", () => import("./why"));
    this.#stops.push(atFirstSign(() => void import("./data/hands-on")));
    whenNear("chainwise-take-home", () => import("./take-home"));
    whenNear("lab-teacher", () => import("./teach/teacher"));
  }

  // ---- The run ----

  get #model(): TrainingModel {
    return this.#run.model;
  }

  get #setup(): TrainingSetup {
    return this.#data.setup;
  }

  async #configure(): Promise<void> {
    this.#changes++;
    await this.#follow().finally(() => this.#changes--);
    this.#draw();
  }

  async #follow(): Promise<void> {
    await this.#data.prepare();
    if (!this.#pictures || !this.#data.ready) return;
    await this.#link.weights(this.#setup);
    await this.#run.configure(this.#setup);
  }

  /** Settings and weights from a file. Weights that do not fit are refused with a sentence, and the network stays. */
  async #open({ query, parameters, points }: Saved): Promise<void> {
    let damaged: string[] = [];
    await this.#desk.asOne("file", async () => {
      damaged = this.state.read(query);
      this.state.set(points ? { own: points } : {}); // the link follows
      await this.#configure();
      await this.#run.setParameters(parameters);
    });
    announce(damaged.length > 0 ? text.damaged(damaged) : text.opened);
  }

  // ---- Drawing ----

  #draw(): void {
    this.#paint();
    this.#pictures?.finish();
    this.#curve();
    this.requestUpdate();
  }

  #paint(): void {
    const { points, region } = this.#model;
    const { frame } = this.#run;
    if (!frame || !points || !region) return;
    const { place } = this.#asking;
    const look = { ...this.#data.look(region), marked: place.example };
    this.#pictures?.paint(frame, points, region, sizesOf(this.#setup), look);
  }

  #curve(): void {
    const { frame } = this.#run;
    if (frame) this.#pictures?.drawCurve(frame, this.#model.batchesPerEpoch, this.#desk.keptCurve);
  }

  #change = (change: Partial<LabSettings>): void => this.state.set(change);

  protected override render() {
    const { values } = this.state;
    const { frame } = this.#run;
    const data = this.#model.data;
    const sizes = sizesOf(this.#setup);
    const { engine, made } = this.#data;
    const { points, opened: setup } = this.#model;
    const { place, question } = this.#asking;
    const asked = engine && frame && data && points && setup && { engine, setup, data, points, frame, place };
    return html`
      <header class="lesson-head">
        <h1>${words.course.lab.title}</h1>
        <p class="lead">${text.question}</p>
        <p>${rich(text.first)}</p>
      </header>
      <section class="bench panel" aria-busy=${this.#changes > 0 ? "true" : "false"}>
        ${this.#link.banner(frame, sizes)}
        ${controls({
          run: this.#run,
          values,
          slow: this.#slow,
          change: this.#change,
          draw: () => this.#draw(),
          slowly: (slow) => {
            if (slow) void import("./slow");
            this.#slow = slow;
            this.requestUpdate();
          },
        })}
        ${trainingViews({
          frame,
          captions: captions(values, this.#slow),
          data,
          sizes,
          values: made.task.answer === "number",
          over: this.#data.hand(this.#model, this.#asking),
          kept: this.#desk.keptWords,
          handles:
            this.#slow && asked
              ? html`<lab-slow
                  .moment=${asked}
                  .side=${this.#data.side}
                  @lab-step=${() => void this.#run.step()}
                ></lab-slow>`
              : handles(sizes, this.#pictures?.network.clientWidth ?? 0, this.#asking, {
                  side: this.#data.side,
                  parameters: frame?.parameters,
                  resize: (layer, units) =>
                    void import("./choices").then((it) => this.#change(it.withUnits(values, layer, units))),
                }),
          overCurve: html`<lab-curve-hand
            .chart=${this.#pictures?.chart}
            .curve=${frame && { history: frame.history, batchesPerEpoch: this.#model.batchesPerEpoch }}
          ></lab-curve-hand>`,
          below: html`<lab-asked .question=${question} .asked=${asked} .run=${this.#run}></lab-asked>`,
        })}
        ${time(this.#run, (index) => {
          this.#run.lookAt(index);
          this.#draw();
        })}
        ${historyBar(this.#desk, this)}
        <div class="choices">
          ${guard([values, made, this.#data.error, this.#choices], () => [
            this.#choices?.dataChoices(values, this.#change, this.#data.panel(this.#change)),
            this.#choices?.networkChoices(values, made.task, this.#change),
            this.#choices?.learningChoices(values, made.task, this.#change),
          ])}
        </div>
      </section>
      <section class="panel">
        <chainwise-node .asked=${asked}></chainwise-node>
      </section>
      <section class="panel"><lab-why .asked=${asked} .desk=${this.#desk}></lab-why></section>
      <section class="panel home" @chainwise-open=${(event: CustomEvent<Saved>) => void this.#open(event.detail)}>
        <chainwise-take-home .taken=${this.#taken(frame)}></chainwise-take-home>
      </section>
      <section class="panel">
        <lab-teacher .state=${this.state} .checkpoint=${frame?.checkpoint}></lab-teacher>
      </section>
    `;
  }

  #taken(frame: TrainingFrame | undefined): Taken | undefined {
    const { data, batchesPerEpoch, opened: setup } = this.#model;
    const plane = this.#pictures?.plane;
    if (!frame || !data || !plane || !setup) return undefined;
    const { parameters, loss, history, checkpoint } = frame;
    return {
      exported: { setup, data, points: this.#model.points, parameters, loss },
      query: this.state.query(),
      checkpoint,
      points: this.#data.own,
      history,
      batchesPerEpoch,
      plane,
    };
  }
}

define("lab-page", LabPage);

declare global {
  interface HTMLElementTagNameMap {
    "lab-page": LabPage;
  }
}
