/** The lesson "Derivatives" at #/lessons/derivatives. */
import type { PageElement } from "../../kit/page-element";
import "./page";

export function element(): PageElement {
  return document.createElement("lesson-derivatives");
}
