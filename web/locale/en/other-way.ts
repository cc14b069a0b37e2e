/** Words of derivations that are done another way. `$...$` is LaTeX. */
const rules: Readonly<Record<string, string>> = {
  quotient: "the quotient rule",
  "quotient-as-product": "product with a power",
  "root-as-power": "root as a power",
  "power-as-product": "product of equal factors",
  "product-as-power": "product as a power",
  "power-as-exp": "with exp and log",
};

const rule = (id: string): string => rules[id] ?? id;

export const en = {
  button: (id: string): string => `Another way: ${rule(id)}`,
  usual: "The usual way",
  title: (id: string): string => `Another way: ${rule(id)}`,
  part: (name: string, formula: string): string => `Here $${name} = ${formula}$.`,
  opened: (id: string): string => `The other way is shown: ${rule(id)}.`,
  closed: "The other way is folded.",
  none: "The steps of this way cannot be written out.",

  end: {
    sameText: (answer: string): string => `Both ways end in the same formula, $${answer}$.`,
    equal: (usual: string, other: string): string =>
      `Both answers are equal: $${usual} = ${other}$. They are the same function, written in two forms.`,
    except: (parts: readonly string[]): string =>
      `This takes for granted that ${parts.map((part) => `$${part}$`).join(" and ")} is not 0.`,
    different: (usual: string, other: string): string =>
      `The two answers, $${usual}$ and $${other}$, do not have the same values everywhere.`,
    unknown: (usual: string, other: string): string =>
      `The answers are $${usual}$ and $${other}$. No rule is known here that shows them equal, and no place where they differ.`,
    at: (name: string, x: string, usual: string, other: string): string =>
      usual === other
        ? `At $${name} = ${x}$ both are ${usual}.`
        : `At $${name} = ${x}$ they are ${usual} and ${other}.`,
  },
};
