/**
 * Puts numbers in the place of names in a typeset formula.
 *
 *     substituteTex("w_1 x+b_1", new Map([["w_1", "0.8"], ["x", "1.5"], ["b_1", "0.1"]]))   // "0.8 \cdot 1.5+0.1"
 */
const kToken = /\\(?:operatorname|mathrm|text)\{[^{}]*\}|\\[a-zA-Z]+|\\.|[a-zA-Z]|\d+(?:\.\d+)?|\s+|[^]/g;
const kIndex = /^_(?:\{[^{}]*\}|[a-zA-Z0-9])/;
/** Braces around one sign or digit make no difference: `w_{1}` is `w_1`. */
const plain = (tex: string): string => tex.replace(/\{([a-zA-Z0-9])\}/g, "$1");

const kOpensFactor = /^(?:[\d(]|\\left\(|\\frac|\\sqrt|\\[a-z]*(?:sigma|log|sin|cos|tan|exp|operatorname))/;

/** The name of a function: what stands in its index or exponent is no factor, as in `\\sin^{2} x`. */
const kFunctionScript = /\\(?:log|ln|(?:arc)?(?:sin|cos|tan)h?|sec|csc|cot|max|min)[_^]$/;

/** What the group that opens behind `out` is: the first half of a fraction, a factor or its last part, or a name's. */
function groupAfter(out: string, isDenominator: boolean): Group {
  if (out.endsWith("\\frac")) return "numerator";
  if (isDenominator || /\\sqrt(?:\[[^\]]*\])?$/.test(out)) return "factor";
  return /[_^]$/.test(out) && !kFunctionScript.test(out) ? "factor" : "name";
}
type Group = "numerator" | "factor" | "name";

/** `dress` may colour each number after what it stands for; it gets the name and the number as written. */
export function substituteTex(
  tex: string,
  numbers: ReadonlyMap<string, string>,
  dress: (name: string, number: string) => string = (_, number) => number,
): string {
  const known = new Map([...numbers].map(([name, number]) => [plain(name), number]));
  let out = "";
  /** The last thing written ends a factor, so that a factor after it needs a multiplication sign. */
  let open = false;
  /** Spaces that were not written yet: a multiplication sign takes their place. */
  let space = "";
  const groups: Group[] = [];
  let closed: Group | undefined;
  let at = 0;
  while (at < tex.length) {
    const rest = tex.slice(at);
    const { length, name = "", number } = readName(rest, known);
    if (number !== undefined) {
      const signed = number.startsWith("-");
      const raised = rest[length] === "^" && (signed || number.includes("cdot"));
      const factor = raised || (signed && !/(?:^|\()$/.test(out.trim())) ? `(${number})` : number;
      out += open ? " \\cdot " : space;
      out += dress(name, factor);
      open = true;
      closed = undefined;
    } else {
      const token = rest.slice(0, length);
      if (/^(?:\s+|\\[,;:!])$/.test(token)) {
        space += token;
        at += length;
        continue;
      }
      out += open && kOpensFactor.test(rest) ? " \\cdot " : space;
      if (token === "{") groups.push(groupAfter(out, closed === "numerator"));
      closed = token === "}" ? groups.pop() : undefined;
      out += token;
      open = /^[\d)]/.test(token) || closed === "factor";
    }
    space = "";
    at += length;
  }
  return out;
}

function readName(tex: string, known: ReadonlyMap<string, string>): { length: number; name?: string; number?: string } {
  const hat = /^\\hat\{[a-zA-Z]\}|^\\hat [a-zA-Z]/.exec(tex)?.[0];
  const [token = ""] = tex.match(kToken) ?? [];
  const head = hat ?? token;
  const index = kIndex.exec(tex.slice(head.length))?.[0] ?? "";
  for (const name of index ? [head + index, head] : [head]) {
    const number = /^[a-zA-Z\\]/.test(name) ? known.get(plain(name)) : undefined;
    if (number !== undefined) return { length: name.length, name, number };
  }
  // ŷ is not y: the letter under a hat is no name of its own.
  return { length: head.length };
}
