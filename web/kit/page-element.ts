/**
 * What a page is to the frame around it: a module that makes an element, and the state of that element.
 *
 *     export function element(): PageElement { return document.createElement("lesson-chain-rule"); }
 */
import type { UrlState } from "./url-state";

/** Pages without state leave it out. */
export interface PageElement extends HTMLElement {
  /** For pages that are no lessons. */
  readonly pageTitle?: string;
  readonly state?: Pick<UrlState<Record<never, never>>, "read" | "bindToAddress" | "release">;
}

export interface PageModule {
  /** Makes the page's element, anew for each visit. */
  element(): PageElement;
}
