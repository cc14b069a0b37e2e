/**
 * The laboratory for a room full of people: the bench and its controls alone, large. Escape or the same button leaves.
 *
 *     present(page)   // on; once more: off
 */
import "./present.css";

let leave: (() => void) | undefined;

export function present(page: HTMLElement): void {
  if (leave) return leave();
  const root = document.documentElement;
  const before = scrollY;
  root.dataset["presenting"] = "";
  const gone = new MutationObserver(() => !page.isConnected && leave?.());
  const key = (event: KeyboardEvent): void => {
    if (event.key !== "Escape" || event.defaultPrevented || document.querySelector("dialog[open]")) return;
    leave?.();
  };
  leave = () => {
    leave = undefined;
    delete root.dataset["presenting"];
    document.removeEventListener("keydown", key);
    gone.disconnect();
    scrollTo(0, before);
    page.dispatchEvent(new Event("lab-presenting"));
  };
  document.addEventListener("keydown", key);
  gone.observe(document.body, { childList: true, subtree: true });
  scrollTo(0, 0);
  page.dispatchEvent(new Event("lab-presenting"));
}
