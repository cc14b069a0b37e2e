/**
 * Terms in the text explain themselves: the first use of each, as a lesson introduces it, opens a card with what it
 * means, by click or by Enter.
 *
 *     markTerms(page);
 */
import { html, render } from "lit";
import { extraWords } from "../../locale/extras";
import { glossaryWords } from "../../locale/glossary";
import type { EntryId } from "./glossary-entries";
import { explanation, saidOf, termIn } from "./glossary";

let card: { element: HTMLElement; term: HTMLElement } | undefined;

export function markTerms(page: Element): void {
  const seen = new Set<EntryId>();
  for (const term of page.querySelectorAll<HTMLElement>(".lesson-head em, .prose em")) {
    const id = termIn(term.textContent ?? "");
    if (!id || seen.has(id) || term.closest("summary, label, button")) continue;
    seen.add(id);
    if (term.classList.contains("term")) continue;
    term.classList.add("term");
    term.tabIndex = 0;
    term.setAttribute("role", "button");
    term.setAttribute("aria-haspopup", "dialog");
    term.addEventListener("click", () => (card?.term === term ? closeCard() : openCard(term, id)));
    term.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      openCard(term, id);
    });
  }
}

function openCard(term: HTMLElement, id: EntryId): void {
  closeCard();
  const element = document.createElement("div");
  element.className = "term-card";
  element.tabIndex = -1;
  element.setAttribute("role", "dialog");
  element.setAttribute("aria-label", saidOf(id).term);
  const { head, body } = explanation(id);
  render(
    html`<div class="head">
        ${head}
        <button type="button" class="button bare" @click=${() => closeCard(true)}>${extraWords.close}</button>
      </div>
      ${body}
      <p class="where"><a href="#/glossary">${glossaryWords.all}</a></p>`,
    element,
  );
  document.body.append(element);
  card = { element, term };
  term.setAttribute("aria-expanded", "true");
  place(element, term);
  element.focus({ preventScroll: true });
  element.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    closeCard(true);
  });
  document.addEventListener("pointerdown", outside);
  document.addEventListener("focusin", outside);
}

/** Under the term; above it where there is no room below. */
function place(element: HTMLElement, term: HTMLElement): void {
  const kAir = 12;
  const at = term.getClientRects()[0] ?? term.getBoundingClientRect();
  const room = document.documentElement.clientWidth - element.offsetWidth - kAir;
  const below = at.bottom + 6 + element.offsetHeight < innerHeight || at.top < element.offsetHeight + kAir;
  const top = below ? at.bottom + 6 : at.top - element.offsetHeight - 6;
  element.style.left = `${Math.max(kAir, Math.min(room, at.left - kAir))}px`;
  element.style.top = `${top + scrollY}px`;
}

function outside(event: Event): void {
  const target = event.target as Node;
  if (!card || card.element.contains(target) || card.term.contains(target)) return;
  closeCard();
}

export function closeCard(back = false): void {
  if (!card) return;
  const { element, term } = card;
  card = undefined;
  element.remove();
  term.setAttribute("aria-expanded", "false");
  document.removeEventListener("pointerdown", outside);
  document.removeEventListener("focusin", outside);
  if (back) term.focus({ preventScroll: true });
}
