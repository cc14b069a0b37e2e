import { en } from "../en/lessons/gradient-descent";
import { inLanguage } from "../language";

export const text = inLanguage({ en });
