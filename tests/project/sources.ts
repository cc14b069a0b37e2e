import { readdirSync } from "node:fs";

/** The files below a folder whose names match, as paths from the root of the project; none if it does not exist. */
export function sources(folder: string, name: RegExp): string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && name.test(entry.name))
      .map((entry) => `${entry.parentPath}/${entry.name}`)
      .sort();
  } catch {
    return [];
  }
}
