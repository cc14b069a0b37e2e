/** What comes with the first sign of a reader; see `../later.ts`. */
import { html } from "lit";
import "../../figures/quick-check";
import type { PageElement } from "../../kit/page-element";
import { course } from "../../lessons/course";
import { glossaryWords } from "../../locale/glossary";
import type { Panel } from "../later";
import { opened, solved } from "../progress";
import { closeDialog, showDialog } from "./dialog";
import "./glossary";
import { keyPressed, showKeys } from "./keys";
import { showMenu } from "./menu";
import { followPage } from "./notation";
import { listenToLinks, pointAtLinks } from "./link-pointers";
import { clicked, listenToPointers, pointInto } from "./pointers";
import { preparePrint, unfold } from "./print";
import { closeCard, markTerms } from "./terms";

export function open(panel: Panel): void {
  if (panel === "keys") showKeys(open);
  else if (panel === "menu") showMenu({ open, page: () => here().page });
  else
    showDialog({
      name: "glossary",
      title: glossaryWords.title,
      body: () => html`<chainwise-glossary level="3"></chainwise-glossary>`,
    });
}

/** The page that is shown, and the lesson that it is, if it is one. */
function here() {
  const page = document.querySelector<PageElement & HTMLElement>("#main > :last-child");
  const lesson = course.find(({ path }) => location.hash.split("?")[0] === `#${path}`);
  return { page, lesson };
}

/** A page is there, or another one. */
async function show(): Promise<void> {
  closeDialog();
  closeCard();
  const { page, lesson } = here();
  if (lesson) opened(lesson.id);
  followPage(page);
  if (!page) return;
  await (page as { updateComplete?: Promise<unknown> }).updateComplete;
  markTerms(page);
  pointInto(page);
  pointAtLinks(page);
}

const shown = (): void => void show();

function checkSolved(event: Event): void {
  const { page, lesson } = here();
  const checks = [...(page?.querySelectorAll("chainwise-check") ?? [])];
  const place = checks.indexOf(event.target as HTMLElement & (typeof checks)[number]);
  if (lesson && place >= 0) solved(lesson.id, place, checks.length);
}

let begun = false;

/** `first` is what the reader did, `click` a click since then. */
export function begin(first?: Event, click?: Event): void {
  if (begun) return;
  begun = true;
  addEventListener("chainwise-shown", shown);
  addEventListener("chainwise-solved", checkSolved);
  addEventListener("keydown", (event) => keyPressed(event, open));
  preparePrint();
  listenToPointers();
  listenToLinks();
  void show().then(() => click && clicked(click));
  if (first?.type === "beforeprint") unfold();
  if (first instanceof KeyboardEvent) keyPressed(first, open);
}
