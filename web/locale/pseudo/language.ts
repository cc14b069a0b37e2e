/**
 * Takes the place of `web/locale/language.ts` in the builds that show the page in the made language:
 * `npx vite --mode pseudo`. See tools/vite/language.ts.
 */
import { pseudo } from "./pseudo.ts";

export const language = "ar-XB"; // the name that Unicode has for it

export const direction = "rtl";

export function inLanguage<Words>(all: Readonly<Record<"en", Words>>): Words {
  return pseudo(all.en);
}
