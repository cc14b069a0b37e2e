/** The words of the figures that show graphs and networks; they come with these figures, not with every page. */
import * as figures from "./en/network-figures";
import { training } from "./en/training";
import { inLanguage } from "./language";

export const networkWords = inLanguage({ en: { ...figures, training } });
