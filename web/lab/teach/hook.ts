/**
 * What the link brings besides settings: a trained network, a goal, locks. All of it is fetched only where a link has it.
 *
 *     const link = new LabLink(state, run); await link.weights(setup);
 *     html`${link.banner(frame, sizes)}`
 */
import { html, nothing } from "lit";
import type { Parameters } from "../../engine/api";
import type { TrainingFrame, TrainingSetup } from "../../engine/training-protocol";
import { sharedEngine } from "../../figures/shared-engine";
import type { LabRun } from "../run";
import { kLooks, type makeState } from "../state";

const same = (a: Parameters, b: Parameters): boolean =>
  (["weights", "biases"] as const).every((kind) =>
    a[kind].every((list, layer) => list.every((value, index) => value === b[kind][layer]?.[index])),
  );

export class LabLink {
  #opened = "";
  #opening: Promise<void> | undefined;
  #damaged = false;
  /** The run's state as the link brought it. */
  #brought: Parameters | undefined;

  constructor(
    private readonly state: ReturnType<typeof makeState>,
    private readonly run: LabRun,
  ) {
    run.model.subscribe(() => this.#moveOn());
  }

  /** Once the run has left the weights of the link, its address does not claim them any more. */
  #moveOn(): void {
    const { parameters } = this.run.model.frame ?? {};
    if (!this.#brought || !parameters || same(parameters, this.#brought)) return;
    this.#brought = undefined;
    this.#opened = "";
    this.#opening = undefined;
    this.state.set({ w: "" });
  }

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
    this.#brought = undefined;
    this.#damaged = !(await openWeights(await sharedEngine(), this.run, setup, w));
    this.#brought = this.run.model.frame?.parameters;
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
