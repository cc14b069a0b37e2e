import { en } from "./en/lab-data";
import { inLanguage } from "./language";

/** The words of what comes with own points, files and rules. */
export const text = inLanguage({ en });
