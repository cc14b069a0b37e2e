/**
 * Import before uPlot: it asks for number formats in `navigator.language` while it is loaded, and fails where that is
 * no language, as in WebKitGTK under the locale C.
 */
if (typeof navigator !== "undefined") {
  try {
    new Intl.NumberFormat(navigator.language);
  } catch {
    Object.defineProperty(navigator, "language", { value: "en", configurable: true });
  }
}
