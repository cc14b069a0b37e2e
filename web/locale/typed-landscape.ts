import { en } from "./en/typed-landscape";
import { inLanguage } from "./language";

export const text = inLanguage({ en });
