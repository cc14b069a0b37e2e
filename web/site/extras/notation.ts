/**
 * The switch between Leibniz, Lagrange and partial derivatives. It is kept on the device; a lesson's link may carry it,
 * which then counts on that page.
 *
 *     setNotation("lagrange", page);
 */
import type { KitFormula } from "../../kit/formula";
import { notation, type NotationName } from "../../kit/notation";
import { recall, remember } from "../../kit/storage";
import { inNotation } from "./notation-text";

export const notations = ["leibniz", "lagrange", "partial"] as const;

const kFigures = "chainwise-derivation, chainwise-number-lines, chainwise-function";

/** Draws what is on the page anew. */
function use(name: NotationName): void {
  if (name === notation.now) return;
  notation.now = name;
  notation.rewrite = (tex) => inNotation(tex, name);
  for (const formula of document.querySelectorAll<KitFormula>("kit-formula")) formula.redraw();
  for (const figure of document.querySelectorAll<HTMLElement & { requestUpdate?(): void }>(kFigures))
    figure.requestUpdate?.();
}

interface PageWithState {
  state?: { values?: { notation?: string }; set?: (change: { notation: string }) => void };
}

/** What the link of this page wants, or else the device. */
export function followPage(page: object | null): void {
  const { state } = (page ?? {}) as PageWithState;
  const wanted = [state?.values?.notation, recall("notation")];
  use(wanted.map((name) => notations.find((known) => known === name)).find(Boolean) ?? "leibniz");
}

export function setNotation(name: NotationName, page: object | null): void {
  remember("notation", name === "leibniz" ? undefined : name);
  const { state } = (page ?? {}) as PageWithState;
  if (state?.values?.notation !== undefined) state.set?.({ notation: name === "leibniz" ? "" : name });
  use(name);
}
