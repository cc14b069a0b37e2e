/**
 * The language of the page, and the choice of words by it.
 *
 *     export const text = inLanguage({ en });
 */
export type Language = "en";

export const language: Language = "en";

/** The words of the page's language. All languages have the shape of the English ones. */
export function inLanguage<Words>(all: Readonly<Record<Language, Words>>): Words {
  return all[language];
}
