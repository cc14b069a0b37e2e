/**
 * Says something to a screen reader without moving the focus. Rapid changes (dragging) are said once, at rest.
 *
 *     announce("At x = 1 the slope is −0.331.");
 */
const kRest = 500;
let region: HTMLElement | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;

export function announce(sentence: string): void {
  if (!region) {
    region = document.createElement("div");
    region.className = "visually-hidden";
    region.setAttribute("role", "status");
    region.setAttribute("aria-live", "polite");
    document.body.append(region);
  }
  clearTimeout(timer);
  const target = region;
  timer = setTimeout(() => {
    // The same sentence twice is not a change that would be read out.
    target.textContent = target.textContent === sentence ? `${sentence}\u00a0` : sentence;
  }, kRest);
}
