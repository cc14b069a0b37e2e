/** An address that leads nowhere: says so, and shows the way to the course. */
import { html, render } from "lit";
import { words } from "../locale";
import type { PageElement } from "../kit/page-element";

export function element(): PageElement {
  const page = document.createElement("article");
  page.className = "plain-page";
  render(
    html`<h1>${words.site.unknownTitle}</h1>
      <p class="lead">${words.site.unknownText}</p>
      <p><a class="button primary" href="#/">${words.site.toFront}</a></p>`,
    page,
  );
  return page;
}
