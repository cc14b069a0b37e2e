/**
 * Holds controls of the laboratory fast, or takes them away, as its link says. What is drawn later is held too.
 *
 *     const locks = new Locks(page); locks.hold(["rate"], ["why"]); locks.release();
 *
 * That a setting stays what it is, however somebody tries to change it, is the state's own business (`state.ts`).
 */
import { text } from "../../locale/lab-teach";
import type { Control } from "../state";
import "./locks.css";

const named = (...names: string[]): string => names.map((name) => `[name="${name}"]`).join(", ");

const places: Record<Control, string> = {
  data: `${named("data", "noise", "count", "test")}, lab-points > .row, lab-points .from-table, lab-rule, lab-hand button + button`,
  seed: `${named("seed")}, .new-start`,
  features: ".features",
  layers: ".resize, .choices .layers, .choices .add-layer",
  start: named("start"),
  loss: named("loss"),
  optimizer: named("optimizer"),
  rate: named("rate"),
  batch: named("batch"),
  penalties: named("l1", "l2"),
  weights: "chainwise-node input.weight, lab-parameter input",
  presets: named("presets"),
  speed: named("speed"),
  time: ".time",
  node: "chainwise-node",
  why: "lab-why",
  home: "chainwise-take-home",
};

/** Events by which parts of the page would change what is held. */
const kWishes: Partial<Record<Control, string>> = { weights: "chainwise-weight" };

type Field = HTMLInputElement | HTMLSelectElement;
const isField = (element: Element): element is Field =>
  element instanceof HTMLInputElement || element instanceof HTMLSelectElement;

export class Locks {
  #locked: readonly Control[] = [];
  #hidden: readonly Control[] = [];
  readonly #observer = new MutationObserver(() => this.#apply());

  constructor(private readonly page: HTMLElement) {}

  hold(locked: readonly Control[], hidden: readonly Control[]): void {
    this.#locked = locked;
    this.#hidden = hidden;
    if (locked.length + hidden.length === 0) return this.release();
    for (const wish of Object.values(kWishes)) this.page.addEventListener(wish, this.#refuse, true);
    this.#observer.observe(this.page, { childList: true, subtree: true });
    this.#apply();
  }

  release(): void {
    this.#observer.disconnect();
    for (const wish of Object.values(kWishes)) this.page.removeEventListener(wish, this.#refuse, true);
    this.#locked = this.#hidden = [];
    this.#apply();
  }

  #refuse = (event: Event): void => {
    const held = [...this.#locked, ...this.#hidden].some((name) => kWishes[name] === event.type);
    if (held) event.stopPropagation();
  };

  #apply(): void {
    const locked = this.#all(this.#locked);
    const hidden = new Set([...this.#all(this.#hidden)].map(wholeOf));
    for (const element of this.page.querySelectorAll(".held, .left-out")) {
      if (!locked.has(element)) this.#free(element);
      if (!hidden.has(element)) element.classList.remove("left-out");
    }
    for (const element of hidden) if (!element.classList.contains("left-out")) element.classList.add("left-out");
    for (const element of locked) if (!element.classList.contains("held")) this.#hold(element);
  }

  #all(names: readonly Control[]): Set<Element> {
    const found = new Set<Element>();
    for (const name of names) for (const element of this.page.querySelectorAll(places[name])) found.add(element);
    return found;
  }

  #hold(element: Element): void {
    element.classList.add("held");
    element.setAttribute("title", text.lockedBy);
    labelOf(element)?.setAttribute("data-held", text.heldMark);
    if (isField(element)) element.disabled = true;
    else element.setAttribute("inert", "");
  }

  #free(element: Element): void {
    if (!element.classList.contains("held")) return;
    element.classList.remove("held");
    element.removeAttribute("title");
    labelOf(element)?.removeAttribute("data-held");
    if (isField(element)) element.disabled = false;
    else element.removeAttribute("inert");
  }
}

const labelOf = (element: Element): Element | null | undefined =>
  element.closest("label.control")?.querySelector("span");

/** With its label; a part of the page with its panel. */
function wholeOf(element: Element): Element {
  return element.closest("label.control") ?? element.closest("section.panel:not(.bench)") ?? element;
}
