import { en } from "./en/lab-node";
import { inLanguage } from "./language";

/** The words of the node panel; they come with it. */
export const text = inLanguage({ en });
