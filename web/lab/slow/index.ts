/**
 * `<lab-slow>`: the update that comes next in slow motion, on the drawing of the network.
 *
 *     html`<lab-slow .moment=${{ engine, setup, data, frame }} .side=${26} @lab-step=${() => run.step()}></lab-slow>`
 *
 * Properties: `moment`, the state that the run stands at; `side`, the room for the labels of the inputs. Event
 * `lab-step`: the walk is at its end, and the run shall make this step.
 */
import { html, nothing } from "lit";
import type { ChainwiseError } from "../../engine/api";
import { StepClock } from "../../figures/step-clock";
import { define, emit, KitElement } from "../../kit/element";
import { networkHeight } from "../../kit/network-drawing";
import { numberText } from "../../kit/number-text";
import "../../kit/player";
import { rich } from "../../kit/rich-text";
import { text } from "../../locale/lab-slow";
import { sizesOf } from "../setup";
import type { Moment } from "./next-examples";
import { slowPicture } from "./picture";
import "./slow.css";
import { SlowWalk } from "./walk";
import { phaseOf, sentencesOf, whereOf } from "./words";

const kPace = { every: 1100, calmSteps: 1 };

export class LabSlow extends KitElement {
  static override properties = {
    moment: { attribute: false },
    side: { type: Number },
    position: { state: true },
    room: { state: true },
  };
  declare moment: Moment | undefined;
  declare side: number | undefined;
  declare protected position: number;
  declare protected room: number;
  #walk: SlowWalk | undefined;
  #error: ChainwiseError | undefined;
  /** A step was asked for: the next moment is its result. */
  #stepped = false;
  #goesOn = false;
  #said = "";
  #drawing: HTMLElement | null = null;
  readonly #clock = new StepClock(
    () => this.#forward(),
    () => this.requestUpdate(),
    kPace,
  );
  readonly #resize = new ResizeObserver(() => (this.room = this.#canvas?.clientWidth ?? 0));

  constructor() {
    super();
    this.position = 0;
    this.room = 0;
  }

  get #canvas(): HTMLCanvasElement | null {
    return this.#drawing?.querySelector("canvas") ?? null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#drawing = this.parentElement;
    this.#drawing?.classList.add("slowly");
    if (this.#canvas) this.#resize.observe(this.#canvas);
    this.addEventListener("keydown", this.#key);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#drawing?.classList.remove("slowly");
    this.#resize.disconnect();
    this.#clock.stop();
  }

  protected override firstUpdated(): void {
    this.#drawing?.scrollIntoView({ block: "nearest" });
  }

  protected override screenChanged(near: boolean): void {
    if (!near) this.#clock.stop();
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    const before = changed.get("moment") as Moment | undefined;
    const { moment } = this;
    if (!changed.has("moment") || !moment) return;
    const same = before?.frame === moment.frame && before.setup === moment.setup && before.data === moment.data;
    if (same && this.#walk) return;
    const walk = SlowWalk.begin(moment);
    this.#walk = walk.ok ? walk.value : undefined;
    this.#error = walk.ok ? undefined : walk.error;
    this.position = 0;
    const { epochs, loss, diverged } = moment.frame;
    this.#said = this.#stepped && !diverged ? text.taken(numberText(epochs, 2), numberText(loss, 4)) : "";
    if (this.#goesOn && !diverged) this.#clock.start();
    this.#stepped = this.#goesOn = false;
  }

  /** False where there is no more to come for now. */
  #forward(): boolean {
    const walk = this.#walk;
    if (!walk || this.#stepped) return false;
    if (this.position < walk.count) return this.#go(this.position + 1);
    if (!walk.after) return false;
    this.#stepped = true;
    this.#goesOn = this.#clock.running;
    emit(this, "lab-step", undefined);
    return false;
  }

  #go(position: number): boolean {
    this.position = Math.min(this.#walk?.count ?? 0, Math.max(0, position));
    this.#said = "";
    return true;
  }

  #jump(position: number): void {
    this.#clock.stop();
    this.#go(position);
  }

  #one(): void {
    this.#clock.stop();
    this.#forward();
  }

  #key = (event: KeyboardEvent): void => {
    const steps = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (!steps || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    if (steps > 0) this.#one();
    else this.#jump(this.position - 1);
  };

  protected override render() {
    const walk = this.#walk;
    if (this.#error) return html`<p class="trouble ui">${this.#error.message || text.tooLate}</p>`;
    if (!walk) return nothing;
    const { position } = this;
    const state = walk.at(position);
    const where = whereOf(walk, state, position);
    const phase = phaseOf(state);
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    const atEnd = position === walk.count;
    const width = this.room || (this.#canvas?.clientWidth ?? 0);
    const height = networkHeight(sizesOf(walk.moment.setup));
    const room = { width, height, side: this.side, moves: !calm, position, label: text.label(where) };
    const next = (state.example + 1) * walk.each;
    return html`
      ${width > 0 ? slowPicture(walk, state, room) : nothing}
      <div class="says">
        <p class="ui event">
          <span class="phase ${phase}">${text.phases[phase]}</span> <span data-slow=${position}>${where}</span>
        </p>
        <div class="sentence" role="status" tabindex="0">
          ${this.#said && position === 0 ? html`<p>${this.#said}</p>` : nothing}
          ${sentencesOf(walk, state, position).map((sentence) => html`<p>${rich(sentence)}</p>`)}
        </div>
      </div>
      <kit-player
        ?playing=${this.#clock.running}
        .canPlay=${!calm}
        .position=${position}
        .count=${walk.count}
        can-go-back
        ?at-end=${atEnd && !walk.after}
        .stepLabel=${atEnd ? text.take : text.step}
        @kit-play=${() => this.#clock.start()}
        @kit-pause=${() => this.#clock.stop()}
        @kit-step=${() => this.#one()}
        @kit-back=${() => this.#jump(position - 1)}
        @kit-reset=${() => this.#jump(0)}
      ></kit-player>
      <div class="button-row ui">
        <button
          type="button"
          class="button"
          ?disabled=${state.example >= walk.examples.length - 1}
          @click=${() => this.#jump(next)}
        >
          ${text.next}
        </button>
        <button
          type="button"
          class="button"
          ?disabled=${position >= walk.updateAt}
          @click=${() => this.#jump(walk.updateAt)}
        >
          ${text.toUpdate}
        </button>
      </div>
      <p class="caption">${text.legend} ${text.keys}</p>
    `;
  }
}

define("lab-slow", LabSlow);

declare global {
  interface HTMLElementTagNameMap {
    "lab-slow": LabSlow;
  }
}
