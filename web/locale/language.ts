/**
 * The language of the page, and the choice of words by it.
 *
 *     export const text = inLanguage({ en });
 */
export type Language = "en";

export const language: Language = "en";

/** How its lines run: "ltr" or "rtl". index.html says it to the browser (tools/vite/language.ts). */
export const direction = "ltr";

/** The words of the page's language. All languages have the shape of the English ones. */
export function inLanguage<Words>(all: Readonly<Record<Language, Words>>): Words {
  return all[language];
}
