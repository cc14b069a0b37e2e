import { en } from "./en/lab-table";
import { inLanguage } from "./language";

/** The words of tables that are pasted or dropped. */
export const text = inLanguage({ en });
