/**
 * Colours by role, for canvas: the page's tokens as the browser computes them now, light or dark.
 *
 *     context.strokeStyle = colour("derivative");
 *     const [r, g, b] = rgb("positive");
 *     onThemeChange(() => redraw());
 */
export type Role = "data" | "parameter" | "value" | "cost" | "derivative";
export type Token =
  | Role
  | "ground"
  | "panel"
  | "inset"
  | "hairline"
  | "outline"
  | "text"
  | "muted"
  | "grid"
  | "axis"
  | "negative"
  | "zero"
  | "positive"
  | "class-3"
  | "class-4"
  | "class-5"
  | "class-6";

const cache = new Map<Token, string>();
const listeners = new Set<() => void>();
let probe: HTMLElement | undefined;

/** A CSS colour such as `rgb(0, 121, 107)`. */
export function colour(token: Token): string {
  const known = cache.get(token);
  if (known !== undefined) return known;
  if (!probe) {
    probe = document.createElement("span");
    probe.hidden = true;
    // Pictures keep their colours where the system has its own for everything else.
    probe.style.setProperty("forced-color-adjust", "none");
    document.body.append(probe);
  }
  // A custom property comes back as written; only a real property is resolved.
  probe.style.color = `var(--${token})`;
  const computed = getComputedStyle(probe).color;
  cache.set(token, computed);
  return computed;
}

export function rgb(token: Token): [red: number, green: number, blue: number] {
  const [red = 0, green = 0, blue = 0] = (colour(token).match(/[\d.]+/g) ?? []).map(Number);
  return [red, green, blue];
}

/** Calls back after light became dark or the reverse. Returns the function that ends it. */
export function onThemeChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function changed(): void {
  cache.clear();
  for (const listener of listeners) listener();
}

if (typeof matchMedia === "function") {
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", changed);
  matchMedia("(forced-colors: active)").addEventListener("change", changed);
  new MutationObserver(changed).observe(document.documentElement, { attributeFilter: ["data-theme"] });
}
