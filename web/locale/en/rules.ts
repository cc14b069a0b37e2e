/** The reason of each step of a derivation, from the rule's id and its parts. `$...$` is LaTeX, `*...*` a term. */
export interface RuleParts {
  rule: string;
  /** Typeset names: the variable of the derivation, and the function's own name. */
  variable: string;
  output: string;
  /** Where an inner part is named: the name of the whole, if it has one. */
  whole: string;
  inner: { name: string; formula: string } | undefined;
  /** The outer function in terms of the inner name. */
  outer: string;
  /** This step derives `of` by `by`, where it has names for them. */
  of: string | undefined;
  by: string | undefined;
  functionName: string | undefined;
  before: string;
  terms: readonly string[];
  nonzero: readonly string[];
  defined: readonly string[];
}

type Wording = (parts: RuleParts) => string;

const isPart = (parts: RuleParts): string => (parts.of && parts.of !== parts.output ? `*Inner derivative.* ` : "");

export const rules: Readonly<Record<string, Wording>> = {
  constant: () => "*A constant* does not change, so its slope is 0.",
  identity: ({ variable }) => `*The variable itself.* $${variable}$ changes exactly as fast as $${variable}$.`,
  "constant-multiple": (p) => `${isPart(p)}A *constant factor* stays in front.`,
  sum: (p) => `${isPart(p)}A *sum*: derive each term on its own.`,
  product: (p) => `${isPart(p)}A *product*: derive one factor at a time, keep the others, and add.`,
  quotient: (p) =>
    `${isPart(p)}A *quotient*: top derived times bottom, minus top times bottom derived, over bottom squared.`,
  reciprocal: (p) => `${isPart(p)}*One over something*: minus its derivative, over its square.`,
  power: (p) => `${isPart(p)}A *power*: the exponent comes down, and drops by one.`,
  exponential: (p) => `${isPart(p)}An *exponential*: itself, times the logarithm of its base.`,
  "general-power": (p) => `${isPart(p)}Base and exponent both change: write the power with exp and log.`,
  "quotient-as-product": (p) => `${isPart(p)}A *quotient as a product*: dividing is multiplying by the power $-1$.`,
  "root-as-power": (p) => `${isPart(p)}A *root as a power*: the square root is the power $\\frac{1}{2}$.`,
  "power-as-product": (p) => `${isPart(p)}A *power as a product* of equal factors, for the product rule.`,
  "product-as-power": (p) => `${isPart(p)}A *product of equal factors as a power*, for the power rule.`,
  "power-as-exp": (p) =>
    `${isPart(p)}A *power with exp and log*: the base is $e$ to its logarithm, so the chain rule serves.`,
  rewrite: ({ terms }) => (terms[0] ? `*The same, in another form*: $${terms[0]}$.` : "*The same, in another form*."),
  logarithm: (p) => `${isPart(p)}A *logarithm*: one over its argument.`,
  table: ({ by, variable, functionName }) =>
    by !== undefined && by !== variable
      ? `*Outer derivative*, from the table: ${functionName ?? "a table entry"}.`
      : `From the *table*: ${functionName ?? "an elementary function"}.`,
  chain: (p) => `${isPart(p)}A function inside a function: the *chain rule* again.`,
  "name-inner": ({ inner, outer, whole }) =>
    inner
      ? `*Name the inner part.* Let $${inner.name} = ${inner.formula}$.${outer && whole ? ` Then $${whole} = ${outer}$.` : ""}`
      : "*Name the inner part.*",
  "chain-links": () => "*Chain rule.* The slope of the whole is the product of the slopes of its links.",
  links: () => "*Chain rule.* The slope of the whole is the product of the slopes of its links.",
  multiply: () => "*Multiply* the two links.",
  "put-back": ({ inner }) => (inner ? `*Put back* $${inner.name} = ${inner.formula}$.` : "*Put the inner part back.*"),
  fork: ({ variable }) => `$${variable}$ acts along several ways: the *contributions add*.`,
  definition: ({ of }) => (of ? `Derive $${of}$ by its *definition*.` : "Put the *definition* in."),
  split: () => "*Write the rule down.* What is still to be derived stands behind the sign of the derivative.",
  assemble: () => "*Put the parts together.*",
  "as-above": () => "This part was derived *above*.",
  tidy: () => "*Tidy up*: terms 0 and factors 1 go.",
  simplify: ({ nonzero, defined }) => {
    const granted = [...nonzero.map((part) => `$${part}$ is not 0`), ...defined.map((part) => `$${part}$ has a value`)];
    return `*Tidy up.*${granted.length > 0 ? ` This takes for granted that ${granted.join(" and ")}.` : ""}`;
  },
  repeat: () => "*Once more*: derive the result again.",
};

/** For a rule that this language has no words for yet. */
export const unknownRule: Wording = ({ rule }) => `By the rule “${rule}”.`;
