/**
 * A lesson on paper. Before it is printed everything unfolds, the solutions of its quick checks are gathered at the end
 * and links get their addresses; afterwards all is as it was.
 *
 *     preparePrint();
 *     await printPage();      // first fetches the figures that nobody has come near yet
 */
import { html, render } from "lit";
import type { ChainwiseCheck } from "../../figures/quick-check";
import { rich } from "../../kit/rich-text";
import { extraWords } from "../../locale/extras";
import "../../styles/print.css";
import { closeDialog } from "./dialog";

const text = extraWords.print;

interface Derivation extends HTMLElement {
  detail: string;
  everyWay: boolean;
}

/** How long figures may take to draw themselves after they were fetched, in milliseconds. */
const kPatience = 600;

let restore: (() => void)[] = [];

export function preparePrint(): void {
  addEventListener("beforeprint", unfold);
  addEventListener("afterprint", fold);
}

export async function printPage(page: object | null): Promise<void> {
  const lesson = page as { everything?: () => Promise<unknown> } | null;
  await lesson?.everything?.();
  unfold();
  await new Promise((drawn) => setTimeout(drawn, kPatience));
  closeDialog();
  print();
}

export function unfold(): void {
  if (restore.length > 0) return;
  const main = document.querySelector<HTMLElement>("#main");
  if (!main) return;
  // Pictures are painted with the colours of the page: on paper they are the light ones.
  const { dataset } = document.documentElement;
  const { theme } = dataset;
  dataset["theme"] = "light";
  restore.push(() => (theme === undefined ? delete dataset["theme"] : (dataset["theme"] = theme)));
  for (const folded of main.querySelectorAll<HTMLDetailsElement>("details:not([open])")) {
    folded.open = true;
    restore.push(() => (folded.open = false));
  }
  for (const figure of main.querySelectorAll<Derivation>("chainwise-derivation")) {
    const { detail } = figure;
    Object.assign(figure, { detail: "all", everyWay: true });
    restore.push(() => Object.assign(figure, { detail, everyWay: false }));
  }
  for (const figure of main.querySelectorAll("chainwise-gradient-tree")) {
    Object.assign(figure, { everyLine: true });
    restore.push(() => Object.assign(figure, { everyLine: false }));
  }
  const { href } = location;
  for (const link of main.querySelectorAll<HTMLAnchorElement>('a[href^="#/"]')) link.dataset["address"] = link.href;
  const end = document.createElement("div");
  end.className = "print-only";
  render(
    html`${solutions(main)}
      <p class="print-footer">${text.address(href)}</p>`,
    end,
  );
  main.append(end);
  restore.push(() => end.remove());
}

function fold(): void {
  for (const undo of restore.splice(0)) undo();
}

function solutions(main: HTMLElement) {
  const questions = [...main.querySelectorAll<ChainwiseCheck>("chainwise-check")].flatMap(
    ({ question }) => question ?? [],
  );
  if (questions.length === 0) return "";
  return html`<section class="print-solutions">
    <h2>${text.solutions}</h2>
    <ol>
      ${questions.map(({ because }) => html`<li>${rich(because)}</li>`)}
    </ol>
  </section>`;
}
