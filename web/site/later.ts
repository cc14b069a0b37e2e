/**
 * What nobody needs at first sight comes with the first sign of a reader: dialogs, keys, terms that explain
 * themselves, progress, print. So it is no part of what a page has to fetch before it can be read.
 *
 *     comeLater();
 *     open("glossary");
 */
import { recall } from "../kit/storage";

export type Panel = "menu" | "glossary" | "keys";

const kSigns = ["pointermove", "pointerdown", "keydown", "wheel", "beforeprint"] as const;
const load = () => import("./extras");

export function open(panel: Panel): void {
  void load().then((extras) => extras.open(panel));
}

export function comeLater(): void {
  const come = (event?: Event): void => {
    for (const sign of kSigns) removeEventListener(sign, come);
    // A click before all is there is not lost.
    let click: Event | undefined;
    const keep = (clicked: Event): void => void (click = clicked);
    addEventListener("click", keep);
    void load().then(({ begin }) => {
      removeEventListener("click", keep);
      begin(event, click);
    });
  };
  for (const sign of kSigns) addEventListener(sign, come, { passive: true });
  // A notation other than the usual one is wanted at once.
  if (recall("notation") || location.hash.includes("notation=")) come();
}
