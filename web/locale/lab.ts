import { en } from "./en/lab";
import { inLanguage } from "./language";

export const text = inLanguage({ en });
