/**
 * `<kit-player>`: play, pause, one step, one step back, start again, and where one is. It keeps no time and no
 * state; the figure that owns it does.
 *
 *     html`<kit-player ?playing=${running} .position=${7} .count=${18} can-go-back
 *            @kit-play=${start} @kit-pause=${stop} @kit-step=${step} @kit-back=${undo} @kit-reset=${reset}></kit-player>`
 *
 * `step-label` renames the step button ("One epoch"); more buttons may stand beside the element.
 * Without `count` the position has no end; without `position` it is not shown.
 */
import { html, nothing, svg } from "lit";
import { define, emit, KitElement } from "./element";
import { words } from "../locale";

const icon = (path: string) => html`<svg viewBox="0 0 16 16" aria-hidden="true">${svg`<path d=${path} />`}</svg>`;
const icons = {
  play: icon("M4 2.5v11l9-5.5z"),
  pause: icon("M4 3h3v10H4zM9 3h3v10H9z"),
  step: icon("M3 2.5v11l7-5.5zM11 3h2v10h-2z"),
  back: icon("M13 2.5v11L6 8zM3 3h2v10H3z"),
  reset: icon("M8 2.5a5.5 5.5 0 1 0 5.2 3.7l-1.5.5A4 4 0 1 1 8 4v2l3.2-2.8L8 .5z"),
};

export class KitPlayer extends KitElement {
  static override properties = {
    playing: { type: Boolean },
    position: { type: Number },
    count: { type: Number },
    canGoBack: { type: Boolean, attribute: "can-go-back" },
    canPlay: { type: Boolean, attribute: "can-play" },
    atEnd: { type: Boolean, attribute: "at-end" },
    stepLabel: { attribute: "step-label" },
  };
  declare playing: boolean;
  declare position: number | undefined;
  declare count: number | undefined;
  declare canGoBack: boolean;
  /** Shows the play button; true where left out. */
  declare canPlay: boolean;
  declare atEnd: boolean;
  declare stepLabel: string;
  protected override lazy = false;

  constructor() {
    super();
    this.playing = false;
    this.canGoBack = false;
    this.canPlay = true;
    this.atEnd = false;
    this.stepLabel = words.kit.step;
  }

  protected override render() {
    const fire = (name: string) => () => emit(this, `kit-${name}`, undefined);
    return html`
      ${
        this.canPlay
          ? html`<button
              class="button primary"
              type="button"
              ?disabled=${this.atEnd}
              @click=${fire(this.playing ? "pause" : "play")}
            >
              ${this.playing ? icons.pause : icons.play}${this.playing ? words.kit.pause : words.kit.play}
            </button>`
          : nothing
      }
      ${
        this.canGoBack
          ? html`<button
              class="button"
              type="button"
              aria-label=${words.kit.back}
              title=${words.kit.back}
              ?disabled=${this.position === 0}
              @click=${fire("back")}
            >
              ${icons.back}
            </button>`
          : nothing
      }
      <button class="button" type="button" ?disabled=${this.atEnd || this.playing} @click=${fire("step")}>
        ${icons.step}${this.stepLabel}
      </button>
      <button class="button" type="button" @click=${fire("reset")}>${icons.reset}${words.kit.reset}</button>
      ${
        this.position === undefined
          ? nothing
          : html`<span class="where">${words.kit.position(this.position, this.count)}</span>`
      }
    `;
  }
}

define("kit-player", KitPlayer);

declare global {
  interface HTMLElementTagNameMap {
    "kit-player": KitPlayer;
  }
}
