import { en } from "./en/four-views";
import { inLanguage } from "./language";

export const text = inLanguage({ en });
