/** A lesson that is announced and not written yet: says so, and leads to one that is there. */
import { html, render } from "lit";
import { course } from "../lessons/course";
import { words } from "../locale";
import type { PageElement } from "../kit/page-element";
import { readAddress } from "./router";

export function element(): PageElement {
  const page = document.createElement("article");
  page.className = "plain-page";
  const lesson = course.find((entry) => entry.path === readAddress(location.hash).path);
  if (!lesson) return page;
  render(
    html`<h1>${words.course[lesson.id].title}</h1>
      <p class="lead">${words.course[lesson.id].summary}</p>
      <p>${words.site.coming}</p>
      <p>${words.site.meanwhile}</p>
      <ul>
        ${course
          .filter((entry) => entry.load)
          .map((entry) => html`<li><a href="#${entry.path}">${words.course[entry.id].title}</a></li>`)}
      </ul>`,
    page,
  );
  return page;
}
