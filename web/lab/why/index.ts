/**
 * `<lab-why>`: why the network learns well or badly, as panels that are fetched when they are opened and do nothing
 * while they are closed. All of them are about the moment that is looked at; those that cost much stand still while
 * the network trains.
 *
 *     html`<lab-why .asked=${asked} .desk=${desk}></lab-why>`
 *
 * Properties: `asked`, a moment of a run and a place in it; `desk`, through which a panel changes the run.
 */
import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { define, KitElement } from "../../kit/element";
import { numberText } from "../../kit/number-text";
import { text } from "../../locale/lab-why";
import type { LabDesk } from "../desk";
import type { Asked } from "../node-panel";
import "./why.css";

interface Panel {
  load: () => Promise<unknown>;
  show: (asked: Asked, desk: LabDesk) => TemplateResult;
  /** Cheap enough to follow a network that trains. */
  live?: boolean;
}

const panels = {
  compare: {
    load: () => import("../compare"),
    show: (asked, desk) => html`<lab-compare .asked=${asked} .desk=${desk}></lab-compare>`,
    live: true,
  },
  health: {
    load: () => import("./health"),
    show: (asked) => html`<lab-health .asked=${asked}></lab-health>`,
    live: true,
  },
  place: {
    load: () => import("./place"),
    show: (asked) => html`<lab-answer .asked=${asked}></lab-answer>`,
  },
  landscape: {
    load: () => import("./landscape"),
    show: (asked, desk) => html`<lab-landscape .asked=${asked} .desk=${desk}></lab-landscape>`,
  },
  line: {
    load: () => import("./line-search"),
    show: (asked, desk) => html`<lab-line-search .asked=${asked} .desk=${desk}></lab-line-search>`,
  },
  race: {
    load: () => import("./race"),
    show: (asked, desk) => html`<lab-race .asked=${asked} .desk=${desk}></lab-race>`,
  },
} satisfies Record<string, Panel>;

export type PanelName = keyof typeof panels;
const names = Object.keys(panels) as PanelName[];

export class LabWhy extends KitElement {
  static override properties = {
    asked: { attribute: false },
    desk: { attribute: false },
    opened: { state: true },
  };
  declare asked: Asked | undefined;
  declare desk: LabDesk | undefined;
  declare protected opened: ReadonlySet<PanelName>;
  /** The moment of the last rest. */
  #held: Asked | undefined;

  constructor() {
    super();
    this.opened = new Set();
  }

  get #training(): boolean {
    return this.desk?.run.model.playing ?? false;
  }

  protected override willUpdate(_changed: PropertyValues): void {
    if (!this.#held || !this.#training) this.#held = this.asked;
  }

  #toggle(name: PanelName, open: boolean): void {
    if (open === this.opened.has(name)) return;
    const opened = new Set(this.opened);
    if (open) {
      opened.add(name);
      void panels[name].load();
    } else opened.delete(name);
    this.opened = opened;
  }

  protected override render() {
    const { asked, desk } = this;
    const held = this.#held;
    if (!asked || !desk || !held) return nothing;
    return html`<h2>${text.why.title}</h2>
      <p>${text.why.lead}</p>
      <div class="folds">${names.map((name) => this.#fold(name, asked, held, desk))}</div>`;
  }

  #fold(name: PanelName, asked: Asked, held: Asked, desk: LabDesk) {
    const panel: Panel = panels[name];
    const words = text.why.panels[name];
    const open = this.opened.has(name);
    const late = open && !panel.live && held.frame !== asked.frame;
    return html`<details
      class="fold"
      data-panel=${name}
      .open=${open}
      @toggle=${(event: Event) => this.#toggle(name, (event.currentTarget as HTMLDetailsElement).open)}
    >
      <summary>
        <h3>${words.title}</h3>
        <span class="asks">${words.asks}</span>
      </summary>
      ${
        open
          ? html`<div class="why-panel">
              <p class="caption" role="status" ?hidden=${!late}>
                ${late ? text.why.waits(numberText(held.frame.epochs, 1)) : nothing}
              </p>
              ${panel.show(panel.live ? asked : held, desk)}
            </div>`
          : nothing
      }
    </details>`;
  }
}

define("lab-why", LabWhy);

declare global {
  interface HTMLElementTagNameMap {
    "lab-why": LabWhy;
  }
}
