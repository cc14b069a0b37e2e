/**
 * `<lab-points>`: what a set of points has besides noise and seed: those of one's own their kind and whether the link
 * has them, a rule its field; and for all a table that is pasted or dropped.
 *
 *     html`<lab-points .source=${{ values, engine, error }} @lab-change=${({ detail }) => change(detail)}></lab-points>`
 *
 * Event `lab-change`: settings to be changed.
 */
import { html, nothing } from "lit";
import { live } from "lit/directives/live.js";
import type { Chainwise, ChainwiseError } from "../../engine/api";
import { featureNames, features, type FeatureName } from "../../engine/features";
import { choose } from "../../kit/controls";
import { define, emit, KitElement } from "../../kit/element";
import { rich } from "../../kit/rich-text";
import { text } from "../../locale/lab-data";
import type { LabSettings } from "../state";
import { readFeatures, withFeature } from "./features";
import { emptyPoints, kMostInLink, pointKinds } from "./own-points";
import "./points-panel.css";
import type { Task } from "./sets";

export interface PointsSource {
  values: LabSettings;
  engine: Chainwise | undefined;
  /** Why the points are not as the settings want them. */
  error: ChainwiseError | undefined;
  task: Task;
  /** All points have the same class. */
  alike: boolean;
  /** The rule that the points follow. */
  rule: string;
}

const tablePanel = (): Promise<unknown> => import("./table-panel");
const dragging = ["dragover", "dragleave", "drop"] as const;

export class LabPoints extends KitElement {
  static override properties = { source: { attribute: false }, dropped: { state: true } };
  declare source: PointsSource | undefined;
  declare protected dropped: File | undefined;

  #change(change: Partial<LabSettings>): void {
    emit(this, "lab-change", change);
  }

  protected override render() {
    const { source } = this;
    if (!source) return nothing;
    const { data } = source.values;
    return html`${data === "own" ? this.#own(source) : data === "rule" ? this.#rule(source) : nothing}
      ${source.alike ? html`<p class="caption" role="status">${text.alike}</p>` : nothing}
      ${source.task.inputs === 2 ? this.#features(source.values) : nothing}
      <details
        class="from-table ui"
        @toggle=${(event: Event) => (event.target as HTMLDetailsElement).open && void tablePanel()}
      >
        <summary>${text.table}</summary>
        <lab-table .file=${this.dropped}></lab-table>
      </details>`;
  }

  #features({ features: chosen }: LabSettings) {
    const names = readFeatures(chosen) ?? [];
    const tick = (name: FeatureName) =>
      html`<label class="tick"
        ><input
          type="checkbox"
          .checked=${live(names.includes(name))}
          ?disabled=${names.length === 1 && names[0] === name}
          @change=${() => this.#change({ features: withFeature(chosen, name) })}
        />
        <span aria-hidden="true">${rich(`$${features[name].tex}$`)}</span
        ><span class="visually-hidden">${features[name].formula}</span></label
      >`;
    return html`<div class="features" role="group" aria-label=${text.features.label}>
      <span class="caption">${text.features.label}</span>
      ${featureNames.map(tick)}
    </div>`;
  }

  // ---- A file may be dropped on all of the bench ----

  #bench: HTMLElement | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#bench = this.closest<HTMLElement>(".bench");
    for (const kind of dragging) this.#bench?.addEventListener(kind, this.#drag);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const kind of dragging) this.#bench?.removeEventListener(kind, this.#drag);
  }

  #drag = (event: DragEvent): void => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    this.#bench?.classList.toggle("dropping", event.type === "dragover");
    const file = event.type === "drop" ? event.dataTransfer.files[0] : undefined;
    if (!file) return;
    this.dropped = file;
    this.querySelector("details")?.setAttribute("open", "");
    void tablePanel().then(() => this.querySelector("lab-table")?.scrollIntoView({ block: "nearest" }));
  };

  #rule(source: PointsSource) {
    void import("./rule-field");
    return html`<lab-rule .source=${source}></lab-rule>`;
  }

  #own({ values }: PointsSource) {
    const { own } = text;
    const { kind, rows } = values.own;
    return html`<div class="row">
        ${choose({
          label: own.kind,
          choices: pointKinds,
          chosen: kind,
          name: (name) => own.kinds[name],
          choose: (name) => this.#change({ own: emptyPoints(name) }),
        })}
        <button type="button" class="button" @click=${() => this.#change({ own: emptyPoints(kind) })}>
          ${own.clear}
        </button>
      </div>
      <p class="caption">
        ${own.count(rows.length)} ${rows.length > kMostInLink ? own.notInLink(kMostInLink) : own.inLink}
      </p>
      <p class="caption">${own.hint}</p>`;
  }
}

define("lab-points", LabPoints);

declare global {
  interface HTMLElementTagNameMap {
    "lab-points": LabPoints;
  }
}
