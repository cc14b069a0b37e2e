/**
 * `<chainwise-graph>`: a program as a graph, walked forward, to the loss, backward, and through one update.
 *
 *     html`<chainwise-graph .trace=${trace} .position=${7} .linked=${linked}></chainwise-graph>`
 *
 * Properties: `trace`, `position` (steps taken), `linked` (what the page points at). Event `chainwise-position`:
 * `{ position }`. The page owns the position, so that a link can carry it.
 */
import { html } from "lit";
import type { GraphEdge, GraphNode } from "../engine/api";
import type { Role } from "../kit/colours";
import { define, emit } from "../kit/element";
import { drawGraph, type DrawnCard, type DrawnEdge } from "../kit/graph-drawing";
import { layoutGraph, type GraphLayout } from "../kit/graph-layout";
import { edgeKey, nodeKey, type Key } from "../kit/linked";
import { numberTex, numberText } from "../kit/number-text";
import "../kit/player";
import { rich } from "../kit/rich-text";
import { standardRoles } from "../kit/tex-roles";
import { networkWords } from "../locale/network-figures";
import { localFormula } from "./gradient-paths";
import "./graph.css";
import "./graph-crowded.css";
import { edgeName, type Known, type Trace } from "./graph-trace";
import { graphTable } from "./graph-table";
import { edgeOf, kGradientDigits, kValueDigits, phaseOf, sentenceFor } from "./graph-words";
import { LinkedFigure } from "./linked-figure";

const kCard = { width: 78, height: 76 };
/** With more nodes than this, what is given gets small cards; narrower ones where there is little room. */
const kMany = 14;
const kManyCards = { card: kCard, small: { width: 78, height: 50 } };
const kManyNarrow = { card: { width: 70, height: 76 }, small: { width: 58, height: 50 } };
const kNarrow = 640;
const kStepMilliseconds = 1400;
/** What a browser's letters measure, in pixels, where nobody has changed them. */
const kLetters = 16;
/** Longer formulas stay off the links; pointing at one shows it. */
const kLinkCharacters = 8;

export class ChainwiseGraph extends LinkedFigure {
  static override properties = {
    ...LinkedFigure.properties,
    position: { type: Number },
    room: { state: true },
    playing: { state: true },
    pointed: { state: true },
  };
  declare position: number;
  declare protected room: number;
  declare protected playing: boolean;
  declare protected pointed: { node: number } | { from: number; to: number } | undefined;
  #layout: { of: string; room: number; layout: GraphLayout } | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #resize = new ResizeObserver(([entry]) => {
    if (entry) this.#measure(entry.contentRect.width);
  });

  constructor() {
    super();
    this.position = 0;
    this.room = 0;
    this.playing = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // Measured at once, so that the page has its final height before the figure comes near the screen.
    this.#measure(this.clientWidth);
    this.#resize.observe(this);
  }

  /** The drawing is as large as the reader's letters: its room is counted in theirs. */
  #measure(width: number): void {
    const letters = parseFloat(getComputedStyle(document.documentElement).fontSize) / kLetters;
    this.style.setProperty("--letters", String(letters));
    this.room = Math.floor(width / letters);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resize.disconnect();
    this.#pause();
  }

  protected override screenChanged(near: boolean): void {
    if (!near) this.#pause();
  }

  #go(position: number): void {
    const last = this.trace?.steps.length ?? 0;
    this.position = Math.min(last, Math.max(0, position));
    emit(this, "chainwise-position", { position: this.position });
  }

  #play(): void {
    if (this.position >= (this.trace?.steps.length ?? 0)) this.#go(0);
    this.playing = true;
    const tick = (): void => {
      this.#go(this.position + 1);
      if (this.position >= (this.trace?.steps.length ?? 0)) this.#pause();
      else this.#timer = setTimeout(tick, kStepMilliseconds);
    };
    this.#timer = setTimeout(tick, kStepMilliseconds / 4);
  }

  #pause(): void {
    clearTimeout(this.#timer);
    this.playing = false;
  }

  #point = (what: { node: number } | { from: number; to: number }): void => {
    this.pointed = what;
    const keys: Key[] =
      "node" in what ? [nodeKey(what.node)] : [edgeKey(what.from, what.to), nodeKey(what.from), nodeKey(what.to)];
    this.linked.point(keys);
  };

  #leave = (): void => {
    this.pointed = undefined;
    this.linked.leave();
  };

  protected override render() {
    const { trace } = this;
    this.classList.toggle("crowded", (trace?.graph.nodes.length ?? 0) > kMany);
    if (!trace || this.room === 0) return html`<div class="graph-drawing" style="block-size: 300px"></div>`;
    const known = trace.at(this.position);
    const last = trace.steps.length;
    return html`
      ${drawGraph({
        layout: this.#placed(trace),
        crowded: trace.graph.nodes.length > kMany,
        cards: trace.graph.nodes.map((node) => this.#card(trace, known, node)),
        edges: this.#edges(trace, known),
        label: trace.learns ? networkWords.graph.label : networkWords.graph.labelFormula,
        dimmed: this.linked.any,
        point: this.#point,
        leave: this.#leave,
      })}
      <p class="graph-about caption">${rich(this.#about(trace, known))}</p>
      <div class="graph-foot">
        <div class="graph-says">
          <p class="phase ui ${known.current?.phase ?? "start"}">${phaseOf(known.current)}</p>
          <p class="sentence" role="status">${rich(sentenceFor(trace, this.position))}</p>
        </div>
        <kit-player
          ?playing=${this.playing}
          .position=${this.position}
          .count=${last}
          can-go-back
          ?at-end=${this.position >= last && !this.playing}
          @kit-play=${() => this.#play()}
          @kit-pause=${() => this.#pause()}
          @kit-step=${() => this.#go(this.position + 1)}
          @kit-back=${() => (this.#pause(), this.#go(this.position - 1))}
          @kit-reset=${() => (this.#pause(), this.#go(0))}
        ></kit-player>
      </div>
      ${graphTable(trace, known, this.linked)}
    `;
  }

  #placed(trace: Trace): GraphLayout {
    const of = JSON.stringify(trace.graph.edges.map(({ from, to }) => [from, to]));
    if (this.#layout?.of !== of || this.#layout.room !== this.room) {
      const many = this.room < kNarrow ? kManyNarrow : kManyCards;
      const cards = trace.graph.nodes.length > kMany ? many : { card: kCard };
      const layout = layoutGraph(trace.graph.nodes, trace.graph.edges, { width: this.room, ...cards });
      this.#layout = { of, room: this.room, layout };
    }
    return this.#layout.layout;
  }

  #card(trace: Trace, known: Known, node: GraphNode): DrawnCard {
    const value = known.values.get(node.id);
    const gradient = known.gradients.get(node.id);
    const after = known.updated.get(node.id);
    const shown = value === undefined ? "" : numberText(value, kValueDigits);
    const slope = gradient === undefined ? "" : numberText(gradient, kGradientDigits);
    const next = after === undefined ? "" : numberText(after, kValueDigits);
    // No room for an arrow there; the step's sentence says what became of what.
    const tight = trace.graph.nodes.length > kMany && this.room < kNarrow;
    const { current } = known;
    const active =
      current?.phase === "update"
        ? current.update.node
        : current?.phase === "backward" || current?.phase === "tangent"
          ? current.event.node
          : current?.node;
    return {
      id: node.id,
      name: node.name,
      tex: node.latex,
      role: roleOf(trace, node),
      given: node.kind === "input",
      value: after === undefined ? shown : tight ? next : networkWords.graph.becomes(next),
      gradient: slope,
      exactValue: value,
      exactGradient: gradient,
      label: (trace.request.along === undefined ? networkWords.graph.spokenCard : networkWords.graph.spokenTangentCard)(
        node.name,
        shown,
        slope,
      ),
      current: active === node.id ? (current?.phase ?? "") : "",
      lit: this.linked.lights(nodeKey(node.id)),
    };
  }

  #edges(trace: Trace, known: Known): DrawnEdge[] {
    const shares = new Map(
      trace.steps.flatMap((step) => {
        const edge = edgeOf(step);
        const share = step.phase === "backward" || step.phase === "tangent" ? step.event.contribution : 0;
        return edge === undefined ? [] : [[edge, Math.abs(share)] as const];
      }),
    );
    const flows = trace.graph.edges.map(({ from, to }) => shares.get(edgeName(from, to)) ?? 0);
    const most = Math.max(...flows, Number.MIN_VALUE);
    const backEdge = edgeOf(known.current);
    return trace.graph.edges.map((edge, index) => {
      const { from, to } = edge;
      const local = known.locals.get(edgeName(from, to));
      const shown = local === undefined ? "" : numberText(local, kValueDigits);
      const tex = shortFormula(trace, edge);
      const { current } = known;
      const forward = (current?.phase === "forward" || current?.phase === "loss") && current.node === to;
      return {
        from,
        to,
        tex,
        // A link that is the number 1 says so already.
        local: /^-?\d+$/.test(tex) ? "" : shown,
        exactLocal: local,
        label: networkWords.graph.spokenEdge(trace.nodes.get(to)?.name ?? "", trace.nodes.get(from)?.name ?? "", shown),
        forward: known.values.has(to),
        backward: local !== undefined,
        ahead: trace.request.along !== undefined,
        flow: (flows[index] ?? 0) / most,
        current: backEdge === edgeName(from, to) ? "backward" : forward ? "forward" : undefined,
        lit: this.linked.lights(edgeKey(from, to)),
      };
    });
  }

  #about(trace: Trace, known: Known): string {
    const { pointed } = this;
    const legend = trace.request.along === undefined ? networkWords.graph.legend : networkWords.graph.legendAhead;
    if (!pointed) return legend;
    if ("node" in pointed) {
      const node = trace.nodes.get(pointed.node);
      if (!node) return legend;
      return node.kind === "input"
        ? networkWords.graph.given(node.latex)
        : networkWords.graph.aboutNode(node.latex, node.formula.latex);
    }
    const edge = trace.edges.get(edgeName(pointed.from, pointed.to));
    if (!edge) return legend;
    const local = known.locals.get(edgeName(pointed.from, pointed.to));
    const short = localFormula(trace, edge);
    const formula = short === edge.local.latex ? short : `${short} = ${edge.local.latex}`;
    return networkWords.graph.aboutEdge(
      edge.latex,
      formula,
      local === undefined ? "" : numberTex(local, kGradientDigits),
    );
  }
}

function shortFormula(trace: Trace, edge: GraphEdge): string {
  const formula = localFormula(trace, edge);
  const letters = formula.replace(/\\(?:left|right|hat|,|;)|[{}\s_^]/g, "").replace(/\\[a-zA-Z]+/g, "f");
  return letters.length <= kLinkCharacters ? formula : edge.latex;
}

function roleOf(trace: Trace, node: GraphNode): Role {
  if (node.id === trace.graph.output) return trace.learns ? "cost" : "value";
  if (node.kind === "definition") return "value";
  if (trace.learns && trace.request.parameters.includes(node.name)) return "parameter";
  return node.kind === "input" ? "data" : (standardRoles[node.latex] ?? "value");
}

define("chainwise-graph", ChainwiseGraph);

declare global {
  interface HTMLElementTagNameMap {
    "chainwise-graph": ChainwiseGraph;
  }
}
