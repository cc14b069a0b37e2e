/**
 * The laboratory's points: what the settings make of them, and the run of training that follows. Made once for each
 * change of the settings. What shows and edits them is fetched when it is near.
 *
 *     const data = new LabData(state); data.engine = engine;
 *     if (data.ready) train(data.setup);
 */
import { html, type TemplateResult } from "lit";
import type { Chainwise, ChainwiseError, Dataset } from "../../engine/api";
import { features, featuresOver } from "../../engine/features";
import type { Region, TrainingSetup } from "../../engine/training-protocol";
import { trainingView } from "../../figures/training-pictures";
import { kFeatureSide, placeOf, type Features, type Look } from "../../figures/training-sheet";
import type { LabAsking } from "../ask/asking";
import { generated, setupFrom, type Made } from "../setup";
import { table, type LabSettings, type makeState } from "../state";
import type { Place } from "./hand";
import type { make } from "./make";
import { pointsFrom, rounded, taskOfPoints, type OwnPoints } from "./own-points";
import { nearestPoint } from "./places";
import type { MadeSet } from "./sets";

interface Shown {
  points: Dataset | undefined;
  region: Region | undefined;
}

export class LabData {
  #engine: Chainwise | undefined;
  #of: LabSettings | undefined;
  #made: Made | undefined;
  #setup: TrainingSetup | undefined;
  #make: typeof make | undefined;
  /** The rule that the points follow. */
  #rule = table.rule.initial;
  /** Why there are no points as the settings want them. */
  error: ChainwiseError | undefined;

  constructor(private readonly state: ReturnType<typeof makeState>) {}

  get engine(): Chainwise | undefined {
    return this.#engine;
  }

  set engine(engine: Chainwise | undefined) {
    this.#engine = engine;
    this.#of = undefined;
  }

  /** The points of a person's own, where these are shown. */
  get own(): OwnPoints | undefined {
    const { data, own } = this.state.values;
    return data === "own" ? own : undefined;
  }

  /** Sets of the engine's are only named; own points and rules need the engine, and what makes points of them. */
  get ready(): boolean {
    return isMade(this.state.values.data) || (this.#engine !== undefined && this.#make !== undefined);
  }

  /** Fetches what the settings need, once. */
  async prepare(): Promise<void> {
    if (this.#make || isMade(this.state.values.data)) return;
    this.#make = (await import("./make")).make;
    this.#of = undefined;
  }

  get made(): Made {
    return this.#follow().made;
  }

  get setup(): TrainingSetup {
    return this.#follow().setup;
  }

  /** What lies on the picture of the plane. A press on a point follows it. */
  hand({ points: data, region }: Shown, asking: LabAsking): TemplateResult {
    const points = data && this.#pointsOf(data);
    const { question } = asking;
    return html`<lab-hand
      .plane=${points && region ? { points, region } : undefined}
      .asked=${question?.kind === "place" ? question.at : undefined}
      @lab-press=${({ detail }: CustomEvent<Place>) => {
        const point = data && region && nearestPoint(detail, data, region);
        if (point !== undefined) asking.look({ ...asking.place, example: point });
        const at = point === undefined || !data ? detail.map(rounded) : placeOf(data, point);
        asking.ask({ kind: "place", at: at.slice(0, data?.inputSize) });
      }}
      @lab-points=${({ detail }: CustomEvent<OwnPoints>) => this.state.set({ data: "own", own: detail })}
    ></lab-hand>`;
  }

  /** What belongs to points of one's own and to rules, and to files. */
  panel(change: (change: Partial<LabSettings>) => void): TemplateResult {
    const { error, engine } = this;
    const { task, data } = this.made;
    const { values } = this.state;
    return html`<lab-points
      .source=${{ values, engine, error, task, alike: task.answer !== "number" && areAlike(data), rule: this.#rule }}
      @lab-change=${({ detail }: CustomEvent<Partial<LabSettings>>) => change(detail)}
    ></lab-points>`;
  }

  #features: (Features & { of: TrainingSetup; over: Region }) | undefined;

  look(region: Region): Look {
    const given = this.#given(region);
    return { values: this.made.task.answer === "number", ...(given ? { features: given } : {}) };
  }

  /** Room for the labels of what the network is given. */
  get side(): number | undefined {
    return this.setup.features ? kFeatureSide : undefined;
  }

  /** What the network is given instead of x1 and x2, to be drawn. */
  #given(region: Region): Features | undefined {
    const { setup } = this;
    if (!setup.features || !this.#engine) return undefined;
    const known = this.#features;
    if (known?.of === setup && known.over === region) return known;
    const size = trainingView.thumbnails;
    const values = featuresOver(this.#engine, setup.features, { region, columns: size, rows: size });
    if (!values.ok) return undefined;
    const count = setup.features.length;
    const pictures = setup.features.map((_, index) =>
      Float32Array.from({ length: size * size }, (_, place) => values.value[place * count + index] ?? 0),
    );
    const labels = setup.features.map((name) => features[name].label);
    this.#features = { of: setup, over: region, labels, pictures };
    return this.#features;
  }

  #pointsFor: Dataset | undefined;
  #points: OwnPoints | undefined;

  /** As they would be if they were one's own. */
  #pointsOf(data: Dataset): OwnPoints {
    const { values } = this.state;
    if (values.data === "own") return values.own;
    if (this.#pointsFor !== data || !this.#points) {
      this.#pointsFor = data;
      this.#points = pointsFrom(this.made.task, data);
    }
    return this.#points;
  }

  /** A rule that cannot be used leaves the points to the last one that could. */
  #fromHand(values: LabSettings): Made | undefined {
    if (!this.#engine || !this.#make) return undefined;
    const made = this.#make(this.#engine, values);
    this.error = made.ok ? undefined : made.error;
    if (made.ok) this.#rule = values.rule;
    const instead = made.ok ? made : this.#make(this.#engine, { ...values, rule: this.#rule });
    return instead.ok ? instead.value : undefined;
  }

  #follow(): { made: Made; setup: TrainingSetup } {
    const { values } = this.state;
    if (this.#of === values && this.#made && this.#setup) return { made: this.#made, setup: this.#setup };
    const { data } = values;
    this.#made = isMade(data) ? generated(values, data) : (this.#fromHand(values) ?? standIn(values));
    this.#setup = setupFrom(values, this.#made);
    this.#of = values;
    return { made: this.#made, setup: this.#setup };
  }
}

/** The engine's own sets have points of each class. */
const areAlike = (data: Made["data"]): boolean =>
  "targets" in data && data.targets.every((target, i) => target === data.targets[i % data.targetSize]);

const isMade = (data: LabSettings["data"]): data is MadeSet => data !== "own" && data !== "rule";

/** What is drawn before the engine is there; nothing is trained on it. */
function standIn(values: LabSettings): Made {
  const { data } = values;
  const made = generated(values, isMade(data) ? data : "circles");
  return data === "own" ? { ...made, task: taskOfPoints(values.own) } : made;
}
