import { extras } from "./en/extras";
import { inLanguage } from "./language";

/** They come with what says them, after the first sign of a reader. */
export const extraWords = inLanguage({ en: extras });
