/**
 * `<chainwise-symmetry>`: the same network trained from zeros, from equal weights, and from random ones: what each
 * answers, and the numbers of its hidden nodes side by side.
 *
 *     html`<chainwise-symmetry .engine=${engine}></chainwise-symmetry>`
 *
 * Property `engine`. It keeps its own epochs, and stops while it is off the screen.
 */
import { html, nothing } from "lit";
import type { Chainwise } from "../engine/api";
import { announce } from "../kit/announce";
import { onThemeChange } from "../kit/colours";
import { define, KitElement } from "../kit/element";
import "../kit/formula";
import { numberText } from "../kit/number-text";
import "../kit/player";
import { text } from "../locale/lessons/optimisers";
import { paintPlane } from "./plane-painter";
import { StepClock } from "./step-clock";
import { kMostEpochs, SymmetryModel, type StartState } from "./symmetry-model";
import "./symmetry.css";

const kGrid = 48;
const kPace = { every: 60, calmSteps: 10 };

const words = text.figures.symmetry;

export class ChainwiseSymmetry extends KitElement {
  static override properties = { engine: { attribute: false } };
  declare engine: Chainwise | undefined;
  #model: SymmetryModel | undefined;
  readonly #clock = new StepClock(
    (epochs) => this.#step(epochs),
    () => this.#tell(),
    kPace,
  );
  #stops: (() => void)[] = [];

  override connectedCallback(): void {
    super.connectedCallback();
    const sizes = new ResizeObserver(() => this.#paint());
    sizes.observe(this);
    this.#stops.push(
      () => sizes.disconnect(),
      onThemeChange(() => this.#paint()),
    );
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const stop of this.#stops) stop();
    this.#stops = [];
    this.#clock.stop();
    this.#model?.dispose();
    this.#model = undefined;
  }

  protected override screenChanged(near: boolean): void {
    if (!near) this.#clock.stop();
  }

  protected override get ready(): boolean {
    return this.engine !== undefined;
  }

  protected override willUpdate(): void {
    if (this.engine) this.#model ??= new SymmetryModel(this.engine, kGrid);
  }

  protected override updated(): void {
    this.#paint();
  }

  #paint(): void {
    const model = this.#model;
    if (!model) return;
    this.querySelectorAll("canvas").forEach((canvas, index) => {
      const surface = model.starts[index]?.surface;
      if (surface) paintPlane(canvas, { surface, grid: kGrid, reach: model.reach, data: model.data });
    });
  }

  #play = (): void => {
    if (this.#model && this.#model.epochs >= kMostEpochs) this.#model.reset();
    this.#clock.start();
  };

  #step(epochs: number): boolean {
    const model = this.#model;
    if (!model) return false;
    model.step(epochs);
    if (this.#clock.running) this.requestUpdate();
    else this.#tell();
    return model.epochs < kMostEpochs;
  }

  #reset = (): void => {
    this.#clock.stop();
    this.#model?.reset();
    this.#tell();
  };

  /** At each stop and single step, the numbers as words. */
  #tell(): void {
    const model = this.#model;
    if (model && !this.#clock.running) {
      const each = model.starts.map(({ name, loss }) => words.at(words.starts[name], numberText(loss, 3)));
      announce(words.after(model.epochs, each.join(", ")));
    }
    this.requestUpdate();
  }

  protected override render() {
    const model = this.#model;
    if (!model) return nothing;
    return html`
      <kit-player
        ?playing=${this.#clock.running}
        .stepLabel=${words.step}
        .position=${model.epochs}
        .count=${kMostEpochs}
        @kit-play=${this.#play}
        @kit-pause=${() => this.#clock.stop()}
        @kit-step=${() => this.#step(1)}
        @kit-reset=${this.#reset}
      ></kit-player>
      <div class="starts">${model.starts.map((start) => this.#start(start, model.epochs))}</div>
      <p class="caption">${words.legend}</p>
    `;
  }

  #start(start: StartState, epochs: number) {
    const { name, loss, nodes, spread, moved } = start;
    return html`<section class="start" data-start=${name}>
      <h3>${words.starts[name]}</h3>
      <p class="ui cost">
        <kit-formula tex="J"></kit-formula> = <span data-number="loss" data-value=${loss}>${numberText(loss, 4)}</span>
      </p>
      <canvas role="img" aria-label=${words.plane(words.starts[name], numberText(loss, 4))}></canvas>
      <table class="nodes ui">
        <caption>
          ${words.nodes}
        </caption>
        <thead>
          <tr>
            <th scope="col"><span class="visually-hidden">${words.node}</span></th>
            ${words.columns.map(
              ({ tex, label }) =>
                html`<th scope="col">
                  <kit-formula aria-hidden="true" .tex=${tex}></kit-formula
                  ><span class="visually-hidden">${label}</span>
                </th>`,
            )}
          </tr>
        </thead>
        <tbody>
          ${nodes.map(
            ({ numbers }, index) =>
              html`<tr>
                <th scope="row">${index + 1}</th>
                ${numbers.map((number) => html`<td data-value=${number}>${numberText(number, 2)}</td>`)}
              </tr>`,
          )}
        </tbody>
      </table>
      <p class="caption finding" data-spread=${spread}>
        ${words.finding(epochs, { spread, moved, spreadText: numberText(spread, 2) })}
      </p>
    </section>`;
  }
}

define("chainwise-symmetry", ChainwiseSymmetry);

declare global {
  interface HTMLElementTagNameMap {
    "chainwise-symmetry": ChainwiseSymmetry;
  }
}
