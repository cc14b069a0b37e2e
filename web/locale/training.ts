/** The words of the figures that train a network. */
import { training as en } from "./en/training";
import { inLanguage } from "./language";

export const training = inLanguage({ en });
