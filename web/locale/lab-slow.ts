import { en } from "./en/lab-slow";
import { inLanguage } from "./language";

export const text = inLanguage({ en });
