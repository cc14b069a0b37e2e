import { en } from "../en/lessons/backpropagation";
import { inLanguage } from "../language";

export const text = inLanguage({ en });
