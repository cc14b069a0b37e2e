import { en } from "./en/lab-why";
import { inLanguage } from "./language";

export const text = inLanguage({ en });
