import * as first from "./en/glossary";
import * as second from "./en/glossary-networks";
import { inLanguage } from "./language";

export const glossaryWords = inLanguage({
  en: {
    ...first.glossary,
    terms: {
      ...first.derivativeTerms,
      ...first.graphTerms,
      ...second.networkTerms,
      ...second.learningTerms,
      ...second.conventionTerms,
    },
  },
});
