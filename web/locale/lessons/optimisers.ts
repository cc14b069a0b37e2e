import { en } from "../en/lessons/optimisers";
import { inLanguage } from "../language";

export const text = inLanguage({ en });
