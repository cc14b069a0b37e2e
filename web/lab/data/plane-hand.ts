/**
 * `<lab-hand>`: lies over the picture of the plane; points are asked about, added, moved and removed on it, by
 * pointer and by keys. Below it the tools.
 *
 *     html`<lab-hand .plane=${{ points, region }} @lab-press=${({ detail }) => ...} @lab-points=${...}></lab-hand>`
 *
 * Properties: `plane`, the points as they would be if they were one's own, and what the picture covers; `asked`, the
 * coordinates that were asked about last. Events: `lab-press` with a place that is asked about, `lab-points` with the
 * points after an edit.
 */
import { html, nothing } from "lit";
import type { Region } from "../../engine/training-protocol";
import { announce } from "../../kit/announce";
import { classColour, classLetter, classSigns, kMostClasses } from "../../kit/class-marks";
import { enter } from "../../kit/controls";
import { define, emit, KitElement } from "../../kit/element";
import { numberField } from "../../kit/fields";
import { text } from "../../locale/lab-data";
import { crossAfterKey, nearestRow, placeOfRow, sayPlace, sayRow, type Place } from "./hand";
import { classesOf, kMostPoints, withMoved, withoutPoint, withPoint, type OwnPoints } from "./own-points";
import { kNear, placeAt, shareOf } from "./places";
import "./plane-hand.css";

export interface HandPlane {
  points: OwnPoints;
  region: Region;
}

/** A number is the class that is added. */
type Tool = "ask" | "add" | "remove" | number;

/** As a share of the picture: a finger that moves so little has not moved. */
const kStill = 0.012;
const valueField = numberField({ initial: 1, min: -1000, max: 1000, step: 0.1 });

export class LabHand extends KitElement {
  static override properties = {
    plane: { attribute: false },
    asked: { attribute: false },
    tool: { state: true },
    value: { state: true },
    cross: { state: true },
    carried: { state: true },
    complaint: { state: true },
  };
  protected override lazy = false;
  declare plane: HandPlane | undefined;
  declare asked: readonly number[] | undefined;
  declare protected tool: Tool;
  /** What a point that is added is to be, where numbers are met. */
  declare protected value: number;
  declare protected cross: Place | undefined;
  /** The point that is moved, and where it would be. */
  declare protected carried: { index: number; to: Place } | undefined;
  declare protected complaint: string;

  constructor() {
    super();
    this.tool = "ask";
    this.value = 1;
    this.complaint = "";
  }

  protected override willUpdate(): void {
    const { points } = this.plane ?? {};
    // Other points may not know the tool.
    if (points && !this.#tools(points).some(({ tool }) => tool === this.tool)) this.tool = "ask";
  }

  // ---- What is done ----

  #edit(points: OwnPoints, said: string): void {
    this.complaint = "";
    emit(this, "lab-points", points);
    announce(said);
  }

  #add(place: Place): void {
    const { points } = this.plane ?? {};
    if (!points) return;
    if (points.rows.length >= kMostPoints) return this.#complain(text.own.full(kMostPoints));
    const goal = typeof this.tool === "number" ? this.tool : this.value;
    const edited = withPoint(points, points.kind === "curve" ? place : [...place, goal]);
    this.#edit(edited, text.own.added(sayRow(edited, edited.rows.at(-1) ?? []), edited.rows.length));
  }

  #remove(place: Place, within = Infinity): void {
    const { points, region } = this.plane ?? {};
    if (!points || !region) return;
    const { index, distance } = nearestRow(points, place, region);
    const row = points.rows[index];
    if (!row || distance > within) return;
    if (points.rows.length === 1) return this.#complain(text.own.lastOne);
    this.#edit(withoutPoint(points, index), text.own.removed(sayRow(points, row), points.rows.length - 1));
  }

  #setDown(): void {
    const { carried, plane } = this;
    this.carried = undefined;
    if (!carried || !plane) return;
    const edited = withMoved(plane.points, carried.index, carried.to);
    this.#edit(edited, text.own.moved(sayRow(edited, edited.rows[carried.index] ?? [])));
  }

  #act(place: Place): void {
    if (this.tool === "ask") emit(this, "lab-press", place);
    else if (this.tool === "remove") this.#remove(place, kNear * 2);
    else this.#add(place);
  }

  #complain(complaint: string): void {
    this.complaint = complaint;
  }

  // ---- Pointer ----

  #press = (event: PointerEvent): void => {
    const { plane } = this;
    if (!plane || event.button !== 0) return;
    const surface = event.currentTarget as HTMLElement;
    const from = this.#placeOf(event, surface);
    const near = nearestRow(plane.points, from, plane.region);
    const movable = this.tool !== "remove" && near.distance < kNear;
    let moved = false;
    const move = (next: PointerEvent): void => {
      const to = this.#placeOf(next, surface);
      const [a, b] = [shareOf(from, plane.region), shareOf(to, plane.region)];
      moved ||= Math.hypot(a[0] - b[0], a[1] - b[1]) > kStill;
      if (moved && movable) this.carried = { index: near.index, to };
    };
    const end = (last: PointerEvent): void => {
      surface.removeEventListener("pointermove", move);
      surface.removeEventListener("pointerup", end);
      surface.removeEventListener("pointercancel", end);
      if (last.type === "pointercancel") this.carried = undefined;
      else if (this.carried) this.#setDown();
      else if (!moved) this.#act(from);
    };
    surface.setPointerCapture(event.pointerId);
    surface.addEventListener("pointermove", move);
    surface.addEventListener("pointerup", end);
    surface.addEventListener("pointercancel", end);
    this.cross = undefined;
  };

  #placeOf(event: PointerEvent, surface: HTMLElement): Place {
    const box = surface.getBoundingClientRect();
    const held = (share: number): number => Math.min(1, Math.max(0, share));
    const across = held((event.clientX - box.left) / box.width);
    const up = held((box.bottom - event.clientY) / box.height);
    return placeAt([across, up], (this.plane as HandPlane).region);
  }

  // ---- Keys ----

  #key = (event: KeyboardEvent): void => {
    const { plane } = this;
    if (!plane) return;
    const { points, region } = plane;
    const cross = this.cross ?? placeAt([0.5, 0.5], region);
    const next = crossAfterKey(event, cross, region);
    if (next) {
      this.cross = next;
      if (this.carried) this.carried = { ...this.carried, to: next };
      const near = nearestRow(points, next, region);
      const named = near.distance < 2 * kNear ? sayRow(points, points.rows[near.index] ?? []) : text.own.none;
      announce(text.own.at(sayPlace(points, next), named));
    } else if (event.key === "Enter" || event.key === " ") {
      if (this.carried) this.#setDown();
      else this.#act(cross);
    } else if (event.key === "Delete" || event.key === "Backspace") this.#remove(cross);
    else if (event.key === "m" || event.key === "M") this.#carry(cross);
    else if (event.key === "Escape" && this.carried) {
      this.carried = undefined;
      announce(text.own.putBack);
    } else return;
    event.preventDefault();
  };

  #carry(cross: Place): void {
    const { plane } = this;
    if (!plane) return;
    if (this.carried) return this.#setDown();
    const { index } = nearestRow(plane.points, cross, plane.region);
    const row = plane.points.rows[index];
    if (!row) return;
    this.cross = placeOfRow(row);
    this.carried = { index, to: this.cross };
    announce(text.own.taken(sayRow(plane.points, row)));
  }

  // ---- What is seen ----

  protected override render() {
    const { plane, cross, carried } = this;
    if (!plane) return nothing;
    const { own } = text;
    const { points } = plane;
    const axes = own.axes[points.kind === "curve" ? "curve" : "plane"];
    return html`<div
        class="hand ${this.tool === "ask" ? "asks" : "edits"}"
        role="application"
        tabindex="0"
        aria-label=${own.plane(axes)}
        @pointerdown=${this.#press}
        @keydown=${this.#key}
        @focus=${(event: FocusEvent) => (event.target as Element).matches(":focus-visible") && (this.cross ??= placeAt([0.5, 0.5], plane.region))}
        @blur=${() => ((this.cross = undefined), (this.carried = undefined))}
      >
        ${this.#askedMark(plane)} ${cross ? spot("cross", cross, plane.region, "") : nothing}
        ${carried ? this.#carriedMark(plane, carried) : nothing}
      </div>
      <div class="tools ui" role="group" aria-label=${own.tool}>
        ${this.#tools(points).map(({ tool, name }) => this.#button(tool, name))}
        ${
          points.kind === "numbers" && this.tool === "add"
            ? enter({ label: own.value, field: valueField, value: this.value, enter: (value) => (this.value = value) })
            : nothing
        }
      </div>
      <p class="trouble ui" role="alert">${this.complaint}</p>`;
  }

  /** With one input all of the picture above it was asked about. */
  #askedMark({ region }: HandPlane) {
    const [x, y] = this.asked ?? [];
    if (x === undefined) return nothing;
    return spot(
      y === undefined ? "asked upright" : "asked",
      [x, y ?? (region.from[1] + region.to[1]) / 2],
      region,
      "?",
      "panel",
    );
  }

  #carriedMark({ points, region }: HandPlane, { index, to }: { index: number; to: Place }) {
    const own = points.kind === "classes" ? (points.rows[index]?.[2] ?? 0) : 1;
    return spot("carried", to, region, classSigns[own] ?? "", points.kind === "classes" ? classColour(own) : "data");
  }

  /** One class more than there are can be begun. */
  #tools(points: OwnPoints): { tool: Tool; name: unknown }[] {
    const { own } = text;
    const adding: { tool: Tool; name: unknown }[] =
      points.kind !== "classes"
        ? [{ tool: "add", name: own.tools.add }]
        : Array.from({ length: Math.min(kMostClasses, classesOf(points) + 1) }, (_, index) => ({
            tool: index,
            name: html`<span aria-hidden="true" style="color: var(--${classColour(index)})">${classSigns[index]}</span>
              ${own.addClass(classLetter(index))}`,
          }));
    return [{ tool: "ask", name: own.tools.ask }, ...adding, { tool: "remove", name: own.tools.remove }];
  }

  #button(tool: Tool, name: unknown) {
    return html`<button
      type="button"
      class="button"
      aria-pressed=${this.tool === tool ? "true" : "false"}
      @click=${() => (this.tool = tool)}
    >
      ${name}
    </button>`;
  }
}

function spot(kind: string, place: Place, region: Region, sign: string, token = "text") {
  const [across, up] = shareOf(place, region);
  return html`<span
    class=${kind}
    aria-hidden="true"
    style="left: ${100 * across}%; bottom: ${100 * up}%; color: var(--${token})"
    >${sign}</span
  >`;
}

define("lab-hand", LabHand);

declare global {
  interface HTMLElementTagNameMap {
    "lab-hand": LabHand;
  }
}
