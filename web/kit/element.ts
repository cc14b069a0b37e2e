/**
 * The base of all our elements: Lit, drawn into the page itself rather than into a shadow root, so that labels,
 * formulas and highlights reach across figures and one style sheet serves all. A figure that is off the screen
 * draws nothing while things change; it catches up when they rest, for readers who search or listen to the page, or
 * when it comes near.
 *
 *     class Thing extends KitElement { static properties = { at: { type: Number } }; declare at: number; }
 *     define("kit-thing", Thing);
 */
import { LitElement, type PropertyValues } from "lit";
import { atRest, watchScreen } from "./on-screen";

export class KitElement extends LitElement {
  /** Set to false in elements that are so small that watching them costs more than drawing them. */
  protected lazy = true;
  #near = true;
  #missed = false;
  #drawn = false;
  #catchingUp = false;
  #lost: Map<PropertyKey, unknown> = new Map();
  #unwatch: (() => void) | undefined;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.lazy) {
      this.#unwatch = watchScreen(this, (near) => {
        this.#near = near;
        this.screenChanged(near);
        if (near && this.#missed) this.requestUpdate();
      });
    }
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unwatch?.();
    this.#unwatch = undefined;
  }

  #catchUp = (): void => {
    if (!this.#missed || !this.isConnected) return;
    this.#catchingUp = true;
    this.requestUpdate();
  };

  get nearScreen(): boolean {
    return this.#near;
  }

  /** For figures that run by themselves: stop when `near` is false. */
  protected screenChanged(_near: boolean): void {}

  /** False while there is nothing to show yet, as before the engine is there. */
  protected get ready(): boolean {
    return true;
  }

  protected override shouldUpdate(changed: PropertyValues): boolean {
    // The first real drawing always happens, so that the page has its final height and can be searched.
    this.#missed = this.#drawn && !this.#near && !this.#catchingUp;
    this.#catchingUp = false;
    this.#drawn ||= this.ready;
    // What changed meanwhile is told to the drawing that does take place.
    for (const [name, before] of this.#lost) if (!changed.has(name)) changed.set(name, before);
    this.#lost = this.#missed ? new Map(changed) : new Map();
    if (this.#missed) atRest(this.#catchUp);
    return !this.#missed;
  }
}

/** Registers an element once; a second script on the same page must not fail. */
export function define(name: string, element: CustomElementConstructor): void {
  if (!customElements.get(name)) customElements.define(name, element);
}

/** Dispatches an event that passes through the page, as all events of our figures do. */
export function emit<T>(from: HTMLElement, type: string, detail: T): void {
  from.dispatchEvent(new CustomEvent<T>(type, { detail, bubbles: true, composed: true }));
}
