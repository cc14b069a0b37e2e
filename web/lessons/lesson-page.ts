/**
 * What every lesson is: a page with a state that the link carries, the engine as soon as it is there, and figures
 * that are fetched when a reader comes near them.
 *
 *     export class LessonDerivatives extends LessonPage {
 *       readonly state = makeState();
 *       protected override readonly late = { ".table-panel": () => import("...") };
 *       protected override begin(engine: Chainwise): void { this.study = new FunctionStudy(engine, ...); }
 *     }
 */
import { html, nothing, type TemplateResult } from "lit";
import type { Chainwise } from "../engine/api";
import { sharedEngine } from "../figures/shared-engine";
import { KitElement } from "../kit/element";
import { watchScreen } from "../kit/on-screen";
import type { PageElement } from "../kit/page-element";
import { rich } from "../kit/rich-text";
import { words } from "../locale";
import type { LessonId } from "./course";

type Changed = ReadonlySet<string>;

interface PageState extends NonNullable<PageElement["state"]> {
  subscribe(listener: (changed: Changed) => void): () => void;
}

export abstract class LessonPage extends KitElement {
  static override properties: Record<string, object> = { failed: { state: true } };
  declare protected failed: boolean;
  protected override lazy = false;
  abstract readonly state: PageState;
  /** Figures that are fetched late, by the selector of the place whose nearness asks for them. */
  protected readonly late: Readonly<Record<string, () => Promise<unknown>>> = {};
  #stops: (() => void)[] = [];

  constructor() {
    super();
    this.failed = false;
  }

  /** The engine is there: models can be made. */
  protected abstract begin(engine: Chainwise): void;

  /** The reader, or a link, has set something. */
  protected follow(_changed: Changed): void {}

  override connectedCallback(): void {
    super.connectedCallback();
    this.classList.add("lesson");
    this.#stops.push(
      this.state.subscribe((changed) => {
        this.follow(changed);
        this.requestUpdate();
      }),
    );
    sharedEngine().then(
      (engine) => {
        this.begin(engine);
        this.requestUpdate();
      },
      () => (this.failed = true),
    );
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const stop of this.#stops.splice(0)) stop();
  }

  protected override firstUpdated(): void {
    const checks = { "chainwise-check": () => import("../figures/quick-check") };
    for (const [selector, load] of Object.entries({ ...this.late, ...checks })) {
      const place = this.querySelector(selector);
      if (place) this.#stops.push(watchScreen(place, (near) => near && void load()));
    }
  }

  /** Fetches what is fetched late, at once, as for a print. */
  everything(): Promise<unknown> {
    return Promise.all(Object.values(this.late).map((load) => load()));
  }

  protected head(lesson: LessonId, question: string): TemplateResult {
    return html`<header class="lesson-head">
        <h1>${words.course[lesson].title}</h1>
        <p class="lead">${rich(question)}</p>
      </header>
      ${this.failed ? html`<p class="caption">${words.site.engineFailed}</p>` : nothing}`;
  }
}
