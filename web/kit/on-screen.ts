/**
 * Tells an element whether it is on the screen or within half a screen of it. While the page is being printed,
 * everything is. Also runs what waited for a quiet moment.
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

/** Once the next picture is on the screen: for what may be a frame late, so that what was asked for is there sooner. */
export function afterPicture(task: () => void): void {
  requestAnimationFrame(() => setTimeout(task));
}

const kRest = 300;
const resting = new Set<() => void>();
let timer: ReturnType<typeof setTimeout> | undefined;

/** Once nothing has been asked for a while, and the browser is idle: one task after another, in turns. */
export function atRest(task: () => void): void {
  resting.add(task);
  clearTimeout(timer);
  timer = setTimeout(runOne, kRest);
}

function runOne(): void {
  const run = (): void => {
    const [task] = resting;
    if (!task) return;
    resting.delete(task);
    task();
    timer = setTimeout(runOne);
  };
  if (typeof requestIdleCallback === "function") requestIdleCallback(run, { timeout: 1000 });
  else run();
}

if (typeof addEventListener === "function") {
  addEventListener("beforeprint", () => {
    for (const listener of listeners.values()) listener(true);
  });
}
