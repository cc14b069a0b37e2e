import { en } from "./en/lab-history";
import { inLanguage } from "./language";

export const text = inLanguage({ en });
