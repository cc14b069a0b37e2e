import { expect, test } from "vitest";
import { pseudo } from "../../../web/locale/pseudo/pseudo";

/** What is seen: without the signs that say where a direction begins and ends. */
const seen = (text: string): string => text.replace(/[\u202a-\u202e\u2066-\u2069]/g, "");

test("every letter of a word is marked, some are doubled, brackets stand around it", () => {
  expect(seen(pseudo({ play: "Play again" }).play)).toBe("⟦Þļļååý ååĝååîîññ⟧");
});

test("formulas, calls, names with digits, numbers and lines of LaTeX stay", () => {
  const said = pseudo({
    mixed: "The weight $w_1$ of log(2 + cos(x)) at x1 = -0.5",
    line: "$$!z = w x + b$$",
    latex: "\\text{layers}",
  });
  expect(seen(said.mixed)).toMatch(/^⟦Ţĥéé ŵéé.* \$w_1\$ ööƒ log\(2 \+ cos\(x\)\) ååţ x1 = -0\.5⟧$/);
  expect(said.mixed).toContain("\u2068-0.5\u2069");
  expect(said.line).toBe("$$!z = w x + b$$");
  expect(said.latex).toBe("\\text{layers}");
});

test("a sentence with parts: what it is given stays, also where it looks like a word", () => {
  const { says } = pseudo({ says: (name: string, { cost }: { cost: string }) => `cost of ${name} is ${cost}` });
  expect(seen(says("exp", { cost: "1e-3" }))).toMatch(/^⟦çööšţ ööƒ exp îîš 1e-3⟧$/);
});

test("a sentence in a sentence is not translated twice", () => {
  const { open, of } = pseudo({ open: "Open", of: (what: string) => `${what} it` });
  expect(of(open)).toContain(open);
});

test("keys, numbers, flags and what the engine reads stay; lists and tables keep their shape", () => {
  const check = {
    ask: "How large?",
    solution: "sigmoid(2)",
    tolerance: 0.1,
    choices: [{ text: "Larger", right: true }],
  };
  const said = pseudo(check);
  expect(Object.keys(said)).toEqual(Object.keys(check));
  expect(said).toMatchObject({ solution: "sigmoid(2)", tolerance: 0.1, choices: [{ right: true }] });
  expect(seen(said.choices[0]?.text ?? "")).toBe("⟦Ļļååŕĝééŕ⟧");
});

test("a long text grows by 35 to 40 percent", () => {
  const line = "The derivative of a nested function is the product of the derivatives of its links. ".repeat(20);
  const growth = seen(pseudo(line)).length / line.length;
  expect(growth).toBeGreaterThan(1.35);
  expect(growth).toBeLessThan(1.4);
});
