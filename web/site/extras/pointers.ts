/**
 * Holding a light, and symbols of the text as pointers. A click, or Enter, on what a view of the program lights holds
 * its light in all of them; Escape or a click on the ground lets go. The symbols that the text writes light the same,
 * and are lit by it.
 *
 *     pointInto(page);
 */
import type { KitFormula } from "../../kit/formula";
import { nodeKey, type Key, type Linked } from "../../kit/linked";
import "./pointers.css";

/** What a page with several views of one program offers. */
interface Pointing {
  linked: Linked;
  /** The program's nodes by their typeset names. */
  nodes: readonly { id: number; name: string; latex: string }[];
}

interface PointingPage extends HTMLElement {
  readonly pointing?: Pointing | undefined;
}

/** What does something else when it is clicked, and leaves the light as it is. */
const kControls = ".button, a, summary, label, input, select, kit-slider, [role=slider], dialog";

let page: PointingPage | undefined;
let unsubscribe: (() => void) | undefined;
/** What the page was marked for: its program may change. */
let marked: Pointing["nodes"] | undefined;
/** What was lit when the pointer went down: on a touch screen it has left by the time of the click. */
let touched: ReadonlySet<Key> = new Set();

/** Symbols of the text, lines of a program, sliders: whatever stands for one node. */
const kPointers = ".prose kit-formula.pointer, .five-lines .line, kit-slider[data-name]";

/** w_{1} and w_1 are the same. */
const plain = (tex: string): string => tex.replace(/\{(\w)\}/g, "$1");

function keysOf(pointer: HTMLElement): Set<Key> {
  const name = pointer.dataset["name"] ?? pointer.querySelector<HTMLElement>("[data-name]")?.dataset["name"];
  const tex = plain((pointer as KitFormula).tex ?? "");
  const node = page?.pointing?.nodes.find((one) => (name === undefined ? plain(one.latex) === tex : one.name === name));
  return new Set(node ? [nodeKey(node.id)] : []);
}

export function pointInto(shown: HTMLElement): void {
  unsubscribe?.();
  page = shown;
  mark();
}

/** The first mention of each symbol can be reached by the keyboard; all of them by the pointer. */
function mark(): void {
  const pointing = page?.pointing;
  if (!page || !pointing) return;
  marked = pointing.nodes;
  unsubscribe?.();
  unsubscribe = pointing.linked.subscribe(light);
  const names = new Map(pointing.nodes.map(({ latex, name }) => [plain(latex), name]));
  const seen = new Set<string>();
  for (const formula of page.querySelectorAll<KitFormula>(".prose kit-formula")) {
    const name = names.get(plain(formula.tex));
    const known = name !== undefined && !formula.closest("chainwise-check, button, label, summary");
    formula.classList.toggle("pointer", known);
    if (known && !seen.has(formula.tex)) {
      formula.tabIndex = 0;
      formula.setAttribute("role", "math");
      formula.setAttribute("aria-label", name);
    }
    if (known) seen.add(formula.tex);
  }
}

function light(): void {
  for (const pointer of page?.querySelectorAll<HTMLElement>(kPointers) ?? []) {
    const lit = [...keysOf(pointer)].some((key) => page?.pointing?.linked.lights(key));
    pointer.classList.toggle("lit", lit);
  }
}

const symbolAt = (event: Event): HTMLElement | null =>
  (event.target as Element).closest?.<HTMLElement>(kPointers) ?? null;

function look(event: Event): void {
  // The engine may have come after the page was marked, or another program.
  if (page?.pointing && marked !== page.pointing.nodes) mark();
  const symbol = symbolAt(event);
  if (symbol) page?.pointing?.linked.point(keysOf(symbol));
}

function leave(event: Event): void {
  if (symbolAt(event)) page?.pointing?.linked.leave();
}

export function clicked(event: Event): void {
  const linked = page?.pointing?.linked;
  if (!linked) return;
  if ((event.target as Element).closest?.(kControls)) return;
  const keys = linked.pointed.size > 0 ? linked.pointed : touched;
  if (keys.size > 0) linked.hold(keys);
  else linked.release();
}

function pressed(event: KeyboardEvent): void {
  const linked = page?.pointing?.linked;
  if (event.key === "Escape" && !event.defaultPrevented) {
    linked?.release();
    linked?.leave();
  }
  const symbol = event.key === "Enter" || event.key === " " ? symbolAt(event) : null;
  if (!symbol || symbol !== event.target) return;
  event.preventDefault();
  linked?.hold(keysOf(symbol));
}

export function listenToPointers(): void {
  for (const sign of ["pointerover", "focusin"]) addEventListener(sign, look);
  for (const sign of ["pointerout", "focusout"]) addEventListener(sign, leave);
  addEventListener("pointerdown", () => (touched = new Set(page?.pointing?.linked.pointed)));
  addEventListener("click", clicked);
  addEventListener("keydown", pressed);
}
