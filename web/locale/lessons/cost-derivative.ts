import { en } from "../en/lessons/cost-derivative";
import { inLanguage } from "../language";

export const text = inLanguage({ en });
