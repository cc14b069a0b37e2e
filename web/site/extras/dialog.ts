/**
 * The frame's dialogs: one at a time, with a title, closed by its button, by Escape, by a click beside it, and by going
 * to another page. The focus goes back to where it was.
 *
 *     showDialog({ name: "keys", title: "Keys", body: () => html`...` });
 */
import { html, render, type TemplateResult } from "lit";
import { extraWords } from "../../locale/extras";
import "./dialog.css";

export interface DialogContent {
  name: string;
  title: string;
  body: () => TemplateResult;
}

let shown: { dialog: HTMLDialogElement; content: DialogContent } | undefined;

export function showDialog(content: DialogContent): void {
  if (shown?.content.name === content.name) return;
  closeDialog();
  const dialog = document.createElement("dialog");
  dialog.className = `frame-dialog ${content.name}`;
  dialog.setAttribute("aria-labelledby", "dialog-title");
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) closeDialog();
  });
  dialog.addEventListener("close", () => {
    dialog.remove();
    if (shown?.dialog === dialog) shown = undefined;
  });
  shown = { dialog, content };
  document.body.append(dialog);
  redrawDialog();
  dialog.showModal();
}

export function closeDialog(): void {
  shown?.dialog.close();
}

/** Something that the dialog shows has changed. */
export function redrawDialog(): void {
  if (!shown) return;
  const { dialog, content } = shown;
  render(
    html`<div class="dialog-inside">
      <header>
        <h2 id="dialog-title">${content.title}</h2>
        <button type="button" class="button" @click=${closeDialog}>${extraWords.close}</button>
      </header>
      ${content.body()}
    </div>`,
    dialog,
  );
}
