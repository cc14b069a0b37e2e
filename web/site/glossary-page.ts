/** The glossary as a page of its own, at #/glossary; `?find=weight` looks for something. */
import { html } from "lit";
import { define, KitElement } from "../kit/element";
import { textField } from "../kit/fields";
import type { PageElement } from "../kit/page-element";
import { UrlState } from "../kit/url-state";
import { glossaryWords } from "../locale/glossary";
import "./extras/glossary";

export class GlossaryPage extends KitElement {
  protected override lazy = false;
  readonly pageTitle = glossaryWords.title;
  readonly state = new UrlState({ find: textField({ initial: "", maxLength: 60 }) });
  #unsubscribe: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.classList.add("plain-page", "glossary-page");
    this.#unsubscribe = this.state.subscribe(() => this.requestUpdate());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unsubscribe?.();
  }

  protected override render() {
    return html`<h1>${glossaryWords.title}</h1>
      <p class="lead">${glossaryWords.lead}</p>
      <chainwise-glossary
        level="2"
        .find=${this.state.values.find}
        @chainwise-find=${(event: CustomEvent<{ find: string }>) => this.state.set(event.detail)}
      ></chainwise-glossary>`;
  }
}

define("glossary-page", GlossaryPage);

export function element(): PageElement {
  return new GlossaryPage();
}
