import { functions, secant } from "./en/slopes";
import { inLanguage } from "./language";

export const slopeWords = inLanguage({ en: { functions, secant } });
