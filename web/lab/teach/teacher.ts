/**
 * `<lab-teacher>`: makes a link of the laboratory for a class, with a goal, with locks, with the weights of now, and
 * shows what learners will see.
 *
 *     html`<lab-teacher .state=${state} .checkpoint=${frame.checkpoint}></lab-teacher>`
 */
import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import type { Checkpoint } from "../../engine/training-protocol";
import { announce } from "../../kit/announce";
import { choose } from "../../kit/controls";
import { define, KitElement } from "../../kit/element";
import { readNumber } from "../../kit/fields";
import { text } from "../../locale/lab-teach";
import { hideable, lockable, type Control, type makeState } from "../state";
import { copyText } from "./copy";
import { judge, limits, readGoal, writeGoal, type Goal, type Reached } from "./goals";
import { linkTo } from "./link";
import "./teacher.css";
import { kLongest, writeWeights } from "./weights";
import { askOf, heldSentences, named } from "./words";

const words = text.panel;
const ways = ["free", "lock", "hide"] as const;
type Way = (typeof ways)[number];
/** The panel says what is asked, not how far it is reached. */
const kNothing: Reached = { loss: NaN, epochs: 0, sizes: [] };
const kUsual: Goal = { under: 0.05, on: "train", most: {} };
/** Parts of the page cannot be locked, but left out. */
const isLockable = (name: Control): boolean => lockable.some((known) => known === name);

export class LabTeacher extends KitElement {
  static override properties = {
    state: { attribute: false },
    checkpoint: { attribute: false },
    goal: { state: true },
    held: { state: true },
    trained: { state: true },
    complaint: { state: true },
    opened: { state: true },
  };
  declare state: ReturnType<typeof makeState> | undefined;
  declare checkpoint: Checkpoint | undefined;
  declare protected goal: Goal | undefined;
  declare protected held: ReadonlyMap<Control, Way>;
  declare protected trained: boolean;
  declare protected complaint: string;
  declare protected opened: boolean;

  constructor() {
    super();
    this.held = new Map();
    this.trained = this.opened = false;
    this.complaint = "";
  }

  /** Begins with what the link of now has. */
  #toggle(open: boolean): void {
    const { state } = this;
    if (open && !this.opened && state) {
      const { goal, lock, hide } = state.values;
      this.goal = readGoal(goal);
      this.held = new Map([
        ...named(lock).map((name) => [name, "lock"] as const),
        ...named(hide).map((name) => [name, "hide"] as const),
      ]);
    }
    this.opened = open;
  }

  #names(way: Way): string {
    return hideable.filter((name) => this.held.get(name) === way).join(".");
  }

  #parts(): { goal: string; lock: string; hide: string; w: string } {
    const w = this.trained && this.checkpoint ? writeWeights(this.checkpoint).text : undefined;
    return {
      goal: this.goal ? writeGoal(this.goal) : "",
      lock: this.#names("lock"),
      hide: this.#names("hide"),
      w: w ?? "",
    };
  }

  async #copy(contents: string): Promise<void> {
    const done = await copyText(contents);
    this.complaint = done ? "" : words.notCopied;
    if (done) announce(words.copied);
  }

  #try({ goal, lock, hide }: { goal: string; lock: string; hide: string }): void {
    this.state?.set({ goal, lock, hide });
    document.querySelector("lab-page .bench")?.scrollIntoView({ block: "start" });
  }

  protected override render() {
    return html`<details
      class="ui"
      ?open=${this.opened}
      @toggle=${(event: Event) => this.#toggle((event.target as HTMLDetailsElement).open)}
    >
      <summary>${words.summary}</summary>
      ${this.opened && this.state ? this.#body(this.state.query()) : nothing}
    </details>`;
  }

  #body(query: string): TemplateResult {
    const parts = this.#parts();
    const link = linkTo(query, parts);
    const frame = `<iframe src="${link.replace("#/lab", "?embed=1#/lab").replace(/&/g, "&amp;")}" title="${words.frame}" width="100%" height="900"></iframe>`;
    const asked = this.goal ? judge(this.goal, kNothing).map(askOf) : [];
    const sees = [...(this.goal ? [words.asked(asked)] : []), ...heldSentences(parts.lock, parts.hide)];
    return html`<div class="body">
      <p>${words.lead}</p>
      ${this.#goalFields()}
      <fieldset>
        <legend>${words.controls}</legend>
        <div class="ways">${hideable.map((name) => this.#way(name))}</div>
      </fieldset>
      ${this.#weights()}
      <label class="control"
        ><span>${words.link}</span><input class="link" readonly .value=${link} @focus=${selectAll}
      /></label>
      <div class="row">
        <button type="button" class="button primary" @click=${() => void this.#copy(link)}>${words.copy}</button>
        <button type="button" class="button" @click=${() => void this.#copy(frame)}>${words.copyFrame}</button>
        <button type="button" class="button" @click=${() => this.#try(parts)}>${words.try}</button>
      </div>
      <p class="trouble" role="alert">${this.complaint}</p>
      <p class="caption seen"><strong>${words.seen}.</strong> ${sees.length > 0 ? sees.join(" ") : words.sees}</p>
    </div>`;
  }

  #goalFields(): TemplateResult {
    const { goal } = this;
    const set = (change: Partial<Goal>): void => void (this.goal = { ...(goal ?? kUsual), ...change });
    return html`<fieldset>
      <legend>
        <label class="tick"
          ><input
            type="checkbox"
            .checked=${live(goal !== undefined)}
            @change=${() => (this.goal = goal ? undefined : kUsual)}
          />
          ${words.goal}</label
        >
      </legend>
      ${
        goal
          ? html`<div class="row">
                ${number(words.under, goal.under, (under) => under !== undefined && under > 0 && set({ under }))}
                ${choose({
                  label: words.on,
                  choices: ["train", "test"] as const,
                  chosen: goal.on,
                  name: (on) => words.onWhich[on],
                  choose: (on) => set({ on }),
                })}
                ${limits.map((limit) =>
                  number(words[limit], goal.most[limit], (value) => {
                    const { [limit]: _, ...others } = goal.most;
                    const whole = value !== undefined && Number.isInteger(value) && value >= 0;
                    set({ most: whole ? { ...others, [limit]: value } : others });
                  }),
                )}
              </div>
              <p class="caption">${words.free}</p>`
          : nothing
      }
    </fieldset>`;
  }

  #way(name: Control): TemplateResult {
    const set = (way: Way): void => {
      const held = new Map(this.held);
      if (way === "free") held.delete(name);
      else held.set(name, way);
      this.held = held;
    };
    return choose({
      label: text.controls[name],
      choices: isLockable(name) ? ways : (["free", "hide"] as const),
      chosen: this.held.get(name) ?? "free",
      name: (way) => words.ways[way],
      choose: set,
    });
  }

  #weights(): TemplateResult {
    const written = this.trained && this.checkpoint ? writeWeights(this.checkpoint) : undefined;
    return html`<label class="tick"
        ><input type="checkbox" .checked=${live(this.trained)} @change=${() => (this.trained = !this.trained)} />
        ${words.withWeights}</label
      >
      ${written && written.text === undefined ? html`<p class="caption">${words.tooLong(written.length, kLongest)}</p>` : nothing}`;
  }
}

function number(label: string, value: number | undefined, enter: (value: number | undefined) => unknown) {
  return html`<label class="control"
    ><span>${label}</span
    ><input
      inputmode="decimal"
      .value=${live(value === undefined ? "" : String(value))}
      @change=${(event: Event) => enter(readNumber((event.target as HTMLInputElement).value))}
  /></label>`;
}

const selectAll = (event: Event): void => (event.target as HTMLInputElement).select();

define("lab-teacher", LabTeacher);

declare global {
  interface HTMLElementTagNameMap {
    "lab-teacher": LabTeacher;
  }
}
