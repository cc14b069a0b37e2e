/** The goldens of tests/data, which the native tests read as well, through the package. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { chainwise, valueOf } from "./engine";

const goldens = (file: string) =>
  readFileSync(`tests/data/${file}`, "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("# "))
    .map((line) => {
      const arrow = line.lastIndexOf("=> ");
      return [line.slice(0, Math.max(0, arrow - 1)).replaceAll("\\n", "\n"), line.slice(arrow + 3)] as const;
    });

const formulaOf = (source: string) => valueOf(chainwise.parse(source)).definitions.at(-1)!.formula;

test.each(goldens("parse.txt"))("parse: %s => %s", (input, output) => {
  expect(formulaOf(input).text).toBe(output);
});

test.each(goldens("notes.txt"))("notes: %s => %s", (input, output) => {
  const notes = valueOf(chainwise.parse(input)).notes.map(
    ({ code, message, position, length }) => `${code} @${position}+${length} ${message}`,
  );
  expect(notes.join("; ") || "none").toBe(output);
});

test.each(goldens("latex.txt"))("LaTeX: %s => %s", (input, output) => {
  expect(formulaOf(input).latex).toBe(output);
});

test.each(goldens("mathml.txt"))("MathML: %s => %s", (input, output) => {
  const mathml = formulaOf(input).mathml.replaceAll("\u2061", "&af;").replaceAll("\u2062", "&it;");
  expect(mathml).toBe(`<math>${output}</math>`);
});

test.each(goldens("derivatives.txt"))("derivative: %s => %s", (input, output) => {
  expect(valueOf(chainwise.differentiate(input, "x")).derivative.text).toBe(output);
});

test.each(goldens("equivalence.txt"))("equivalent: %s => %s", (input, output) => {
  const [a, b] = input.split(" ~ ") as [string, string];
  const answer = valueOf(chainwise.equivalent(a, b));
  expect(answer.verdict).toBe(output);
  expect(answer.witness !== undefined).toBe(output === "different");
});

test.each(goldens("mistakes.txt"))("mistake: %s => %s", (input, output) => {
  const result = chainwise.parse(input);
  expect(result.ok).toBe(false);
  if (!result.ok) expect(`${result.error.code} @${result.error.position}+${result.error.length}`).toBe(output);
});
