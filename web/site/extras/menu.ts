/** The menu: the course with the reader's progress, how the page looks, print, and erasing what is kept. */
import { html, nothing, type TemplateResult } from "lit";
import { notation } from "../../kit/notation";
import type { PageElement } from "../../kit/page-element";
import { course } from "../../lessons/course";
import { words } from "../../locale";
import { extraWords } from "../../locale/extras";
import { erase, progress } from "../progress";
import { progressMark, progressWords } from "../progress-marks";
import { currentTheme, setTheme, themes } from "../theme";
import { redrawDialog, showDialog } from "./dialog";
import { notations, setNotation } from "./notation";
import "./menu.css";
import { printPage } from "./print";

const text = extraWords.menu;
let printing = false;
let erasing: "no" | "asked" | "done" = "no";

export interface MenuActions {
  open(panel: "glossary" | "keys"): void;
  page(): PageElement | null;
}

export function showMenu(actions: MenuActions): void {
  erasing = "no";
  showDialog({ name: "menu", title: text.title, body: () => body(actions) });
}

function body(actions: MenuActions): TemplateResult {
  return html`<nav aria-labelledby="menu-course">
      <h3 id="menu-course">${text.course}</h3>
      ${lessons()}
    </nav>
    <h3>${text.settings}</h3>
    <div class="settings ui">
      ${choose(text.theme, themes, currentTheme(), text.themes, setTheme)}
      ${choose(text.notation, notations, notation.now, text.notations, (name) => setNotation(name, actions.page()))}
      <p class="example">
        <kit-formula tex="\\frac{dh}{dx} = \\frac{dh}{du} \\cdot \\frac{du}{dx}"></kit-formula>
      </p>
    </div>
    <h3>${text.page}</h3>
    <div class="button-row">
      <button type="button" class="button" @click=${() => actions.open("glossary")}>${text.glossary}</button>
      <button type="button" class="button" @click=${() => actions.open("keys")}>${text.keys}</button>
      <button type="button" class="button" ?disabled=${printing} @click=${() => void printed(actions)}>
        ${printing ? text.printing : text.print}
      </button>
    </div>
    <h3>${text.progress}</h3>
    <div class="kept ui">${kept()}</div>`;
}

async function printed(actions: MenuActions): Promise<void> {
  printing = true;
  redrawDialog();
  await printPage(actions.page()).finally(() => (printing = false));
}

function lessons(): TemplateResult {
  const known = progress();
  const here = (path: string): boolean => location.hash.split("?")[0] === `#${path}`;
  return html`<ol class="menu-course ui">
    <li class="to-front">
      <a href="#/" aria-current=${here("/") || location.hash === "" ? "page" : nothing}>${text.front}</a>
    </li>
    ${course.map(({ id, path }, index) => {
      const said = progressWords(known.get(id));
      return html`<li>
        <a href="#${path}" aria-current=${here(path) ? "page" : nothing}
          ><span class="place" aria-hidden="true">${id === "lab" ? "+" : index + 1}</span>
          <span class="title">${words.course[id].title}</span></a
        >
        <span class="state">${progressMark(known.get(id))} ${here(path) && !said ? text.here : said}</span>
      </li>`;
    })}
  </ol>`;
}

function choose<T extends string>(
  label: string,
  choices: readonly T[],
  chosen: T,
  names: Readonly<Record<T, string>>,
  pick: (choice: T) => void,
): TemplateResult {
  return html`<label class="setting"
    ><span>${label}</span
    ><select
      class="field"
      @change=${(event: Event) => {
        const picked = choices[(event.target as HTMLSelectElement).selectedIndex];
        if (picked !== undefined) pick(picked);
      }}
    >
      ${choices.map((choice) => html`<option ?selected=${choice === chosen}>${names[choice]}</option>`)}
    </select></label
  >`;
}

function kept(): TemplateResult {
  const step = (to: typeof erasing) => () => {
    erasing = to;
    if (to === "done") erase();
    redrawDialog();
    // The button that was pressed is gone.
    document.querySelector<HTMLElement>(".kept .button, .kept p")?.focus();
  };
  if (erasing === "done") return html`<p role="status" tabindex="-1">${text.erased}</p>`;
  if (progress().size === 0) return html`<p>${text.none}</p>`;
  return html`<p>${text.kept}</p>
    ${
      erasing === "no"
        ? html`<button type="button" class="button" @click=${step("asked")}>${text.erase}</button>`
        : html`<div class="button-row" role="group" aria-label=${text.sure}>
            <span>${text.sure}</span>
            <button type="button" class="button" @click=${step("no")}>${text.no}</button>
            <button type="button" class="button primary" @click=${step("done")}>${text.yes}</button>
          </div>`
    }`;
}
