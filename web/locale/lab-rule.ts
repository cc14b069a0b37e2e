import { en } from "./en/lab-rule";
import { inLanguage } from "./language";

/** The words of rules; they come with the field. */
export const text = inLanguage({ en });
