/** Differentiation: parse, differentiate, simplify, print as text. Chainwise beside mathjs and nerdamer. */
import { createRequire } from "node:module";
import { milliseconds, rounds, summary, table } from "./rounds.mjs";

const require = createRequire(import.meta.url);

const warmUp = 1000; // milliseconds

const nested = (depth) => "sin(cos(".repeat(depth / 2) + "x" + "))".repeat(depth / 2);
const sum = (count) => Array.from({ length: count }, (_, k) => `sin(${k + 1}*x)^2`).join(" + ");
const network = "1/(1+exp(-(w2*1/(1+exp(-(w1*x+b1)))+b2)))";

/**
 * Those that take over ten seconds or run out of stack sit a case out. Where the answer itself is huge (2.5 million
 * characters), Chainwise is timed without printing it.
 */
const cases = [
  { name: "a: log(2+cos(x))", source: "log(2+cos(x))", variable: "x" },
  { name: "b: two sigmoids by w1", source: network, variable: "w1" },
  { name: "c: nested 50 deep", source: nested(50), variable: "x", sitOut: ["mathjs, simplified"] },
  { name: "c: nested 200 deep", source: nested(200), variable: "x", sitOut: ["mathjs, simplified"] },
  {
    name: "c: nested 1000 deep, not printed",
    source: nested(1000),
    variable: "x",
    sitOut: ["mathjs", "mathjs, simplified", "nerdamer"],
    options: { formats: [] },
  },
  {
    name: "d: product of 20 factors",
    source: Array.from({ length: 20 }, (_, k) => `(x+${k + 1})`).join("*"),
    variable: "x",
    sitOut: ["mathjs, simplified"],
  },
  { name: "e: sum of 1000 terms", source: sum(1000), variable: "x", sitOut: ["mathjs, simplified", "nerdamer"] },
  ...[
    { name: "a, with all steps", source: "log(2+cos(x))", variable: "x" },
    { name: "b, with all steps", source: network, variable: "w1" },
  ].map((it) => ({ ...it, sitOut: ["mathjs", "mathjs, simplified", "nerdamer"], options: { detail: "all" } })),
];

function contestants(chainwise) {
  const math = require("mathjs");
  const nerdamer = require("nerdamer/all.min");
  return {
    Chainwise: (source, variable, options) => {
      const result = chainwise.differentiate(source, variable, { detail: "answer", formats: ["text"], ...options });
      if (!result.ok) throw new Error(result.error.message);
    },
    mathjs: (source, variable) => math.derivative(source, variable, { simplify: false }).toString(),
    "mathjs, simplified": (source, variable) => math.derivative(source, variable).toString(),
    nerdamer: (source, variable) => nerdamer.diff(source, variable).toString(),
  };
}

/** Time as a power of the depth, by least squares on the logarithms: 1 is linear. */
function growth(chainwise, count) {
  const options = { detail: "answer", formats: [] };
  const depths = [50, 100, 200, 500, 1000];
  const results = rounds(
    count,
    depths.map((depth) => {
      const source = nested(depth);
      return { name: depth, run: () => milliseconds(() => chainwise.differentiate(source, "x", options)) };
    }),
  );
  const points = depths.map((depth) => [Math.log(depth), Math.log(Math.min(...results.get(depth)))]);
  const mean = (axis) => points.reduce((total, point) => total + point[axis], 0) / points.length;
  const [meanX, meanY] = [mean(0), mean(1)];
  const above = points.reduce((total, [x, y]) => total + (x - meanX) * (y - meanY), 0);
  const exponent = above / points.reduce((total, [x]) => total + (x - meanX) ** 2, 0);
  return `Nested 50 to 1000 deep, not printed: time grows as depth^${exponent.toFixed(2)}`;
}

export function differentiation(chainwise, count) {
  const packages = contestants(chainwise);
  const rows = cases.map(({ name, source, variable, sitOut = [], options }) => {
    const taking = Object.entries(packages).filter(([peer]) => !sitOut.includes(peer));
    // JavaScript and wasm run slowly until their compilers know what is hot, each after its own time.
    for (const [, call] of taking) milliseconds(() => call(source, variable, options), warmUp);
    const results = rounds(
      count,
      taking.map(([peer, call]) => ({ name: peer, run: () => milliseconds(() => call(source, variable, options)) })),
    );
    return [name, ...Object.keys(packages).map((peer) => summary(results.get(peer) ?? "-"))];
  });
  const head = ["differentiation, ms: min / median / max", ...Object.keys(packages)];
  return `${table(head, rows)}\n-: over 10 s, fails, or has no such thing\n\n${growth(chainwise, count)}`;
}
