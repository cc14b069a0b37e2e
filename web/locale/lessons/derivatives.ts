import { en } from "../en/lessons/derivatives";
import { inLanguage } from "../language";

export const text = inLanguage({ en });
