import { en } from "../en/lessons/chain-rule";
import { inLanguage } from "../language";

export const text = inLanguage({ en });
