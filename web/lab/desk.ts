/**
 * What is done in the laboratory beside training: each edit is noted with the state of before, so that it can be
 * undone, and a run can be kept beside the present one. Knows no DOM but the keys that undo.
 *
 *     const desk = new LabDesk(state, run, () => configure());
 *     const stop = desk.connect(); await desk.undo();
 */
import { announce } from "../kit/announce";
import type { KeptCurve } from "../kit/loss-chart";
import { numberText } from "../kit/number-text";
import { text } from "../locale/lab-history";
import { History, type Entry } from "./history";
import type { Asked } from "./node-panel";
import type { Kept, LabRun } from "./run";
import type { Branch } from "./compare/branch";
import { differing, kLooks, type LabSettings, type makeState } from "./state";

export interface DeskState {
  values: LabSettings;
  /** Left out where the run went on with the change, as with another learning rate. */
  kept?: Kept;
  /** The run that it was compared with; left out where the edit did not touch it. */
  compared?: DeskState | undefined;
}

export class LabDesk {
  readonly history = new History<DeskState>();
  #compared: DeskState | undefined;
  /** Told when another run is kept, or none. */
  changed: () => void = () => undefined;
  #values: LabSettings;
  #quiet = false;

  constructor(
    readonly state: ReturnType<typeof makeState>,
    readonly run: LabRun,
    /** Makes the run follow the state. */
    private readonly configure: () => Promise<void>,
  ) {
    this.#values = state.values;
  }

  get compared(): DeskState | undefined {
    return this.#compared;
  }

  set compared(compared: DeskState | undefined) {
    this.#compared = compared;
    this.changed();
  }

  connect(): () => void {
    const unsubscribe = this.state.subscribe((changed) => this.#changed(changed));
    this.run.beforeLoss = (what) => this.#record(text.history.edits[what], this.#now(true));
    document.addEventListener("keydown", this.#key);
    return () => {
      unsubscribe();
      document.removeEventListener("keydown", this.#key);
    };
  }

  undo = (): Promise<void> => this.#move((now) => this.history.undo(now), text.history.undone);
  redo = (): Promise<void> => this.#move((now) => this.history.redo(now), text.history.redone);

  /** Several changes that are undone together. */
  async asOne(edit: keyof typeof text.history.edits, change: () => Promise<void>): Promise<void> {
    this.#record(text.history.edits[edit], this.#now(true));
    await this.#quietly(change);
  }

  /** Settings and run as they were. */
  async restore({ values, kept }: DeskState): Promise<void> {
    this.run.model.pause();
    await this.#quietly(async () => {
      if (kept) this.run.bring(kept);
      const looks = Object.entries(this.state.values).filter(([key]) => kLooks.has(key));
      this.state.set({ ...values, ...Object.fromEntries(looks) });
      await this.configure();
    });
  }

  /** Goes on from a moment's weights with other settings of learning; the present run is kept for comparison. */
  async branch(asked: Asked, change: Partial<Branch>): Promise<void> {
    const { branchFrom } = await import("./compare/branch");
    const checkpoint = branchFrom(asked, { ...this.state.values, ...change });
    if (!checkpoint.ok) return announce(checkpoint.error.message);
    this.#record(text.history.edits.branch, this.#now(true, true));
    this.keepForComparison();
    this.run.model.pause();
    await this.#quietly(async () => {
      const frame = { ...asked.frame, batches: checkpoint.value.batches, checkpoint: checkpoint.value };
      this.run.bring({ checkpoint: checkpoint.value, moments: [frame] });
      this.state.set(change);
      await this.configure();
    });
    announce(text.compare.branched);
  }

  /** The run as it is now, beside which the next one is seen. */
  keepForComparison(): void {
    this.compared = this.#now(true);
  }

  /** Its curve, by epochs of its own. */
  get keptCurve(): KeptCurve | undefined {
    const { epochs = 0, batches = 0, history } = this.compared?.kept?.moments.at(-1) ?? {};
    if (!history || batches === 0) return undefined;
    const x = history.batches.map((count) => (count * epochs) / batches);
    return { x, y: history.losses, name: text.compare.kept };
  }

  get keptWords(): string | undefined {
    const { epochs, loss } = this.compared?.kept?.moments.at(-1) ?? {};
    return loss === undefined || epochs === undefined
      ? undefined
      : text.compare.keptSays(numberText(loss, 4), numberText(epochs, 1));
  }

  forgetComparison(): void {
    this.compared = undefined;
  }

  /** The kept run and the present one change places. */
  async swap(): Promise<void> {
    const kept = this.compared;
    if (!kept) return;
    this.#record(text.history.edits.swap, this.#now(true, true));
    this.keepForComparison();
    await this.restore(kept);
    announce(text.compare.swapped);
  }

  #now(withRun: boolean, withCompared = false): DeskState {
    const kept = withRun ? this.run.keep() : undefined;
    const { compared } = this;
    return { values: this.state.values, ...(kept ? { kept } : {}), ...(withCompared ? { compared } : {}) };
  }

  #changed(changed: ReadonlySet<string>): void {
    const before = this.#values;
    this.#values = this.state.values;
    const edits = differing(before, this.#values).filter((key) => changed.has(key));
    const [first] = edits;
    if (first === undefined) return;
    const kept = edits.every((key) => key === "rate") ? undefined : this.run.keep();
    const name = edits.length > 2 ? text.history.edits.preset : (text.settings[first] ?? first);
    this.#record(name, { values: before, ...(kept ? { kept } : {}) });
  }

  /** Nothing can be lost before there is a network. */
  #record(name: string, before: DeskState): void {
    if (!this.#quiet && this.run.frame) this.history.record(name, before);
  }

  async #quietly(change: () => Promise<void>): Promise<void> {
    this.#quiet = true;
    try {
      await change();
    } finally {
      this.#quiet = false;
    }
  }

  async #move(
    take: (now: (entry: Entry<DeskState>) => DeskState) => Entry<DeskState> | undefined,
    say: (name: string) => string,
  ): Promise<void> {
    if (this.#quiet) return;
    const entry = take(({ state }) => this.#now(state.kept !== undefined, "compared" in state));
    if (!entry) return;
    if ("compared" in entry.state) this.compared = entry.state.compared;
    await this.restore(entry.state);
    announce(say(entry.name));
  }

  #key = (event: KeyboardEvent): void => {
    const command = (event.ctrlKey || event.metaKey) && !event.altKey;
    if (!command || event.key.toLowerCase() !== "z" || isTyping(event.target)) return;
    event.preventDefault();
    void (event.shiftKey ? this.redo() : this.undo());
  };
}

/** In a field the browser undoes what was typed. */
function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !["range", "checkbox", "radio", "button"].includes(target.type);
  return target instanceof HTMLTextAreaElement || target.isContentEditable;
}
