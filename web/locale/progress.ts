import { progress } from "./en/progress";
import { inLanguage } from "./language";

export const progressWords = inLanguage({ en: progress });
