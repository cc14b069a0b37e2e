/**
 * `<kit-notice>`: a sentence the reader should see and may dismiss; read out when it appears.
 *
 *     html`<kit-notice .message=${"Part of the link was damaged."} @kit-dismiss=${hide}></kit-notice>`
 */
import { html } from "lit";
import { define, emit, KitElement } from "./element";
import { words } from "../locale";

export class KitNotice extends KitElement {
  static override properties = { message: {} };
  declare message: string;
  protected override lazy = false;

  constructor() {
    super();
    this.message = "";
  }

  protected override render() {
    return html`<p role="status">${this.message}</p>
      <button class="button" type="button" @click=${() => emit(this, "kit-dismiss", undefined)}>
        ${words.kit.dismiss}
      </button>`;
  }
}

define("kit-notice", KitNotice);

declare global {
  interface HTMLElementTagNameMap {
    "kit-notice": KitNotice;
  }
}
