/** The lesson "The derivative of the cost" at #/lessons/cost-derivative. */
import type { PageElement } from "../../kit/page-element";
import "./page";

export function element(): PageElement {
  return document.createElement("lesson-cost-derivative");
}
