/**
 * `<chainwise-listing>`: a program and its backward pass as code that runs. Pointing at a line lights the node that it
 * computes in every view of the page, and the reverse.
 *
 *     html`<chainwise-listing .trace=${trace} .lines=${lines} language="python" .linked=${linked}></chainwise-listing>`
 *
 * Properties: `trace`, `lines` (of the engine), `language`, `linked`. Event `chainwise-language`: `{ language }`.
 */
import { html, nothing } from "lit";
import type { ListingLine } from "../engine/api";
import { define, emit } from "../kit/element";
import { nodeKey } from "../kit/linked";
import { keepStop, moveAmong } from "../kit/roving";
import { text as lesson } from "../locale/lessons/backpropagation";
import { LinkedFigure } from "./linked-figure";
import "./listing.css";

const text = lesson.code.figure;
const kLanguages = ["python", "cpp", "javascript"] as const;

export class ChainwiseListing extends LinkedFigure {
  static override properties = {
    ...LinkedFigure.properties,
    lines: { attribute: false },
    language: {},
    copied: { state: true },
  };
  declare lines: readonly ListingLine[];
  declare language: string;
  declare protected copied: boolean;

  constructor() {
    super();
    this.lines = [];
    this.language = "python";
    this.copied = false;
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    super.willUpdate(changed);
    if (changed.has("lines")) this.copied = false;
  }

  protected override render() {
    const { lines, language } = this;
    if (lines.length === 0) return nothing;
    const first = lines.findIndex(({ node }) => node !== undefined);
    return html`<div class="button-row" role="group" aria-label=${text.language}>
        ${kLanguages.map(
          (choice) =>
            html`<button
              type="button"
              class="button"
              aria-pressed=${choice === language ? "true" : "false"}
              @click=${() => emit(this, "chainwise-language", { language: choice })}
            >
              ${text.languages[choice]}
            </button>`,
        )}
        <button type="button" class="button bare copy" @click=${() => void this.#copy()}>
          ${this.copied ? text.copied : text.copy}
        </button>
      </div>
      <div
        class="listing"
        translate="no"
        role="group"
        aria-label=${text.label}
        @keydown=${moveAmong(".line[data-node]")}
        @focusin=${keepStop(".line[data-node]")}
      >
        ${lines.map((line, index) => this.#line(line, index === first))}
      </div>`;
  }

  #line({ text: code, node, pass }: ListingLine, stop: boolean) {
    if (node === undefined) return html`<div class="line ${pass}" .textContent=${code || " "}></div>`;
    const name = this.trace?.nodes.get(node)?.name ?? "";
    const look = () => this.point([nodeKey(node)]);
    return html`<button
      type="button"
      class="line ${pass} ${this.lightsNode(node) ? "lit" : ""}"
      data-node=${name}
      tabindex=${stop ? 0 : -1}
      @pointerenter=${look}
      @pointerleave=${this.leave}
      @focus=${look}
      @blur=${this.leave}
      .textContent=${code}
    ></button>`;
  }

  async #copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.lines.map((line) => line.text).join("\n"));
      this.copied = true;
    } catch {
      // The clipboard may be closed to us; the code can be marked by hand.
    }
  }
}

define("chainwise-listing", ChainwiseListing);

declare global {
  interface HTMLElementTagNameMap {
    "chainwise-listing": ChainwiseListing;
  }
}
