import katex from "katex";
import { expect, test } from "vitest";
import * as first from "../../../web/locale/en/glossary";
import * as second from "../../../web/locale/en/glossary-networks";
import { entries } from "../../../web/site/extras/glossary-entries";

const terms: Record<string, { term: string; also?: readonly string[]; means: string }> = {
  ...first.derivativeTerms,
  ...first.graphTerms,
  ...second.networkTerms,
  ...second.learningTerms,
  ...second.conventionTerms,
};

test("every entry has words, every word belongs to an entry", () => {
  expect(Object.keys(terms).sort()).toEqual(Object.keys(entries).sort());
});

test("no two entries claim the same word", () => {
  const all = Object.values(terms).flatMap(({ term, also = [] }) => [term, ...also].map((word) => word.toLowerCase()));
  expect(all.filter((word, place) => all.indexOf(word) !== place)).toEqual([]);
});

test("every formula can be typeset", () => {
  const formulas = Object.values(entries).flatMap(({ symbol, formula }: { symbol?: string; formula?: string }) => [
    symbol,
    formula,
  ]);
  const inWords = Object.values(terms).flatMap(({ means }) =>
    [...means.matchAll(/\$([^$]+)\$/g)].map(([, tex]) => tex),
  );
  for (const tex of [...formulas, ...inWords]) if (tex) expect(() => katex.renderToString(tex)).not.toThrow();
});
