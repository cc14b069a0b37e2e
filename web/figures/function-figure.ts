/**
 * What all figures about one function share: they take a study from the page, or make their own from attributes.
 *
 *     <chainwise-derivation expression="log(2+cos(x))" variable="x" at="1"></chainwise-derivation>
 *     figure.study = study;      // several figures of a page show the same study
 *
 * Event `chainwise-change`, where the reader changes something: a part of `Setting`. A figure with a study of its
 * own obeys at once; with a study of the page's, the page decides.
 */
import { html, nothing, type PropertyValues } from "lit";
import { emit, KitElement } from "../kit/element";
import { words } from "../locale";
import { FunctionStudy, type Setting } from "./function-study";
import { sharedEngine } from "./shared-engine";

export abstract class FunctionFigure extends KitElement {
  static override properties: Record<string, object> = {
    study: { attribute: false },
    expression: {},
    variable: {},
    at: { type: Number },
    failed: { state: true },
  };
  declare study: FunctionStudy | undefined;
  declare expression: string | undefined;
  declare variable: string | undefined;
  declare at: number | undefined;
  declare protected failed: boolean;
  #unsubscribe: (() => void) | undefined;
  #own = false;

  protected abstract renderStudy(study: FunctionStudy): unknown;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#follow();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unsubscribe?.();
  }

  protected override get ready(): boolean {
    return this.study !== undefined;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has("study")) this.#follow();
    if (!this.study && this.expression !== undefined && !this.#own) {
      this.#own = true;
      sharedEngine().then(
        (engine) => (this.study ??= new FunctionStudy(engine, this.expression ?? "x", this.#setting())),
        () => (this.failed = true),
      );
    } else if (this.#own && (changed.has("expression") || changed.has("variable") || changed.has("at"))) {
      this.study?.change({ ...this.#setting(), ...(this.expression === undefined ? {} : { text: this.expression }) });
    }
  }

  /** The reader wants something changed. */
  protected propose(change: Partial<Setting>): void {
    if (this.#own) this.study?.change(change);
    emit(this, "chainwise-change", change);
  }

  protected override render() {
    if (this.failed) return html`<p class="caption">${words.site.engineFailed}</p>`;
    return this.study ? this.renderStudy(this.study) : nothing;
  }

  #setting(): Partial<Setting> {
    return {
      ...(this.variable === undefined ? {} : { variable: this.variable }),
      ...(this.at === undefined ? {} : { x: this.at }),
    };
  }

  #follow(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = this.study?.subscribe(() => this.requestUpdate());
  }
}
