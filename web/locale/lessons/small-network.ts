import { en } from "../en/lessons/small-network";
import { inLanguage } from "../language";

export const text = inLanguage({ en });
