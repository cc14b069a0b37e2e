/**
 * Lighter boxes for what KaTeX draws. It stacks the parts of a fraction, an index or a root in tables within tables, and
 * a browser lays out each of these several times: it took more than half of the time between a key and the picture.
 * The rows already stand where they belong, measured from the baseline, so one block of no height holds them as well;
 * a strut beside them gives the line its height (`.vlist-t.vlist` in `web/styles/formulas.css`).
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
}
