/**
 * Runs something once, as soon as a person does anything on the page, or has been there for a while: what is fetched
 * then costs the first picture nothing.
 *
 *     const stop = atFirstSign(() => void import("./tools"));
 */
const kSigns = ["pointermove", "pointerdown", "keydown", "focusin", "scroll"] as const;
/** Readers who listen to a page may give no sign at all. */
const kPatience = 4000;

export function atFirstSign(task: () => void): () => void {
  const stop = (): void => {
    clearTimeout(timer);
    for (const sign of kSigns) removeEventListener(sign, seen, true);
  };
  const seen = (): void => {
    stop();
    task();
  };
  const timer = setTimeout(seen, kPatience);
  for (const sign of kSigns) addEventListener(sign, seen, { capture: true, passive: true });
  return stop;
}
