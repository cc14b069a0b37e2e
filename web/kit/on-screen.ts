/**
 * Tells an element whether it is on the screen or within half a screen of it. While the page is being printed,
 * everything is.
 *
 *     const stop = watchScreen(figure, (near) => near ? run() : pause());
 */
type Listener = (near: boolean) => void;

const listeners = new Map<Element, Listener>();

const observer =
  typeof IntersectionObserver === "undefined"
    ? undefined
    : new IntersectionObserver(
        (entries) => {
          for (const entry of entries) listeners.get(entry.target)?.(entry.isIntersecting);
        },
        { rootMargin: "50% 0px" },
      );

export function watchScreen(element: Element, listener: Listener): () => void {
  listeners.set(element, listener);
  observer?.observe(element);
  return () => {
    listeners.delete(element);
    observer?.unobserve(element);
  };
}

if (typeof addEventListener === "function") {
  addEventListener("beforeprint", () => {
    for (const listener of listeners.values()) listener(true);
  });
}
