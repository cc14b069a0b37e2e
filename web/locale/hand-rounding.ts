import { en } from "./en/hand-rounding";
import { inLanguage } from "./language";

export const text = inLanguage({ en });
