/**
 * Where in a typed text something is wrong: the text around the place, marked, with a caret below it.
 *
 *     errorPlace("sin(3x", { position: 3, length: 1, ... })
 */
import { html, nothing } from "lit";
import type { ChainwiseError } from "../engine/api";

/** So much of a long text stands around the place of an error. */
const kContext = 24;

export function errorPlace(text: string, error: ChainwiseError) {
  if (text.trim() === "" || error.position === undefined) return nothing;
  const at = Math.min(error.position, text.length);
  const length = Math.max(1, Math.min(error.length ?? 1, kContext));
  const lineStart = text.lastIndexOf("\n", at - 1) + 1;
  const lineEnd = text.indexOf("\n", at) < 0 ? text.length : text.indexOf("\n", at);
  const from = Math.max(lineStart, at - kContext);
  const before = (from > lineStart ? "…" : "") + text.slice(from, at);
  const here = text.slice(at, Math.min(lineEnd, at + length));
  const afterEnd = Math.min(lineEnd, at + length + kContext);
  const after = text.slice(at + length, afterEnd) + (afterEnd < lineEnd ? "…" : "");
  const caret = " ".repeat([...before].length) + "^".repeat(Math.max(1, [...here].length));
  return html`<pre class="place" aria-hidden="true">
${before}<mark>${here || " "}</mark>${after}
${caret}</pre>`;
}
