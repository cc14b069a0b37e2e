/**
 * `<lab-table>`: points from a table that is pasted, chosen as a file, or dropped. What is wrong is told with row and
 * column; nothing changes until the table is right and the person takes it.
 *
 *     html`<lab-table .file=${dropped} @lab-change=${({ detail }) => change(detail)}></lab-table>`
 *
 * Property `file`: read as soon as it is given. Event `lab-change`: settings to be changed.
 */
import { html, nothing, type PropertyValues } from "lit";
import { announce } from "../../kit/announce";
import { classLetter } from "../../kit/class-marks";
import { choose } from "../../kit/controls";
import { define, emit, KitElement } from "../../kit/element";
import { shortText } from "../../kit/number-text";
import { text as words } from "../../locale/lab-table";
import { kLargestTable, readTable, type Table, type TableAnswer } from "./table";
import { choiceFor, mustScale, tablePoints, type TableChoice } from "./table-points";

const kMegabyte = 1_000_000;
const goals = ["classes", "numbers"] as const;

export class LabTable extends KitElement {
  static override properties = {
    file: { attribute: false },
    pasted: { state: true },
    answer: { state: true },
    choice: { state: true },
    complaint: { state: true },
  };
  protected override lazy = false;
  declare file: File | undefined;
  declare protected pasted: string;
  declare protected answer: TableAnswer | undefined;
  declare protected choice: TableChoice;
  declare protected complaint: string;

  constructor() {
    super();
    this.pasted = "";
    this.complaint = "";
    this.choice = { classes: true, scaled: false };
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has("file") && this.file) void this.#open(this.file);
  }

  /** A file that is too large is not even read. */
  async #open(file: File): Promise<void> {
    if (file.size > kLargestTable) {
      this.complaint = words.tooLarge(shortText(file.size / kMegabyte, 2), kLargestTable / kMegabyte);
      return;
    }
    try {
      this.#read(await file.text());
      if (!this.answer) this.complaint = words.faults.empty();
    } catch {
      this.complaint = words.notRead;
    }
  }

  #read(text: string): void {
    this.complaint = "";
    if (text.length > kLargestTable) {
      this.complaint = words.tooLarge(shortText(text.length / kMegabyte, 2), kLargestTable / kMegabyte);
      return;
    }
    this.pasted = text;
    this.answer = text.trim() === "" ? undefined : readTable(text);
    if (this.answer?.ok) this.choice = choiceFor(this.answer.table);
  }

  #take(table: Table): void {
    const { points } = tablePoints(table, this.choice);
    emit(this, "lab-change", { data: "own", own: points });
    announce(words.taken(points.rows.length));
  }

  protected override render() {
    const { answer, complaint } = this;
    const fault = answer && !answer.ok ? answer.fault : undefined;
    const trouble =
      complaint || (fault ? words.faults[fault.code](fault.row, fault.column, fault.cell, fault.wanted ?? 0) : "");
    return html`<p class="caption">${words.lead}</p>
      <label class="rule"
        ><span>${words.field}</span
        ><textarea
          class="field"
          rows="5"
          spellcheck="false"
          autocomplete="off"
          placeholder=${words.example}
          aria-invalid=${fault ? "true" : "false"}
          .value=${this.pasted}
          @input=${(event: Event) => this.#read((event.target as HTMLTextAreaElement).value)}
        ></textarea>
      </label>
      <div class="button-row">
        <label class="button open"
          ><span>${words.choose}</span
          ><input
            type="file"
            accept=".csv,.tsv,.txt,text/csv,text/plain"
            class="visually-hidden"
            @change=${this.#chosen}
        /></label>
      </div>
      <p class="trouble" role="alert">${trouble}</p>
      ${answer?.ok ? this.#preview(answer.table) : nothing}`;
  }

  #chosen = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    const file = input.files?.[0];
    input.value = "";
    if (file) void this.#open(file);
  };

  #preview(table: Table) {
    const { choice } = this;
    const { ranges } = tablePoints(table, choice);
    const width = table.inputs[0]?.length ?? 1;
    const names = width === 1 ? ["x", "y"] : ["x1", "x2", "y"];
    const reach = ranges.map(([low, high], i) => words.range(names[i] ?? "", shortText(low, 4), shortText(high, 4)));
    const classes = (table.classes ?? []).map((label, i) => {
      const count = table.goals.filter((goal) => goal === label).length;
      return words.class(classLetter(i), label, count);
    });
    const must = mustScale(table, choice.classes);
    return html`<p role="status">
        ${words.found(table.inputs.length)} ${[...reach, ...(choice.classes ? classes : [])].join("; ")}.
        ${choice.classes && classes.length === 1 ? words.oneClass : nothing} ${must ? words.mustScale : nothing}
      </p>
      <div class="row">
        ${
          table.numeric && table.classes
            ? choose({
                label: words.goal,
                choices: goals,
                chosen: choice.classes ? "classes" : "numbers",
                name: (name) => words.goals[name],
                choose: (name) => (this.choice = { ...choice, classes: name === "classes" }),
              })
            : nothing
        }
        <label class="tick"
          ><input
            type="checkbox"
            .checked=${choice.scaled || must}
            ?disabled=${must}
            @change=${(event: Event) =>
              (this.choice = { ...choice, scaled: (event.target as HTMLInputElement).checked })}
          />
          ${words.scale}</label
        >
      </div>
      <div class="button-row">
        <button type="button" class="button primary" @click=${() => this.#take(table)}>${words.take}</button>
      </div>`;
  }
}

define("lab-table", LabTable);

declare global {
  interface HTMLElementTagNameMap {
    "lab-table": LabTable;
  }
}
