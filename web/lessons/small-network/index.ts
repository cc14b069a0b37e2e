/** The lesson "A very small network" at #/lessons/small-network. */
import type { PageElement } from "../../kit/page-element";
import "./page";

export function element(): PageElement {
  return document.createElement("lesson-small-network");
}
