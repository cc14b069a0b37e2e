/**
 * A language that nobody speaks, made from any other: every letter has a mark on it, every word is longer by more than
 * a third, runs from right to left, and each string stands in brackets. What is still readable on the page as English
 * is not translated; where the closing bracket is missing, something is cut.
 *
 *     pseudo({ play: "Play", at: (x: string) => `At ${x}` })   // { play: "⟦Þļļååý⟧", at: (x) => … }
 *
 * Formulas, calls of functions, numbers and whatever a sentence is given stay as they are, each kept apart from the
 * direction of the text around it, as a translator into a language that runs from right to left would do.
 */

/** Keys whose strings are input for the engine, or LaTeX, in every language. */
const kSource: ReadonlySet<string> = new Set(["solution", "tex", "exampleFunctions", "list", "example"]);

/** Keys whose strings are looked up in other strings: brackets would hide them there. */
const kLookedUp: ReadonlySet<string> = new Set(["term", "also"]);

/** Keys whose strings are put into LaTeX, where brackets and signs of direction mean something else. */
const kInLatex: ReadonlySet<string> = new Set(["fresh"]);

const kPlain = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const kMarked = [..."ÅƁÇĐÉƑĜĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽåƀçđéƒĝĥîĵķļṁñöþǫŕšţûṽŵẋýž"];

const kOverride = "\u202e";
const kEnd = "\u202c";
const kIsolate = "\u2068";
const kEndIsolate = "\u2069";

/** Words, and what is none: formulas, calls such as log(2 + cos(x)), names such as x1, numbers. */
const kFormula = String.raw`(?<formula>\$[^$]+\$)`;
const kOther = [
  String.raw`(?<fixed>\b[a-z]\w*\((?:[^()\s]|\([^()]*\)|\s?[-+*/,]\s?)*\)`,
  String.raw`\b[A-Za-z]*\d\w*\b`,
  String.raw`[-+−]?\d+(?:[.,]\d+)*)`,
].join("|");
const kWord = String.raw`(?<word>[A-Za-z]+(?:[’'-][A-Za-z]+)*)`;

export function pseudo<Words>(words: Words): Words {
  return translated(words, "") as Words;
}

function translated(value: unknown, key: string, given: readonly string[] = []): unknown {
  if (typeof value === "string") return text(value, key, given);
  if (Array.isArray(value)) return value.map((item) => translated(item, key, given));
  if (typeof value === "function") {
    const say = value as (...parts: unknown[]) => unknown;
    return (...parts: unknown[]) => translated(say(...parts), key, parts.flatMap(stringsIn));
  }
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, translated(item, name, given)]));
}

/** What a sentence is given: names, numbers, formulas. The id of a rule is never shown, and often an English word. */
function stringsIn(part: unknown): string[] {
  if (typeof part === "string") return part.trim() === "" ? [] : [part];
  if (typeof part === "number") return [String(part)];
  if (typeof part !== "object" || part === null) return [];
  return Object.entries(part).flatMap(([key, value]) => (key === "rule" ? [] : stringsIn(value)));
}

function text(sentence: string, key: string, given: readonly string[]): string {
  const latex = sentence.replace(/\$[^$]+\$/g, "").includes("\\");
  if (kSource.has(key) || latex || !/[A-Za-z]/.test(sentence)) return sentence;
  if (kInLatex.has(key)) return [...sentence].map(letterWithMark).join("");
  // A line that is a formula is recognised by how it begins.
  if (sentence.startsWith("$$")) return sentence;
  const names = [...new Set(given)].sort((a, b) => b.length - a.length).map(literal);
  const argument = names.length > 0 ? [`(?<given>(?<![A-Za-z\\d])(?:${names.join("|")})(?![A-Za-z\\d]))`] : [];
  const parts = new RegExp([kFormula, ...argument, kOther, kWord].join("|"), "g");
  // All names and no word: h(x).
  if (names.length > 0 && !/[A-Za-z]/.test(sentence.replace(new RegExp(argument.join(""), "g"), ""))) return sentence;
  const said = sentence.replace(parts, (...match: unknown[]) => {
    const groups = match.at(-1) as Record<string, string | undefined>;
    if (groups["word"] !== undefined) return marked(groups["word"]);
    return groups["formula"] ?? `${kIsolate}${String(match[0])}${kEndIsolate}`;
  });
  return kLookedUp.has(key) ? said : `⟦${said}⟧`;
}

function literal(name: string): string {
  return name.replace(/[.*+?^${}()|[\]\\/-]/g, "\\$&");
}

/** Vowels, n and l are written twice. Single letters other than “a” and “I” are names. */
function marked(word: string): string {
  if (word.length === 1 && !/[aAI]/.test(word)) return word;
  const letters = [...word].map((letter) => {
    const mark = letterWithMark(letter);
    return /[aeiounl]/i.test(letter) ? mark + mark.toLowerCase() : mark;
  });
  return `${kOverride}${letters.join("")}${kEnd}`;
}

function letterWithMark(letter: string): string {
  return kMarked[kPlain.indexOf(letter)] ?? letter;
}
