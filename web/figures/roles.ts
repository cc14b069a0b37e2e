/**
 * The colours of a study's symbols: the variable is data, other inputs are parameters, named parts are values.
 *
 *     html`<kit-formula .roles=${rolesFor(study)} .tex=${tex}></kit-formula>`
 */
import type { Role } from "../kit/colours";
import { standardRoles, type RoleMap } from "../kit/tex-roles";
import type { FunctionStudy } from "./function-study";

const cache = new Map<string, RoleMap>();

/** `w_{1}` -> `w`: the index does not matter for the colour. */
function base(latex: string): string {
  return latex.replace(/_(?:\{[^{}]*\}|.)$/, "");
}

export function rolesFor(study: FunctionStudy): RoleMap {
  const entries: [string, Role][] = study.inputs.map(({ name, latex }) => {
    const usual = Object.hasOwn(standardRoles, base(latex)) ? standardRoles[base(latex)] : undefined;
    return [base(latex), name === study.variable ? "data" : (usual ?? "parameter")];
  });
  for (const { name, latex } of study.definitions) {
    if (name) entries.push([base(latex), standardRoles[base(latex)] ?? "value"]);
  }
  const key = JSON.stringify(entries);
  let roles = cache.get(key);
  if (!roles) {
    roles = { ...standardRoles, ...Object.fromEntries(entries) };
    if (cache.size > 200) cache.clear();
    // The same object for the same names: a formula is drawn anew only where something changed.
    cache.set(key, roles);
  }
  return roles;
}
