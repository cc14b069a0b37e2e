import { en } from "./en/lab-ask";
import { inLanguage } from "./language";

/** The words of what is asked of the pictures; they come with the first question. */
export const text = inLanguage({ en });
