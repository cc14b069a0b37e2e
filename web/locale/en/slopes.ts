/** Words of the figures that only the first lesson has: secant, table of derivatives. */
export const secant = {
  distance: "h, the distance",
  sentence: (distance: string, slope: string): string => `With h = ${distance} the secant has the slope ${slope}.`,
};

const groupNames: Record<string, string> = {
  exponential: "Exponentials and logarithms",
  roots: "Roots and sizes",
  trigonometric: "Trigonometric",
  "inverse trigonometric": "Inverse trigonometric",
  hyperbolic: "Hyperbolic",
  "machine learning": "Of neural networks",
};

export const functions = {
  label: "Functions and their derivatives",
  groups: "Kind of function",
  group: (name: string): string => groupNames[name] ?? name,
  formula: "Function",
  derivative: "Derivative",
  picture: "Both",
  domain: "Defined for",
  everywhere: "all u",
  kinks: (places: string): string => `(kink at ${places})`,
  show: "Show",
  choose: (name: string): string => `Show ${name}`,
  pictureOf: (name: string): string => `Curve of ${name} and, dashed, of its derivative`,
};
