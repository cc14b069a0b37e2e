/**
 * All keys of the page and its figures in one table: the page's own are handled from it, those of the figures, which
 * handle them themselves, are listed where such a figure is on the page.
 *
 *     listenToKeys();
 *     showKeys();
 */
import { html, nothing, type TemplateResult } from "lit";
import { recall, remember } from "../../kit/storage";
import { course } from "../../lessons/course";
import { extraWords } from "../../locale/extras";
import { redrawDialog, showDialog } from "./dialog";

const text = extraWords.keys;
const { names } = text;
type Says = keyof typeof text.says;

interface KeyRow {
  /** What is written on the keys; several keys that are pressed together are joined by a plus sign. */
  keys: readonly string[];
  says: Says;
  /** The page's own: what a single letter does. */
  run?: () => void;
}

interface KeyGroup {
  name: keyof typeof text.groups;
  /** Shown where the page has one of these; always, if left out. */
  where?: string;
  rows: readonly KeyRow[];
}

const shift = (key: string): string => `${names.shift} + ${key}`;

export function keyGroups(open: (panel: "menu" | "glossary") => void): readonly KeyGroup[] {
  return [
    {
      name: "page",
      rows: [
        { keys: ["?"], says: "help", run: () => showKeys(open) },
        { keys: ["g"], says: "glossary", run: () => open("glossary") },
        { keys: ["m"], says: "menu", run: () => open("menu") },
        { keys: ["n"], says: "next", run: () => goBy(1) },
        { keys: ["p"], says: "previous", run: () => goBy(-1) },
        { keys: [names.tab, shift(names.tab)], says: "tab" },
        { keys: [names.enter, names.space], says: "activate" },
        { keys: [names.escape], says: "escape" },
      ],
    },
    {
      name: "values",
      where: "[role=slider], input[type=range]",
      rows: [
        { keys: [names.arrows], says: "step" },
        { keys: [shift(names.arrows)], says: "small" },
        { keys: [names.pages], says: "large" },
        { keys: [names.ends], says: "ends" },
      ],
    },
    {
      name: "plane",
      where: "chainwise-contour-descent, chainwise-optimiser-race",
      rows: [{ keys: [names.arrows], says: "move" }],
    },
    {
      name: "things",
      where: ".graph-card, .link[data-edge], .line[data-node]",
      rows: [
        { keys: [names.arrows], says: "nearest" },
        { keys: [names.enter, names.space], says: "hold" },
      ],
    },
    {
      name: "lab",
      where: ".lab .present",
      rows: [{ keys: ["f"], says: "present", run: () => document.querySelector<HTMLElement>(".present")?.click() }],
    },
    { name: "terms", where: ".term, .pointer, .link-pointer", rows: [{ keys: [names.enter], says: "explain" }] },
    { name: "fields", where: "main .field", rows: [{ keys: [names.enter], says: "check" }] },
  ];
}

function goBy(steps: number): void {
  const place = course.findIndex(({ path }) => location.hash.startsWith(`#${path}`));
  const target = course[place + steps];
  if (place >= 0 && target) location.hash = target.path;
}

/** Readers who dictate, or whose hands slip, can switch single letters off. */
const kOff = "single-keys";
const singleKeys = (): boolean => recall(kOff) !== "off";

export function keyPressed(event: KeyboardEvent, open: (panel: "menu" | "glossary") => void): void {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || !singleKeys()) return;
  const target = event.target as Element | null;
  if (target?.closest?.("input, select, textarea, [contenteditable], dialog")) return;
  const row = keyGroups(open)
    .flatMap(({ rows }) => rows)
    .find(({ keys, run }) => run && keys.includes(event.key));
  if (!row?.run) return;
  event.preventDefault();
  row.run();
}

function keyTable(group: KeyGroup): TemplateResult {
  return html`<h3 id="keys-${group.name}">${text.groups[group.name]}</h3>
    <table class="keys-table ui" aria-labelledby="keys-${group.name}">
      <tbody>
        ${group.rows.map(
          ({ keys, says }) =>
            html`<tr>
              <th scope="row">${keys.map((key) => html`<kbd>${key}</kbd> `)}</th>
              <td>${text.says[says]}</td>
            </tr>`,
        )}
      </tbody>
    </table>`;
}

export function showKeys(open: (panel: "menu" | "glossary") => void): void {
  const groups = keyGroups(open).filter(({ where }) => where === undefined || document.querySelector(where));
  showDialog({
    name: "keys",
    title: text.title,
    body: () =>
      html`${groups.map(keyTable)}
        <label class="tick ui"
          ><input
            type="checkbox"
            .checked=${singleKeys()}
            @change=${(event: Event) => {
              remember(kOff, (event.target as HTMLInputElement).checked ? undefined : "off");
              redrawDialog();
            }}
          />${text.single}</label
        >
        ${singleKeys() ? nothing : html`<p class="caption">${text.singleOff}</p>`}`,
  });
}
