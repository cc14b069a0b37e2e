/**
 * `<chainwise-glossary>`: all terms and symbols of the course, searchable; in a dialog and on a page of its own.
 *
 *     html`<chainwise-glossary level="2" find="weight" @chainwise-find=${...}></chainwise-glossary>`
 *
 * Attributes: `level` of its headings (3: in a dialog, where one begins to type at once), `find`, what is looked for. Event `chainwise-find`: `{ find }`.
 */
import { html, nothing, type TemplateResult } from "lit";
import type { Role } from "../../kit/colours";
import { define, emit, KitElement } from "../../kit/element";
import { rich } from "../../kit/rich-text";
import { course } from "../../lessons/course";
import { words } from "../../locale";
import { glossaryWords as text } from "../../locale/glossary";
import { extraWords } from "../../locale/extras";
import { entries, groups, type Entry, type EntryId, type GroupId } from "./glossary-entries";
import "./glossary.css";

export const kMarks: Readonly<Record<Role, string>> = {
  data: "■",
  parameter: "◆",
  value: "●",
  cost: "◎",
  derivative: "➔",
};

interface Said {
  term: string;
  also?: readonly string[];
  means: string;
}

export const saidOf = (id: EntryId): Said => text.terms[id];
export const entryOf = (id: EntryId): Entry => entries[id];

/** Signs as people type or paste them, by the names that LaTeX has for them. */
const kSigns: Readonly<Record<string, string>> = {
  σ: "sigma",
  η: "eta",
  δ: "delta",
  "∂": "partial",
  "∇": "nabla",
  ŷ: "hat{y}",
  "½": "frac{1}{2}",
};

/** Without case, accents, and the signs of our mark-up. */
function plain(sentence: string): string {
  const named = sentence.replace(/[σηδ∂∇ŷ½]/g, (sign) => kSigns[sign] ?? sign);
  return named
    .normalize("NFD")
    .replace(/[\u0300-\u036f$\\*]/g, "")
    .toLowerCase()
    .trim();
}

export function matches(id: EntryId, find: string): boolean {
  const { term, also = [], means } = saidOf(id);
  const { symbol = "", formula = "" } = entryOf(id);
  const wanted = plain(find);
  // One letter is a symbol; as a part of words it would be everywhere.
  if (wanted.length === 1) return plain(symbol).replace(/[^a-z]/g, "") === wanted || plain(term).startsWith(wanted);
  return [term, ...also, means, symbol, formula].some((part) => plain(part).includes(wanted));
}

/** The course's name for a term as a text writes it. */
const byWord = new Map<string, EntryId>(
  (Object.keys(entries) as EntryId[]).flatMap((id) => {
    const { term, also = [] } = saidOf(id);
    return [term, ...also].map((word) => [word.toLowerCase(), id] as const);
  }),
);

export function termIn(word: string): EntryId | undefined {
  return byWord.get(
    word
      .trim()
      .replace(/[.:,]$/, "")
      .toLowerCase(),
  );
}

/** Symbol, term, meaning, formula, and where it is introduced. */
export function explanation(id: EntryId): { head: TemplateResult; body: TemplateResult } {
  const { term, means } = saidOf(id);
  const { symbol, formula, lesson, role } = entryOf(id);
  const place = course.find((entry) => entry.id === lesson);
  return {
    head: html`${role ? html`<span class="role-mark" data-role=${role} aria-hidden="true">${kMarks[role]}</span>` : nothing}
      <span class="term-name">${term}</span>
      ${symbol ? html`<kit-formula .tex=${symbol}></kit-formula>` : nothing}`,
    body: html`<p>${rich(means)}</p>
      ${formula ? html`<kit-formula display .tex=${formula}></kit-formula>` : nothing}
      <p class="where">${text.introduced} <a href="#${place?.path ?? "/"}">${words.course[lesson].title}</a></p>`,
  };
}

export class ChainwiseGlossary extends KitElement {
  static override properties = { find: {}, level: { type: Number } };
  declare find: string;
  declare level: number;
  protected override lazy = false;

  constructor() {
    super();
    this.find = "";
    this.level = 3;
  }

  protected override firstUpdated(): void {
    if (this.level === 3) this.querySelector("input")?.focus();
  }

  protected override render() {
    const wanted = this.find.trim();
    const shown = Object.entries(groups).map(([group, members]) => ({
      group: group as GroupId,
      ids: (Object.keys(members) as EntryId[]).filter((id) => wanted === "" || matches(id, wanted)),
    }));
    const count = shown.reduce((sum, { ids }) => sum + ids.length, 0);
    return html`<div class="find ui">
        <label
          >${text.search}
          <input
            class="field"
            type="search"
            autocomplete="off"
            spellcheck="false"
            .value=${this.find}
            @input=${(event: Event) => {
              this.find = (event.target as HTMLInputElement).value;
              emit(this, "chainwise-find", { find: this.find });
            }}
        /></label>
        <p role="status">${wanted === "" ? nothing : count === 0 ? text.none : text.found(count)}</p>
      </div>
      <p class="roles ui">
        ${(Object.keys(kMarks) as Role[]).map(
          (role) =>
            html`<span
              ><span data-role=${role} aria-hidden="true">${kMarks[role]}</span> ${extraWords.roles[role]}</span
            >`,
        )}
      </p>
      ${shown.map(({ group, ids }) =>
        ids.length === 0
          ? nothing
          : html`<section>
              ${this.level === 2 ? html`<h2>${text.groups[group]}</h2>` : html`<h3>${text.groups[group]}</h3>`}
              <dl>
                ${ids.map((id) => {
                  const { head, body } = explanation(id);
                  return html`<div class="entry">
                    <dt>${head}</dt>
                    <dd>${body}</dd>
                  </div>`;
                })}
              </dl>
            </section>`,
      )}`;
  }
}

define("chainwise-glossary", ChainwiseGlossary);

declare global {
  interface HTMLElementTagNameMap {
    "chainwise-glossary": ChainwiseGlossary;
  }
}
