/** The lesson "Optimisers and initialisation" at #/lessons/optimisers. */
import type { PageElement } from "../../kit/page-element";
import "./page";

export function element(): PageElement {
  return document.createElement("lesson-optimisers");
}
