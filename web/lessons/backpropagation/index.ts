/** The lesson "Backpropagation in a fully connected network" at #/lessons/backpropagation. */
import type { PageElement } from "../../kit/page-element";
import "./page";

export function element(): PageElement {
  return document.createElement("lesson-backpropagation");
}
