/**
 * Adds MathML, which screen readers speak, to formulas that are on the page already, while the browser has nothing
 * else to do: it takes as long as drawing them, and a formula that is being typed is replaced soon.
 *
 *     addMathmlLater(key, drawn, target, () => mathmlOf(tex));
 */
interface Waiting {
  make: () => Node | undefined;
  /** The copy that later formulas are cloned from. */
  original: HTMLElement;
  targets: Set<HTMLElement>;
}

const waiting = new Map<string, Waiting>();
/** What each element shows now. */
const shown = new WeakMap<HTMLElement, string>();
const kSlice = 6;
let scheduled = false;

export function addMathmlLater(
  key: string,
  original: HTMLElement,
  target: HTMLElement,
  make: () => Node | undefined,
): void {
  shown.set(target, key);
  // A copy of it has it as well.
  if (original.querySelector(".katex-mathml")) return;
  const known = waiting.get(key);
  if (known) known.targets.add(target);
  else waiting.set(key, { make, original, targets: new Set([target]) });
  schedule();
}

function schedule(): void {
  if (scheduled) return;
  scheduled = true;
  if (typeof requestIdleCallback === "function") requestIdleCallback(work, { timeout: 1000 });
  else setTimeout(work, 150);
}

function work(deadline?: IdleDeadline): void {
  scheduled = false;
  const end = performance.now() + Math.max(kSlice, deadline?.timeRemaining() ?? 0);
  for (const [key, { make, original, targets }] of waiting) {
    if (performance.now() > end) return schedule();
    waiting.delete(key);
    const current = [...targets].filter((target) => target.isConnected && shown.get(target) === key);
    // Nobody sees it any more; where it is drawn again, it is asked for again.
    if (current.length === 0) continue;
    const mathml = make();
    if (!mathml) continue;
    for (const place of [original, ...current]) place.querySelector(".katex")?.prepend(mathml.cloneNode(true));
  }
}
