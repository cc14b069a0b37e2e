/**
 * Lighter boxes for what KaTeX draws. It stacks the parts of a fraction, an index or a root in tables within tables, and
 * a browser lays out each of these several times: it took more than half of the time between a key and the picture.
 * The rows already stand where they belong, measured from the baseline, so one block of no height holds them as well;
 * a strut beside them gives the line its height (`.vlist-t.vlist` in `web/styles/formulas.css`). Boxes around one other
 * that change nothing about it are left out.
 *
 *     lighten(drawn);
 */
export function lighten(drawn: HTMLElement): void {
  for (const table of drawn.querySelectorAll(".vlist-t")) {
    // The second row only gives the table its depth.
    const rows = table.querySelector(":scope > .vlist-r > .vlist");
    if (!rows) continue;
    table.replaceChildren(...rows.childNodes);
    table.className = "vlist-t vlist";
  }
  for (const span of drawn.querySelectorAll<HTMLElement>(".mord, .minner, .enclosing")) unwrap(span);
}

/** Classes without a style. */
const kBare = /^(?:mord|minner|mtight|enclosing|\s)*$/;

/** What stands in a row is placed by its style there, and letters keep a box of their own. */
function unwrap(span: HTMLElement): void {
  const inside = [...span.children];
  if (!kBare.test(span.className) || span.hasAttribute("style") || span.childNodes.length !== inside.length) return;
  if (inside.length === 0 || span.parentElement?.matches(".vlist > *, .mfrac")) return;
  const marks = Object.entries(span.dataset);
  if (marks.length > 0) {
    const [only] = inside;
    if (inside.length > 1 || !(only instanceof HTMLElement)) return;
    if (marks.some(([name]) => name in only.dataset)) return;
    for (const [name, value] of marks) only.dataset[name] = value;
  }
  span.replaceWith(...inside);
}
