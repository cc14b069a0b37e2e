/** The laboratory at #/lab. */
import type { PageElement } from "../kit/page-element";
import "./page";

export function element(): PageElement {
  return document.createElement("lab-page");
}
