/**
 * Lighter boxes for what KaTeX draws. It stacks the parts of a fraction, an index or a root in tables within tables, and
 * a browser lays out each of these several times; it moves each row with `position: relative`, and a browser paints each
 * of these as a layer. That took more than half of the time between a key and the picture. The rows already say where
 * they belong, measured from the baseline, so one block of no height holds them as well, moved by margins; a strut
 * beside them gives the line its height. Boxes around one other that change nothing about it are left out.
 *
 *     lighten(drawn);     // styled by web/styles/formulas.css
 */
export function lighten(drawn: HTMLElement): void {
  for (const table of drawn.querySelectorAll<HTMLElement>(".vlist-t")) stack(table);
  for (const span of drawn.querySelectorAll<HTMLElement>(".mord, .minner, .enclosing")) unwrap(span);
}

/** KaTeX's rows stand `top` above where they would, and in each a strut says how far down the baseline is. */
function stack(table: HTMLElement): void {
  // The second row of the table only gives it its depth.
  const rows = [...table.querySelectorAll<HTMLElement>(":scope > .vlist-r:first-child > .vlist > span")];
  const tops = rows.map((row) => parseFloat(row.style.top));
  const strut = rows.at(-1)?.querySelector<HTMLElement>(":scope > .pstrut");
  const last = (tops.at(-1) ?? NaN) + parseFloat(strut?.style.height ?? "");
  // Margins of neighbours add up where one is positive and one negative, so each row has to stand above.
  if (!Number.isFinite(last) || !tops.every((top) => top < 0)) return;
  rows.forEach((row, index) => {
    row.style.top = "";
    row.style.marginBlock = `${tops[index]}em ${-(tops[index] ?? 0)}em`;
  });
  table.replaceChildren(...rows);
  table.className = "vlist-t vlist";
  // The block has the baseline of its last row.
  table.style.verticalAlign = `${-last}em`;
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
