import { check } from "./en/checks";
import { inLanguage } from "./language";

export const checkWords = inLanguage({ en: check });
