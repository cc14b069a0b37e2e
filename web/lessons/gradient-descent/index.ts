/** The lesson "Gradient descent" at #/lessons/gradient-descent. */
import type { PageElement } from "../../kit/page-element";
import "./page";

export function element(): PageElement {
  return document.createElement("lesson-gradient-descent");
}
