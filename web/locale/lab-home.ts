import { en } from "./en/lab-home";
import { inLanguage } from "./language";

/** The words of what is taken home; they come with it. */
export const text = inLanguage({ en });
