/**
 * Draws a layered graph: cards with a symbol, a value and a gradient; edges that carry a local derivative.
 * Knows no mathematics: it is told what each card and edge says, and what is being looked at.
 *
 *     drawGraph({ layout, cards, edges, label: "...", point, leave })
 */
import { html, nothing, svg, type TemplateResult } from "lit";
import type { Role } from "./colours";
import "./formula";
import type { GraphLayout } from "./graph-layout";
import { keepStop, moveAmong } from "./roving";

export interface DrawnCard {
  id: number;
  tex: string;
  role: Role;
  /** Nothing leads to it. */
  given: boolean;
  /** Empty: not computed yet. */
  value: string;
  gradient: string;
  exactValue?: number | undefined;
  exactGradient?: number | undefined;
  /** What a screen reader says. */
  label: string;
  name: string;
  /** What is happening to it in this step, if anything; a class of the card. */
  current: string;
  lit: boolean;
}

export interface DrawnEdge {
  from: number;
  to: number;
  tex: string;
  local: string;
  exactLocal?: number | undefined;
  label: string;
  forward: boolean;
  backward: boolean;
  /** What runs on the dashed line runs forward as well. */
  ahead?: boolean;
  /** 0 to 1: how much gradient flows here, compared with the others. */
  flow: number;
  current: "forward" | "backward" | undefined;
  lit: boolean;
}

export interface GraphDrawing {
  layout: GraphLayout;
  cards: readonly DrawnCard[];
  edges: readonly DrawnEdge[];
  label: string;
  /** Something is pointed at: what is not lit steps back. */
  dimmed: boolean;
  /** Many nodes: links say their number only while they are looked at. */
  crowded: boolean;
  point(what: { node: number } | { from: number; to: number }): void;
  leave(): void;
}

const kThings = ".graph-card, .graph-local";

export function drawGraph(drawing: GraphDrawing): TemplateResult {
  const { layout, cards, edges, label, dimmed, crowded, leave } = drawing;
  return html`<div
    class="graph-drawing ${dimmed ? "dimmed" : ""} ${layout.down ? "down" : ""} ${crowded ? "crowded" : ""}"
    role="group"
    aria-label=${label}
    style="inline-size: ${layout.width}px; block-size: ${layout.height}px"
    @keydown=${moveAmong(kThings)}
    @focusin=${keepStop(kThings)}
    @pointerleave=${leave}
    @focusout=${leave}
  >
    <svg width=${layout.width} height=${layout.height} aria-hidden="true">
      <defs>${arrowHead("graph-head-forward")}${arrowHead("graph-head-backward")}</defs>
      ${edges.map((edge, index) => drawEdge(layout, edge, index))}
    </svg>
    ${edges.map((edge, index) => drawLocal(drawing, edge, index))}
    ${cards.map((card, index) => drawCard(drawing, card, index === 0))}
  </div>`;
}

function arrowHead(id: string) {
  return svg`<marker id=${id} viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8"
    markerUnits="userSpaceOnUse" orient="auto-start-reverse"><path d="M0.5,0.8 L7,4 L0.5,7.2 z" /></marker>`;
}

function drawEdge(layout: GraphLayout, edge: DrawnEdge, index: number) {
  const state = (on: boolean, way: "forward" | "backward") =>
    `${way} ${edge.ahead ? "ahead" : ""} ${on ? "on" : ""} ${edge.current === way ? "current" : ""} ${edge.lit ? "lit" : ""}`;
  return svg`<g>
    <path class=${state(edge.forward, "forward")} d=${layout.path(index, -3)}
      marker-end=${edge.forward ? "url(#graph-head-forward)" : nothing} />
    <path class=${state(edge.backward, "backward")} d=${layout.path(index, 3)} style="--flow: ${edge.flow}"
      marker-start=${edge.backward && !edge.ahead ? "url(#graph-head-backward)" : nothing}
      marker-end=${edge.backward && edge.ahead ? "url(#graph-head-backward)" : nothing} />
  </g>`;
}

function drawLocal({ layout, point, leave }: GraphDrawing, edge: DrawnEdge, index: number) {
  const { x, y } = layout.middles[index] ?? { x: 0, y: 0 };
  const look = () => point({ from: edge.from, to: edge.to });
  return html`<button
    type="button"
    class="graph-local ${edge.lit ? "lit" : ""} ${edge.current ? "current" : ""}"
    tabindex="-1"
    data-edge="${edge.from}>${edge.to}"
    data-value=${edge.exactLocal ?? nothing}
    style="inset-inline-start: ${x}px; inset-block-start: ${y}px"
    @pointerenter=${look}
    @pointerleave=${leave}
    @focus=${look}
  >
    <span class="visually-hidden">${edge.label}</span>
    <kit-formula aria-hidden="true" .tex=${edge.tex}></kit-formula>
    <span class="number" aria-hidden="true">${edge.local}</span>
  </button>`;
}

function drawCard({ layout, point, leave }: GraphDrawing, drawn: DrawnCard, first: boolean) {
  const { x, y } = layout.places.get(drawn.id) ?? { x: 0, y: 0 };
  const { width, height } = layout.sizes.get(drawn.id) ?? { width: 0, height: 0 };
  const look = () => point({ node: drawn.id });
  return html`<button
    type="button"
    class="graph-card ${drawn.role} ${drawn.given ? "given" : ""} ${drawn.current && `current ${drawn.current}`} ${drawn.lit ? "lit" : ""}"
    tabindex=${first ? 0 : -1}
    data-node=${drawn.name}
    data-value=${drawn.exactValue ?? nothing}
    data-gradient=${drawn.exactGradient ?? nothing}
    style="inset-inline-start: ${x - width / 2}px; inset-block-start: ${y - height / 2}px;
      inline-size: ${width}px; block-size: ${height}px"
    @pointerenter=${look}
    @pointerleave=${leave}
    @focus=${look}
  >
    <span class="visually-hidden">${drawn.label}</span>
    <kit-formula class="symbol" aria-hidden="true" .tex=${drawn.tex}></kit-formula>
    <span class="value" aria-hidden="true">${drawn.value}</span>
    <span class="gradient" aria-hidden="true">${drawn.gradient}</span>
  </button>`;
}
