/** Undo and redo as buttons that say what they take back; and the bench shown alone. */
import { html, type TemplateResult } from "lit";
import { text } from "../locale/lab-history";
import type { LabDesk } from "./desk";

export function historyBar({ history, undo, redo }: LabDesk, page: HTMLElement): TemplateResult {
  const words = text.history;
  const button = (
    label: (name: string) => string,
    name: string | undefined,
    keys: string,
    said: string,
    go: () => Promise<void>,
  ) =>
    html`<button
      type="button"
      class="button"
      title=${said}
      aria-keyshortcuts=${keys}
      ?disabled=${name === undefined}
      @click=${() => void go()}
    >
      ${name === undefined ? label("") : label(name)}
    </button>`;
  return html`<div class="button-row ui history">
    ${button(words.undo, history.undoName, "Control+Z", words.undoKeys, undo)}
    ${button(words.redo, history.redoName, "Control+Shift+Z", words.redoKeys, redo)}
    <button
      type="button"
      class="button present"
      title="F"
      @click=${() => void import("./teach/present").then(({ present }) => present(page))}
    >
      ${"presenting" in document.documentElement.dataset ? text.leave : text.present}
    </button>
  </div>`;
}
