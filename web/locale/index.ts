/**
 * Every word that the page says. A language is a folder like `en` that has the same shape.
 *
 *     import { words } from "../locale";
 *     words.kit.play   // "Play"
 */
import { en } from "./en";

export type Words = typeof en;

export const words: Words = en;
