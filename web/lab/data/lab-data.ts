/**
 * The laboratory's points: what the settings make of them, and the run of training that follows. Made once for each
 * change of the settings. Knows no DOM.
 *
 *     const data = new LabData(state); data.engine = engine;
 *     data.setup   // for a run
 */
import type { Chainwise } from "../../engine/api";
import type { TrainingSetup } from "../../engine/training-protocol";
import { generated, setupFrom, type Made } from "../setup";
import type { LabSettings, makeState } from "../state";

export class LabData {
  engine: Chainwise | undefined;
  #of: LabSettings | undefined;
  #made: Made | undefined;
  #setup: TrainingSetup | undefined;

  constructor(private readonly state: ReturnType<typeof makeState>) {}

  get made(): Made {
    this.#follow();
    return this.#made as Made;
  }

  get setup(): TrainingSetup {
    this.#follow();
    return this.#setup as TrainingSetup;
  }

  #follow(): void {
    const { values } = this.state;
    if (this.#of === values) return;
    this.#of = values;
    this.#made = generated(values, values.data);
    this.#setup = setupFrom(values, this.#made);
  }
}
