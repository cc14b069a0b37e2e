/**
 * `<kit-scrub>`: a number in a sentence that can be dragged sideways, or moved with the arrow keys.
 *
 *     html`At x = <kit-scrub label="x" .value=${1} .min=${-10} .max=${10} .step=${0.1} @kit-change=${set}></kit-scrub>`
 *
 * Event `kit-change`: `{ value: number }`.
 */
import { define, emit } from "./element";
import { followPointer, valueAfterKey } from "./drag";
import { plainNumber } from "./number-text";

/** So many pixels make one step. */
const kPixels = 6;

export class KitScrub extends HTMLElement {
  min = -10;
  max = 10;
  step = 0.1;
  digits = 2;
  #value = 0;

  connectedCallback(): void {
    this.tabIndex = 0;
    this.setAttribute("role", "slider");
    this.#show();
    this.addEventListener("keydown", this.#key);
    this.addEventListener("pointerdown", this.#grab);
  }

  disconnectedCallback(): void {
    this.removeEventListener("keydown", this.#key);
    this.removeEventListener("pointerdown", this.#grab);
  }

  set label(text: string) {
    this.setAttribute("aria-label", text);
  }

  get value(): number {
    return this.#value;
  }

  set value(value: number) {
    this.#value = value;
    this.#show();
  }

  #show(): void {
    const text = plainNumber(this.#value, this.digits);
    this.textContent = text.replace("-", "−");
    this.setAttribute("aria-valuenow", String(this.#value));
    this.setAttribute("aria-valuemin", String(this.min));
    this.setAttribute("aria-valuemax", String(this.max));
    this.setAttribute("aria-valuetext", text);
  }

  #propose(value: number): void {
    if (value === this.#value) return;
    this.value = value;
    emit(this, "kit-change", { value });
  }

  #key = (event: KeyboardEvent): void => {
    const value = valueAfterKey(event, this);
    if (value === undefined) return;
    event.preventDefault();
    this.#propose(value);
  };

  #grab = (event: PointerEvent): void => {
    const start = this.#value;
    // Measured from the page: the number itself changes its width while it is dragged.
    followPointer(
      event,
      document.documentElement,
      (() => {
        let first: number | undefined;
        return (x: number) => {
          first ??= x;
          const steps = Math.round((x - first) / kPixels);
          const value = Math.min(this.max, Math.max(this.min, start + steps * this.step));
          this.#propose(Number(value.toPrecision(10)));
        };
      })(),
    );
  };
}

define("kit-scrub", KitScrub);

declare global {
  interface HTMLElementTagNameMap {
    "kit-scrub": KitScrub;
  }
}
