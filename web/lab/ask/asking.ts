/**
 * Where one looks: at a node and a point, as the link says, and what was asked of the pictures last. Listens to the
 * questions that come from anywhere on the page; what answers them is fetched with the first one.
 *
 *     const asking = new LabAsking(page, run, data, state, draw);
 *     asking.place      // { layer: 0, unit: 1, example: 4 }
 *     asking.question   // { kind: "place", at: [0.5, -0.2] }
 */
import type { ParameterId } from "../../engine/api";
import type { LabData } from "../data/lab-data";
import type { LabRun } from "../run";
import type { makeState } from "../state";
import type { Place } from "../trace";
import type { Question } from "./question";

export const nodePanel = (): Promise<unknown> => import("../node-panel");

export class LabAsking {
  question: Question | undefined;

  constructor(
    page: HTMLElement,
    private readonly run: LabRun,
    private readonly data: LabData,
    private readonly state: ReturnType<typeof makeState>,
    private readonly draw: () => void,
  ) {
    const on = <T>(type: string, act: (detail: T) => void): void =>
      page.addEventListener(type, (event) => act((event as CustomEvent<T>).detail));
    on<Place>("chainwise-place", (place) => this.look(place));
    on<ParameterId & { value: number }>("chainwise-weight", (id) => void run.setParameter(id, id.value));
    on<Question | undefined>("lab-ask", (question) => this.ask(question));
  }

  ask(question: Question | undefined): void {
    this.question = question;
    if (question) void import("./panel");
    if (question?.kind === "parameter") this.look({ ...this.place, ...question.id });
    this.draw();
  }

  get place(): Place {
    const { node, point } = this.state.values;
    const [layer = 1, unit = 1] = node.split(".").map(Number);
    const { data, opened = this.data.setup } = this.run.model;
    const { layers } = opened.network;
    const at = Math.min(layer, layers.length) - 1;
    const points = data ? data.targets.length / data.targetSize : point;
    return { layer: at, unit: Math.min(unit, layers[at]?.units ?? 1) - 1, example: Math.min(point, points) - 1 };
  }

  look({ layer, unit, example }: Place): void {
    void nodePanel();
    this.state.set({ node: `${layer + 1}.${unit + 1}`, point: example + 1 });
  }
}
