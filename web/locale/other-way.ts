import { en } from "./en/other-way";
import { inLanguage } from "./language";

export const text = inLanguage({ en });
