/**
 * `<chainwise-take-home>`: the network as a program, a file, a picture, or a table; and a saved one opened again.
 *
 *     html`<chainwise-take-home .taken=${{ exported, query, history, batchesPerEpoch, plane }}
 *            @chainwise-open=${({ detail }) => ...}></chainwise-take-home>`
 *
 * Event `chainwise-open`: a `Saved` that was read from a file.
 */
import { html } from "lit";
import type { Checkpoint, LossPoints } from "../engine/training-protocol";
import { announce } from "../kit/announce";
import { define, emit, KitElement } from "../kit/element";
import { text as home } from "../locale/lab-home";
import { colour } from "../kit/colours";
import { choose } from "../kit/controls";
import { dataCsv } from "./export/data-csv";
import type { OwnPoints } from "./data/own-points";
import { networkSvg } from "./export/network-svg";
import { exportProgram, languages, type Exported } from "./export/program";
import { kLargestFile, readSaved, writeSaved } from "./export/saved";
import { copyText } from "./teach/copy";
import { linkTo } from "./teach/link";
import { kLongest, writeWeights } from "./teach/weights";

export interface Taken {
  exported: Exported;
  query: string;
  checkpoint: Checkpoint;
  /** Where they are a person's own. */
  points: OwnPoints | undefined;
  history: LossPoints;
  batchesPerEpoch: number;
  plane: HTMLCanvasElement;
}

const forms = [...languages, "json", "svg", "losses", "data"] as const;
type Form = (typeof forms)[number];

export class ChainwiseTakeHome extends KitElement {
  static override properties = { taken: { attribute: false }, form: { state: true }, complaint: { state: true } };
  declare taken: Taken | undefined;
  declare protected form: Form;
  declare protected complaint: string;

  constructor() {
    super();
    this.form = "numpy";
    this.complaint = "";
  }

  #made({ exported, query, points, history, batchesPerEpoch }: Taken): { file: string; text: string } {
    const { form } = this;
    switch (form) {
      case "json":
        return {
          file: "network.json",
          text: writeSaved({ query, parameters: exported.parameters, ...(points ? { points } : {}) }),
        };
      case "svg":
        return { file: "network.svg", text: networkSvg(exported, colour) };
      case "losses":
        return { file: "losses.csv", text: lossesCsv(history, batchesPerEpoch) };
      case "data":
        return { file: "points.csv", text: dataCsv(exported.points ?? exported.data) };
      default:
        return exportProgram(form, exported);
    }
  }

  #save(): void {
    if (!this.taken) return;
    const { file, text: contents } = this.#made(this.taken);
    download(file, new Blob([contents], { type: "text/plain" }));
  }

  async #copy(contents: string, done: string): Promise<void> {
    this.complaint = (await copyText(contents)) ? "" : home.notCopied;
    if (!this.complaint) announce(done);
  }

  async #link({ query, checkpoint }: Taken): Promise<void> {
    const { text: w, length } = writeWeights(checkpoint);
    if (w !== undefined) return this.#copy(linkTo(query, { w }), home.linkCopied);
    this.form = "json";
    this.complaint = home.linkTooLong(length, kLongest);
  }

  #picture(): void {
    this.taken?.plane.toBlob((picture) => picture && download("network.png", picture));
  }

  async #open(input: HTMLInputElement): Promise<void> {
    const file = input.files?.[0];
    if (!file) return;
    // What is too large is not even read.
    const text = file.size > kLargestFile ? undefined : await file.text().catch(() => "");
    const saved = text === undefined ? { fault: "too-large" as const } : readSaved(text);
    input.value = "";
    this.complaint = "fault" in saved ? home.faults[saved.fault] : "";
    if (!("fault" in saved)) emit(this, "chainwise-open", saved);
  }

  protected override render() {
    const { form } = this;
    return html`<h2>${home.title}</h2>
      <p>${home.lead}</p>
      <div class="row ui">
        ${choose({
          label: home.form,
          choices: forms,
          chosen: form,
          name: (name) => home.forms[name],
          choose: (name) => (this.form = name),
        })}
        <button type="button" class="button primary" @click=${() => this.#save()}>${home.save}</button>
        <button
          type="button"
          class="button"
          @click=${() => this.taken && void this.#copy(this.#made(this.taken).text, home.copied)}
        >
          ${home.copy}
        </button>
        <button type="button" class="button" @click=${() => this.taken && void this.#link(this.taken)}>
          ${home.link}
        </button>
        <button type="button" class="button" @click=${() => this.#picture()}>${home.picture}</button>
        <label class="button open"
          ><span>${home.open}</span
          ><input
            type="file"
            accept=".json,application/json"
            class="visually-hidden"
            @change=${(event: Event) => void this.#open(event.target as HTMLInputElement)}
        /></label>
      </div>
      <p class="caption">${home.about[form]}</p>
      <p class="trouble ui" role="alert">${this.complaint}</p>`;
  }
}

function lossesCsv({ batches, losses, testLosses }: LossPoints, batchesPerEpoch: number): string {
  const rows = batches.map((batch, i) =>
    [batch, batch / batchesPerEpoch, losses[i], ...(testLosses ? [testLosses[i]] : [])].join(","),
  );
  return `${["batch,epoch,loss" + (testLosses ? ",test_loss" : ""), ...rows].join("\n")}\n`;
}

function download(name: string, contents: Blob): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(contents);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

define("chainwise-take-home", ChainwiseTakeHome);

declare global {
  interface HTMLElementTagNameMap {
    "chainwise-take-home": ChainwiseTakeHome;
  }
}
