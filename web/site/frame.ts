/**
 * What stands around every page: header with glossary, keys and menu, the notice about damaged links, previous and next,
 * footer. Embedded pages get none of it but the notice.
 *
 *     const frame = new Frame(document.querySelector("#page"), embedded);
 *     frame.show(visit);
 */
import { html, nothing, render } from "lit";
import "../kit/notice";
import { course } from "../lessons/course";
import { words } from "../locale";
import type { PageElement } from "../kit/page-element";
import { open } from "./later";
import type { Visit } from "./router";

export class Frame {
  readonly #root: HTMLElement;
  readonly #embedded: boolean;
  #page: PageElement | undefined;
  #path = "/";
  #damaged: readonly string[] = [];
  #visited = false;

  constructor(root: HTMLElement, embedded: boolean) {
    this.#root = root;
    this.#embedded = embedded;
  }

  show(visit: Visit): void {
    if (!visit.samePage || !this.#page) {
      this.#page?.state?.release();
      this.#page = visit.module.element();
      this.#path = visit.path;
    }
    this.#damaged = this.#page.state?.read(visit.query) ?? [];
    this.#page.state?.bindToAddress(`#${visit.path}`);
    this.#draw();
    document.title = this.#title();
    if (!visit.samePage) scrollTo(0, 0);
    // After a link within the site the keyboard and the screen reader start at the new page.
    if (!visit.samePage && this.#visited) document.querySelector<HTMLElement>("#main")?.focus({ preventScroll: true });
    this.#visited = true;
    if (!visit.samePage) dispatchEvent(new Event("chainwise-shown"));
  }

  #title(): string {
    const lesson = course.find((entry) => entry.path === this.#path);
    const title = lesson ? words.course[lesson.id].title : this.#page?.pageTitle;
    return title ? `${title} · Chainwise` : words.site.title;
  }

  #draw(): void {
    const notice = this.#damaged.length
      ? html`<kit-notice
          .message=${words.site.damagedLink(this.#damaged)}
          @kit-dismiss=${() => {
            this.#damaged = [];
            this.#draw();
          }}
        ></kit-notice>`
      : nothing;
    const main = html`<main id="main" tabindex="-1">${notice}${this.#page}</main>`;
    render(this.#embedded ? main : html`${this.#header()}${main}${this.#neighbours()}${this.#footer()}`, this.#root);
  }

  #header() {
    const position = course.findIndex((entry) => entry.path === this.#path);
    const lesson = course[position];
    return html`
      <a
        class="skip-link"
        href="#main"
        @click=${(event: Event) => {
          // The address carries the page; a jump must not overwrite it.
          event.preventDefault();
          document.querySelector<HTMLElement>("#main")?.focus();
        }}
        >${words.site.skip}</a
      >
      <header class="site-header ui">
        <a class="wordmark" href="#/" translate="no">Chainwise</a>
        ${lesson ? html`<span class="running-head">${words.course[lesson.id].title}</span>` : nothing}
        <span class="frame-buttons">
          <button type="button" class="button bare" @click=${() => open("glossary")}>${words.site.glossary}</button>
          <button type="button" class="button bare" aria-label=${words.site.keys} @click=${() => open("keys")}>
            ?
          </button>
          <button type="button" class="button bare" @click=${() => open("menu")}>${words.site.menu}</button>
        </span>
      </header>
    `;
  }

  #neighbours() {
    const position = course.findIndex((entry) => entry.path === this.#path);
    if (position < 0) return nothing;
    const link = (index: number, label: string, side: string) => {
      const lesson = course[index];
      return lesson
        ? html`<a class=${side} href="#${lesson.path}"
            ><span class="label">${label}</span> <span class="title">${words.course[lesson.id].title}</span></a
          >`
        : nothing;
    };
    return html`<nav class="neighbours" aria-label=${words.site.neighbours}>
      ${link(position - 1, words.site.previous, "previous")}${link(position + 1, words.site.next, "next")}
    </nav>`;
  }

  #footer() {
    return html`<footer class="site-footer ui">
      <p>${words.site.promise}</p>
    </footer>`;
  }
}
