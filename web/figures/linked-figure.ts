/**
 * The base of figures that show one trace and light what the reader points at in any view of the page.
 *
 *     class Thing extends LinkedFigure { static override properties = { ...LinkedFigure.properties, name: {} }; }
 */
import { KitElement } from "../kit/element";
import { edgeKey, Linked, nodeKey, type Key } from "../kit/linked";
import type { Trace } from "./graph-trace";

export abstract class LinkedFigure extends KitElement {
  static override properties: Record<string, object> = { trace: { attribute: false }, linked: { attribute: false } };
  declare trace: Trace | undefined;
  /** What the page points at. */
  declare linked: Linked;
  #unsubscribe: (() => void) | undefined;

  constructor() {
    super();
    this.linked = new Linked();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#follow();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unsubscribe?.();
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has("linked")) this.#follow();
  }

  #follow(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = this.linked.subscribe(() => this.requestUpdate());
  }

  protected override get ready(): boolean {
    return this.trace !== undefined;
  }

  protected node(name: string): number | undefined {
    return this.trace?.graph.nodes.find((node) => node.name === name)?.id;
  }

  protected lightsNode(id: number | undefined): boolean {
    return id !== undefined && this.linked.lights(nodeKey(id));
  }

  protected lightsEdge(from: number, to: number): boolean {
    return this.linked.lights(edgeKey(from, to));
  }

  protected point(keys: Iterable<Key>): void {
    this.linked.point(keys);
  }

  protected leave = (): void => {
    this.linked.leave();
  };
}

/** An edge and both of its ends. */
export const edgeKeys = (from: number, to: number): Key[] => [edgeKey(from, to), nodeKey(from), nodeKey(to)];
