/**
 * Every word that the frame and the figures say. A language is a folder like `en` that has the same shape.
 *
 *     import { words } from "../locale";
 *     words.kit.play   // "Play"
 *
 * The words of a lesson come with the lesson: `lessons/chain-rule.ts` has those of the chain rule.
 */
import { en } from "./en";
import { inLanguage } from "./language";

export const words = inLanguage({ en });
