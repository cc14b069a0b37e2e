/**
 * Light, dark, or as the system has it. The choice stays on the device.
 *
 *     applyTheme();              // at the start
 *     setTheme("dark");
 */
import { recall, remember } from "../kit/storage";

export const themes = ["system", "light", "dark"] as const;
export type Theme = (typeof themes)[number];

export function currentTheme(): Theme {
  return themes.find((theme) => theme === recall("theme")) ?? "system";
}

export function setTheme(theme: Theme): void {
  remember("theme", theme === "system" ? undefined : theme);
  applyTheme();
}

export function applyTheme(): void {
  const theme = currentTheme();
  if (theme === "system") delete document.documentElement.dataset["theme"];
  else document.documentElement.dataset["theme"] = theme;
}
