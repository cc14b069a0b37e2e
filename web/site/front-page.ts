/** The front page: what this is, one live figure, the course. */
import { html, nothing } from "lit";
import "../figures/function-field";
import { FunctionStudy, type Setting } from "../figures/function-study";
import "../figures/number-lines";
import { sharedEngine } from "../figures/shared-engine";
import { define, KitElement } from "../kit/element";
import { numberField, textField } from "../kit/fields";
import { rich } from "../kit/rich-text";
import { UrlState } from "../kit/url-state";
import { course } from "../lessons/course";
import { words } from "../locale";
import { progressWords as going } from "../locale/progress";
import "./front-page.css";
import type { PageElement } from "../kit/page-element";
import { kProgressEvent, next, progress, type LessonProgress } from "./progress";
import { progressMark, progressWords } from "./progress-marks";

const table = {
  expression: textField({ initial: "log(2+cos(x))", maxLength: 1500 }),
  x: numberField({ initial: 1, min: -100, max: 100, step: 0.1 }),
};

export class FrontPage extends KitElement {
  static override properties = { study: { state: true }, failed: { state: true } };
  declare protected study: FunctionStudy | undefined;
  declare protected failed: boolean;
  protected override lazy = false;
  readonly state = new UrlState(table);
  #unsubscribe: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.classList.add("front");
    this.#unsubscribe = this.state.subscribe((changed) => {
      const { expression, x } = this.state.values;
      this.study?.change({ x, ...(changed.has("expression") ? { text: expression } : {}) });
      this.requestUpdate();
    });
    addEventListener(kProgressEvent, this.#draw);
    sharedEngine().then(
      (engine) => (this.study ??= new FunctionStudy(engine, this.state.values.expression, { x: this.state.values.x })),
      () => (this.failed = true),
    );
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unsubscribe?.();
    removeEventListener(kProgressEvent, this.#draw);
  }

  #change = (event: CustomEvent<Partial<Setting>>): void => {
    const { text, x } = event.detail;
    if (text !== undefined) {
      this.study?.change({ text });
      if (!this.study?.error && text.length <= 1500) this.state.set({ expression: text });
    }
    if (x !== undefined) this.state.set({ x });
  };

  #draw = (): void => this.requestUpdate();

  /** Where a reader who comes back goes on. */
  #goOn() {
    const place = course.findIndex(({ id }) => id === next());
    const lesson = course[place];
    if (!lesson) return nothing;
    return html`<a class="button go-on" href="#${lesson.path}"
      >${lesson.id === "lab" ? going.goOnLab : going.goOn(place + 1)}</a
    >`;
  }

  #progress(of: LessonProgress | undefined) {
    return of ? html`<span class="state ui">${progressMark(of)} ${progressWords(of)}</span>` : nothing;
  }

  protected override render() {
    const query = this.state.query();
    const known = progress();
    return html`
      <section class="scene split opening">
        <div class="prose">
          <h1>${words.front.title}</h1>
          <p class="lead">${rich(words.front.lead)}</p>
          <p>
            <a class="button primary" href="#/lessons/chain-rule${query ? `?${query}` : ""}">${words.front.toLesson}</a>
            ${this.#goOn()}
          </p>
        </div>
        <div class="stage">
          <div class="panel live" @chainwise-change=${this.#change}>
            ${
              this.failed
                ? html`<p class="caption">${words.site.engineFailed}</p>`
                : html`<chainwise-function compact .study=${this.study}></chainwise-function>
                    <chainwise-number-lines .study=${this.study}></chainwise-number-lines>`
            }
          </div>
        </div>
        <ul class="prose points">
          ${words.front.points.map((point) => html`<li>${point}</li>`)}
        </ul>
      </section>
      <section class="course" aria-labelledby="course">
        <h2 id="course">${words.front.courseTitle}</h2>
        <p class="lead">${words.front.courseLead}</p>
        <ol>
          ${course.map(
            (lesson) =>
              html`<li>
                <a href="#${lesson.path}"
                  ><span class="title">${words.course[lesson.id].title}</span>
                  <span class="summary">${rich(words.course[lesson.id].summary)}</span></a
                >
                ${this.#progress(known.get(lesson.id))}
              </li>`,
          )}
        </ol>
      </section>
    `;
  }
}

define("front-page", FrontPage);

export function element(): PageElement {
  return new FrontPage();
}
