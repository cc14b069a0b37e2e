/**
 * What a page shows and says, read in the browser. The functions run in the page, so each stands by itself.
 *
 *     expect(await page.evaluate(readPage)).toEqual({ untranslated: [], cut: [], turned: [] });
 */
export interface Reading {
  /** Texts and names with two letters of English or more in a row. */
  untranslated: string[];
  /** Texts of which a part cannot be seen, and cannot be scrolled to. */
  cut: string[];
  /** Formulas, plots and code that run from right to left. */
  turned: string[];
}

export function readPage(): Reading {
  const untranslated = new Set<string>();
  const cut = new Set<string>();
  const turned = new Set<string>();
  const kNames = ["aria-label", "aria-valuetext", "aria-roledescription", "title", "alt", "placeholder"];
  const kSame = ".katex, math, code, pre, input, textarea, script, style, [translate='no']";
  const where = (element: Element): string => {
    const path: string[] = [];
    for (let at: Element | null = element; at && path.length < 3; at = at.parentElement) {
      path.unshift(at.localName + (at.classList.length > 0 ? `.${[...at.classList].join(".")}` : ""));
    }
    return path.join(" > ");
  };
  // Names of functions and numbers are mathematics: exp, yhat, dx.
  const kMathematics = /\b(?:d[a-z]|yhat\d*|exp|log|sin|cos|tan|tanh|sqrt|abs|sigmoid|relu)\d*\b/g;
  const isEnglish = (text: string): boolean => /[A-Za-z]{2}/.test(text.replace(kMathematics, ""));

  for (const element of document.querySelectorAll("body *")) {
    for (const name of kNames) {
      const value = element.getAttribute(name);
      if (value && isEnglish(value) && !element.closest(kSame))
        untranslated.add(`${where(element)} [${name}] ${value}`);
    }
    const source = element.matches("svg, code, .katex, canvas");
    if (source && getComputedStyle(element).direction !== "ltr") turned.add(where(element));
  }

  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  while (texts.nextNode()) {
    const text = texts.currentNode;
    const element = text.parentElement;
    const said = text.textContent?.trim();
    if (!element || !said || !/\p{L}/u.test(said) || element.closest("script, style, option, noscript")) continue;
    if (!element.closest(kSame) && isEnglish(said)) untranslated.add(`${where(element)}: ${said}`);
    if (element.closest(".visually-hidden, .katex-mathml") || !element.checkVisibility({ visibilityProperty: true }))
      continue;
    range.selectNodeContents(text);
    const box = range.getBoundingClientRect();
    let scrolls = false;
    for (let at: Element | null = element; at && at !== document.documentElement && !scrolls; at = at.parentElement) {
      const { overflowX, overflowY, display } = getComputedStyle(at);
      if (display === "inline" || display === "contents") continue;
      const room = at.getBoundingClientRect();
      const over = Math.max(room.left - box.left, box.right - room.right);
      const above = Math.max(room.top - box.top, box.bottom - room.bottom);
      scrolls = /auto|scroll/.test(overflowX + overflowY);
      const clips = /hidden|clip/.test(overflowX) && over > 2;
      const clipsAcross = /hidden|clip/.test(overflowY) && above > 4;
      const sticksOut = !scrolls && at === element && at instanceof HTMLElement && at.scrollWidth > at.clientWidth + 2;
      if (!scrolls && (clips || clipsAcross || sticksOut)) cut.add(`${where(element)} in ${at.localName}: ${said}`);
    }
    const beyond = box.left < -1 || box.right > document.documentElement.clientWidth + 1;
    if (!scrolls && beyond) cut.add(`${where(element)} beyond the screen: ${said}`);
  }
  return { untranslated: [...untranslated], cut: [...cut], turned: [...turned] };
}
