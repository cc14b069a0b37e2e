/**
 * Watches in the page what the Tab key reaches: whatever has no name, or no mark that shows that it has the focus, is
 * noted in `window.focusFaults`.
 *
 *     await page.addInitScript(watchFocus);
 */
declare global {
  interface Window {
    focusFaults: string[];
  }
}

export function watchFocus(): void {
  window.focusFaults = [];
  let byTab = false;
  let last: { element: Element; look: string } | undefined;

  const nameOf = (element: Element): string => {
    const others = (element.getAttribute("aria-labelledby") ?? "").split(" ").filter(Boolean);
    const labels = [...((element as HTMLInputElement).labels ?? [])];
    const told = [...others.map((id) => document.getElementById(id)), ...labels, element];
    const texts = told.map((part) => part?.textContent ?? "");
    return [element.getAttribute("aria-label"), element.getAttribute("title"), ...texts].join("").trim();
  };
  const look = (element: Element): string =>
    [element, ...element.querySelectorAll("*")]
      .slice(0, 40)
      .map((part) => {
        const { outlineStyle, outlineWidth, boxShadow, stroke, strokeWidth, borderColor } = getComputedStyle(part);
        return [outlineStyle, outlineWidth, boxShadow, stroke, strokeWidth, borderColor].join();
      })
      .join(";");
  const where = (element: Element): string => {
    const parent = element.parentElement;
    return `${location.hash}: ${parent?.localName}.${parent?.getAttribute("class") ?? ""} > ${element.outerHTML.slice(0, 120)}`;
  };

  addEventListener("keydown", ({ key }) => (byTab = key === "Tab"), true);
  addEventListener(
    "focusin",
    ({ target }) => {
      if (last && last.element.isConnected && look(last.element) === last.look) {
        window.focusFaults.push(`no mark: ${where(last.element)}`);
      }
      last = undefined;
      if (!byTab || !(target instanceof Element)) return;
      if (nameOf(target) === "") window.focusFaults.push(`no name: ${where(target)}`);
      const { outlineStyle, outlineWidth } = getComputedStyle(target);
      // Where there is no outline, something else has to look different from when the focus is elsewhere.
      if (outlineStyle === "none" || parseFloat(outlineWidth) < 1) last = { element: target, look: look(target) };
    },
    true,
  );
}
