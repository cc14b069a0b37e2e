/**
 * `<kit-formula>`: a typeset formula, its symbols coloured by role, with MathML for screen readers.
 *
 *     <kit-formula>u = 2 + \cos x</kit-formula>
 *     <kit-formula display tex="\frac{dh}{dx}"></kit-formula>
 *
 * Attributes and properties: `tex` (or the element's text), `display`; property `roles` (which symbol has which
 * colour; the course's own where left out), property `focusNodes` (ids in `\htmlData{node=...}` to light).
 */
import katex from "katex";
import "katex/dist/katex.min.css";
import "../styles/formulas.css";
import { colourSymbols, standardRoles, type RoleMap } from "./tex-roles";
import { define } from "./element";
import { lighten } from "./formula-boxes";
import { lightParts } from "./formula-parts";
import { addMathmlLater } from "./mathml";
import { notation } from "./notation";

const kCacheSize = 600;
const cache = new Map<string, HTMLElement>();

const options: katex.KatexOptions = {
  throwOnError: false,
  errorColor: "currentColor",
  // `\htmlData` carries node ids and roles; everything else that could reach beyond a formula stays off.
  trust: (context) => context.command === "\\htmlData",
  strict: false,
  maxExpand: 1000,
};

function mathmlOf(tex: string, display: boolean): Node | undefined {
  const made = document.createElement("span");
  try {
    katex.render(tex, made, { ...options, displayMode: display, output: "mathml" });
  } catch {
    return undefined;
  }
  const math = made.querySelector("math");
  if (!math) return undefined;
  // The LaTeX in it, with our marks, is for nobody's eyes or ears.
  math.querySelector("annotation")?.remove();
  const hidden = document.createElement("span");
  hidden.className = "katex-mathml";
  hidden.append(math);
  return hidden;
}

/** Longer or deeper formulas would keep the browser busy for seconds, and nobody could read them. */
const kLongest = 4000;
const kDeepest = 24;

export function isTypesettable(tex: string): boolean {
  if (tex.length > kLongest) return false;
  let depth = 0;
  for (const sign of tex) {
    if (sign === "{" && ++depth > kDeepest) return false;
    if (sign === "}") --depth;
  }
  return true;
}

/** Draws LaTeX into `target`. A formula that was drawn before is copied: KaTeX costs a millisecond, a copy none. */
export function typeset(target: HTMLElement, tex: string, display = false, roles: RoleMap = standardRoles): void {
  if (!isTypesettable(tex)) {
    target.textContent = tex.slice(0, kLongest);
    return;
  }
  const coloured = colourSymbols(tex, roles);
  const key = `${display ? "D" : "I"}${coloured}`;
  let drawn = cache.get(key);
  if (!drawn) {
    drawn = document.createElement("span");
    try {
      katex.render(coloured, drawn, { ...options, displayMode: display, output: "html" });
      lighten(drawn);
    } catch {
      // Hundreds of nested fractions overrun KaTeX's stack; the source is better than nothing.
      drawn.className = "fallback";
      drawn.textContent = tex;
    }
    for (const oldest of cache.keys()) {
      if (cache.size < kCacheSize) break;
      cache.delete(oldest);
    }
    cache.set(key, drawn);
  }
  target.replaceChildren(drawn.cloneNode(true));
  // Where a formula is hidden from listeners, something beside it says it in words.
  if (target.closest("[aria-hidden='true']")) target.querySelector(".katex-mathml")?.remove();
  else addMathmlLater(key, drawn, target, () => mathmlOf(coloured, display));
}

export class KitFormula extends HTMLElement {
  static readonly observedAttributes = ["tex", "display"];
  #tex: string | undefined;
  #roles: RoleMap = standardRoles;
  #focus: readonly number[] = [];

  connectedCallback(): void {
    this.#tex ??= this.getAttribute("tex") ?? this.textContent?.trim() ?? "";
    this.#draw();
  }

  attributeChangedCallback(name: string, _old: string | null, value: string | null): void {
    if (name === "tex") this.tex = value ?? "";
    else this.#draw();
  }

  get tex(): string {
    return this.#tex ?? "";
  }

  set tex(value: string) {
    if (value === this.#tex) return;
    this.#tex = value;
    this.#draw();
  }

  set roles(value: RoleMap) {
    if (value === this.#roles) return;
    this.#roles = value;
    this.#draw();
  }

  set focusNodes(value: readonly number[]) {
    if (value.length === 0 && this.#focus.length === 0) return;
    this.#focus = value;
    this.#mark();
  }

  /** After the notation has changed. */
  redraw(): void {
    this.#draw();
  }

  #draw(): void {
    if (!this.isConnected || this.#tex === undefined) return;
    typeset(this, notation.rewrite(this.#tex), this.hasAttribute("display"), this.#roles);
    if (this.#focus.length > 0) this.#mark();
  }

  #mark(): void {
    lightParts(this, this.#focus);
  }
}

define("kit-formula", KitFormula);

declare global {
  interface HTMLElementTagNameMap {
    "kit-formula": KitFormula;
  }
}
