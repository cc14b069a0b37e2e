/**
 * Colours the symbols of a formula by what they are: wraps each symbol of LaTeX in `\htmlData{role=...}`.
 *
 *     colourSymbols("\\frac{dh}{dx} = w_1 x")   // d: derivative, h: value, x: data, w_1: parameter
 */
import type { Role } from "./colours";

/** Symbol as LaTeX -> role. An index does not matter: `w` speaks for `w_1`. */
export type RoleMap = Readonly<Record<string, Role>>;

export const standardRoles: RoleMap = {
  x: "data",
  y: "data",
  w: "parameter",
  W: "parameter",
  b: "parameter",
  z: "value",
  a: "value",
  "\\hat{y}": "value",
  u: "value",
  v: "value",
  h: "value",
  J: "cost",
  "\\partial": "derivative",
  "\\delta": "derivative",
};

const kToken =
  /\\(?:htmlData|text|operatorname\*?|mathrm|begin|end)\{[^{}]*\}|\\hat\{[a-z]\}|\\[a-zA-Z]+|\\.|[a-zA-Z]/g;
const kIndex = /^_(?:\{[^{}]*\}|[a-zA-Z0-9])/;
/** Leibniz' fraction, `\frac{d h}{d x}`: its d is no symbol of the learner's. */
const kLeibniz = /(\\[dt]?frac)\{(d(?:\^\d|\^\{\d\})?)((?:[^{}]|\{[^{}]*\})*)\}\{d((?:[^{}]|\{[^{}]*\})+)\}/g;

export function colourSymbols(tex: string, roles: RoleMap = standardRoles): string {
  const source = tex.replace(kLeibniz, "$1{\\htmlData{role=derivative}{$2}$3}{\\htmlData{role=derivative}{d}$4}");
  let out = "";
  let done = 0;
  for (const match of source.matchAll(kToken)) {
    const token = match[0];
    const role = Object.hasOwn(roles, token) ? roles[token] : undefined;
    if (role === undefined || match.index < done) continue;
    let end = match.index + token.length;
    end += kIndex.exec(source.slice(end))?.[0].length ?? 0;
    out += `${source.slice(done, match.index)}\\htmlData{role=${role}}{${source.slice(match.index, end)}}`;
    done = end;
  }
  return out + source.slice(done);
}
