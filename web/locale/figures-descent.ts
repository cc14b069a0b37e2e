import { en } from "./en/figures-descent";
import { inLanguage } from "./language";

export const text = inLanguage({ en });
