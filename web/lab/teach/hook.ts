/**
 * What the link brings besides settings: a trained network, a goal, locks. All of it is fetched only where a link has it.
 *
 *     const link = new LabLink(state, run); await link.weights(setup);
 *     html`${link.banner(frame, sizes)}`
 */
import { html, nothing } from "lit";
import type { TrainingFrame, TrainingSetup } from "../../engine/training-protocol";
import { sharedEngine } from "../../figures/shared-engine";
import type { LabRun } from "../run";
import { kLooks, type makeState } from "../state";

export class LabLink {
  #opened = "";
  #opening: Promise<void> | undefined;
  #damaged = false;

  constructor(
    private readonly state: ReturnType<typeof makeState>,
    private readonly run: LabRun,
  ) {}

  /** Whether the run has to follow a change of the settings. */
  follows(changed: ReadonlySet<string>): boolean {
    if ([...changed].every((key) => kLooks.has(key))) return changed.has("w") && this.state.values.w !== "";
    // The weights of the link were those of another network.
    if (!changed.has("w")) this.state.set({ w: "" });
    return true;
  }

  /** The run stands at the link's trained network afterwards, once for each link. */
  weights(setup: TrainingSetup): Promise<void> | undefined {
    const { w } = this.state.values;
    if (w === this.#opened) return this.#opening;
    this.#opened = w;
    this.#damaged = false;
    this.#opening = w ? this.#open(setup, w) : undefined;
    return this.#opening;
  }

  async #open(setup: TrainingSetup, w: string): Promise<void> {
    const { openWeights } = await import("./weights");
    this.#damaged = !(await openWeights(await sharedEngine(), this.run, setup, w));
  }

  banner(frame: TrainingFrame | undefined, sizes: readonly number[]) {
    const { values } = this.state;
    const { lock, hide, goal, w } = values;
    if (!lock && !hide && !goal && !w) return nothing;
    void import("./index");
    const reached = frame && { ...frame, sizes };
    return html`<lab-class
      .shown=${{ values, reached, damaged: this.#damaged }}
      @lab-open=${() => this.state.set({ lock: "", hide: "" })}
    ></lab-class>`;
  }
}
