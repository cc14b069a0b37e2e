import { en } from "./en/lab-teach";
import { inLanguage } from "./language";

export const text = inLanguage({ en });
