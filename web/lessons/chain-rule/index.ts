/** The lesson "The chain rule" at #/lessons/chain-rule. */
import type { PageElement } from "../../kit/page-element";
import "./page";

export function element(): PageElement {
  return document.createElement("lesson-chain-rule");
}
