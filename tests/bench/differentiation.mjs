/** Differentiation: parse, differentiate, simplify, print as text. Chainwise beside mathjs and nerdamer. */
import { createRequire } from "node:module";
import { milliseconds, rounds, summary, table } from "./rounds.mjs";

const require = createRequire(import.meta.url);

const nested = (depth) => "sin(cos(".repeat(depth / 2) + "x" + "))".repeat(depth / 2);
const sum = (count) => Array.from({ length: count }, (_, k) => `sin(${k + 1}*x)^2`).join(" + ");
const network = "1/(1+exp(-(w2*1/(1+exp(-(w1*x+b1)))+b2)))";

/** name, source, variable, and the peers that take over ten seconds or run out of stack there: they sit it out. */
const cases = [
  ["a: log(2+cos(x))", "log(2+cos(x))", "x", []],
  ["b: two sigmoids by w1", network, "w1", []],
  ["c: nested 50 deep", nested(50), "x", ["mathjs, simplified"]],
  ["c: nested 200 deep", nested(200), "x", ["mathjs, simplified"]],
  ["c: nested 1000 deep (2.5 million characters)", nested(1000), "x", ["mathjs", "mathjs, simplified", "nerdamer"]],
  [
    "d: product of 20 factors",
    Array.from({ length: 20 }, (_, k) => `(x+${k + 1})`).join("*"),
    "x",
    ["mathjs, simplified"],
  ],
  ["e: sum of 1000 terms", sum(1000), "x", ["mathjs, simplified", "nerdamer"]],
];

function contestants(chainwise) {
  const math = require("mathjs");
  const nerdamer = require("nerdamer/all.min");
  return {
    Chainwise: (source, variable) => {
      const result = chainwise.differentiate(source, variable, { detail: "answer", formats: ["text"] });
      if (!result.ok) throw new Error(result.error.message);
    },
    mathjs: (source, variable) => math.derivative(source, variable, { simplify: false }).toString(),
    "mathjs, simplified": (source, variable) => math.derivative(source, variable).toString(),
    nerdamer: (source, variable) => nerdamer.diff(source, variable).toString(),
  };
}

export function differentiation(chainwise, count) {
  const packages = contestants(chainwise);
  const rows = cases.map(([name, source, variable, sitsOut]) => {
    const taking = Object.entries(packages).filter(([peer]) => !sitsOut.includes(peer));
    for (const [, call] of taking) call(source, variable); // until the optimizing compiler has seen it once
    const results = rounds(
      count,
      taking.map(([peer, call]) => ({ name: peer, run: () => milliseconds(() => call(source, variable)) })),
    );
    return [name, ...Object.keys(packages).map((peer) => summary(results.get(peer) ?? "over 10 s, or fails"))];
  });
  return table(["differentiation, ms: min / median / max", ...Object.keys(packages)], rows);
}
