/**
 * What stays on the device: choices and progress, never sent anywhere. Storage may be forbidden (sandboxed
 * frames, private windows); then values last as long as the page.
 *
 *     remember("theme", "dark");
 *     recall("theme")   // "dark"
 */
const kPrefix = "chainwise.";
const memory = new Map<string, string>();

export function remember(key: string, value: string | undefined): void {
  if (value === undefined) memory.delete(key);
  else memory.set(key, value);
  try {
    if (value === undefined) localStorage.removeItem(kPrefix + key);
    else localStorage.setItem(kPrefix + key, value);
  } catch {
    // Kept in memory.
  }
}

export function recall(key: string): string | undefined {
  try {
    return localStorage.getItem(kPrefix + key) ?? memory.get(key);
  } catch {
    return memory.get(key);
  }
}
