/**
 * Where the text speaks of a link of the chain, as du/dx or as "the inner derivative", it points at that link in every
 * figure of the page: number lines, derivation, product. A click or Enter holds the light, Escape lets go.
 *
 *     pointAtLinks(page);
 */
import type { KitFormula } from "../../kit/formula";
import { entryOf, termIn } from "./glossary";

const kLink = /^\\[dt]?frac\{d\w\}\{d\w\}/;
const kPages = "lesson-chain-rule, lesson-derivatives";

let page: HTMLElement | undefined;
let held: string | undefined;

/** The link that a formula begins with, however large it is set. */
function linkOf(tex: string): string | undefined {
  return kLink.exec(tex.replace(/^\\displaystyle\s*/, ""))?.[0].replace(/[dt]frac/, "frac");
}

/** The link that something in the text speaks of. */
function spokenOf(target: EventTarget | null): string | undefined {
  const place = (target as Element | null)?.closest?.<HTMLElement>(".prose kit-formula.link-pointer, .prose em.term");
  if (!place || !page?.contains(place)) return undefined;
  if (place.localName === "kit-formula") return linkOf((place as KitFormula).tex);
  const id = termIn(place.textContent ?? "");
  return id === "innerDerivative" || id === "outerDerivative" ? linkOf(entryOf(id).formula ?? "") : undefined;
}

function light(link: string | undefined): void {
  for (const formula of page?.querySelectorAll<KitFormula>("kit-formula") ?? [])
    formula.classList.toggle("link-lit", link !== undefined && linkOf(formula.tex) === link);
}

export function pointAtLinks(shown: HTMLElement): void {
  page = shown.matches(kPages) ? shown : undefined;
  held = undefined;
  const seen = new Set<string>();
  for (const formula of page?.querySelectorAll<KitFormula>(".prose p:not(.rule) kit-formula") ?? []) {
    const link = linkOf(formula.tex);
    if (link === undefined || formula.tex !== link || formula.closest("chainwise-check")) continue;
    formula.classList.add("link-pointer");
    if (!seen.has(link)) {
      formula.tabIndex = 0;
      formula.setAttribute("role", "math");
      formula.setAttribute("aria-label", link.replace(/^\\frac\{(\w+)\}\{(\w+)\}$/, "$1/$2"));
    }
    seen.add(link);
  }
}

function hold(link: string | undefined): void {
  held = link === held ? undefined : link;
  light(held);
}

export function listenToLinks(): void {
  for (const sign of ["pointerover", "focusin"])
    addEventListener(sign, ({ target }) => page && light(spokenOf(target) ?? held));
  addEventListener("click", ({ target }) => {
    const link = spokenOf(target);
    if (link !== undefined || held !== undefined) hold(link);
  });
  addEventListener("keydown", (event) => {
    if (event.key === "Escape") hold(held);
    if (event.key !== "Enter" || !(event.target as Element).classList?.contains("link-pointer")) return;
    event.preventDefault();
    hold(spokenOf(event.target));
  });
}
