/** The words of the figures that show graphs and networks; they come with these figures, not with every page. */
import * as en from "./en/network-figures";
import { inLanguage } from "./language";

export const networkWords = inLanguage({ en });
