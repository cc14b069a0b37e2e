/**
 * The chain that a function is at one point: x -> u -> h, each link with its value and its slope. Read from the
 * derivation's own chain steps, so that the picture and the steps can never differ.
 *
 *     chainOf(study)   // links: x = 1; u = 2.540, du/dx = -0.841; h = 0.932, dh/du = 0.394
 */
import type { Formula, Step } from "../engine/api";
import type { FunctionStudy } from "./function-study";

export interface Link {
  /** Name in a program, and typeset. */
  name: string;
  latex: string;
  value: number;
  /** d this / d the link before; NaN for the first. */
  slope: number;
  /** How this link is computed from the one before, where it is known. */
  formula: Formula | undefined;
  /** The whole of this link in terms of the variable. */
  part: Formula | undefined;
  /** The formula of `slope`. */
  slopeFormula: Formula | undefined;
}

export interface Chain {
  /** From the variable to the function: two at least. */
  links: Link[];
  /** The product of the slopes. */
  slope: number;
}

interface Layer {
  name: string;
  latex: string;
  formula: Formula;
  outerSlope: Formula | undefined;
  outer: Formula | undefined;
}

/** The chain steps inside each other, outermost first: the names they give, and the slopes around them. */
function layersOf(study: FunctionStudy): { layers: Layer[]; last: Formula | undefined } {
  const layers: Layer[] = [];
  let step = study.derivation?.steps.find((candidate) => candidate.rule !== "simplify");
  while (step?.rule === "chain" && step.inner) {
    const { inner } = step;
    const parts: readonly Step[] = step.steps;
    const around = parts.find((part) => part.label?.by === inner.latex);
    const within = parts.find((part) => part.label?.of === inner.latex);
    const naming = parts.find((part) => part.rule === "name-inner");
    layers.push({
      ...inner,
      outerSlope: around?.after,
      outer: naming && study.pendingOperand(naming.after),
    });
    step = within;
  }
  return { layers, last: step?.after };
}

export function chainOf(study: FunctionStudy): Chain {
  const { layers, last } = layersOf(study);
  const { at } = study;
  // Values from the inside out: a layer's formula speaks of the variable only.
  const values = layers.map((layer) => study.evaluate(layer.formula.text, at));
  const named = { ...at, ...Object.fromEntries(layers.map((layer, i) => [layer.name, values[i] ?? Number.NaN])) };
  const slopeOf = (formula: Formula | undefined): number => (formula ? study.evaluate(formula.text, named) : Number.NaN);

  const links: Link[] = [
    {
      name: study.variable,
      latex: study.variableLatex,
      value: study.x,
      slope: Number.NaN,
      formula: undefined,
      part: undefined,
      slopeFormula: undefined,
    },
  ];
  for (let i = layers.length - 1; i >= 0; --i) {
    const layer = layers[i] as Layer;
    const deeper = layers[i + 1];
    const slopeFormula = deeper ? deeper.outerSlope : last;
    links.push({
      name: layer.name,
      latex: layer.latex,
      value: values[i] ?? Number.NaN,
      slope: slopeOf(slopeFormula),
      formula: deeper ? deeper.outer : layer.formula,
      part: layer.formula,
      slopeFormula,
    });
  }
  const whole = study.definitions[study.definitions.length - 1];
  const outermost = layers[0];
  const slopeFormula = outermost ? outermost.outerSlope : study.derivation?.derivative;
  links.push({
    name: outputName(whole?.name),
    latex: outputLatex(whole),
    value: study.value,
    slope: outermost ? slopeOf(slopeFormula) : study.slope,
    formula: outermost ? outermost.outer : whole?.formula,
    part: whole?.formula,
    slopeFormula,
  });
  return { links, slope: links.slice(1).reduce((product, link) => product * link.slope, 1) };
}

/** A plain expression has no name of its own; the course calls it h. */
export function outputName(name: string | undefined): string {
  return name ? name : "h";
}

export function outputLatex(definition: { name: string; latex: string } | undefined): string {
  return definition?.name ? definition.latex : "h";
}
