/** Listings run: their numbers are those of `evaluate` and `backpropagate`, in each of the three languages. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Bindings } from "../../web/engine/api";
import { chainwise, valueOf } from "./engine";

interface Case {
  source: string;
  at: Bindings;
}

const network = "z1 = w1*x + b1\na1 = sigmoid(z1)\nz2 = w2*a1 + b2\nyhat = sigmoid(z2)\nJ = 1/2*(yhat - y)^2";
const programs: Case[] = [
  { source: "log(2+cos(x))", at: { x: 1 } },
  { source: network, at: { x: 1.5, y: 1, w1: 0.8, b1: 0.1, w2: -1.2, b2: -0.3 } },
  { source: "lambda = x^3/3 - 1/3\nclass = lambda^2*d_x - pi*e", at: { x: 1.25, d_x: 2 } },
  { source: "-x^2 - (y - 2)*(1 - x)/(-3)", at: { x: 0.5, y: -1 } },
  { source: "x^x + 2^-x - (x*y)^(1/2)", at: { x: 1.5, y: 2 } },
  { source: "u = x*y\nv = u + x\nh = u*v - v/u", at: { x: 0.75, y: -2 } },
  { source: "5", at: {} },
];
/** Each function of the table, at points in its domain and on both sides of a kink. */
const functions: Case[] = chainwise.catalog().functions.flatMap(({ formula, arity }) =>
  [0.4, 1.6, -0.7, -2.3, 12]
    .map((u) => ({ source: formula.text, at: arity === 2 ? { u, v: 3 } : { u } }) as Case)
    .filter(({ source, at }) => {
      const { nodes, gradients } = valueOf(chainwise.backpropagate(source, at));
      return nodes.every(({ value }) => Number.isFinite(value)) && Object.values(gradients).every(Number.isFinite);
    }),
);
const cases = [...programs, ...functions];

type Numbers = { value: number; gradients: Bindings };

const code = (it: Case, language: "cpp" | "python" | "javascript", detail: "definitions" | "operations") =>
  valueOf(chainwise.listing(it.source, language, { detail })).lines.map((line) => line.text);

/** The inputs in the order of the function's parameters. */
const inputsOf = ({ source }: Case) => {
  const { nodes } = valueOf(chainwise.graph(source));
  return nodes.filter((node) => node.kind === "input").map((node) => node.name);
};

const valuesOf = (it: Case) => inputsOf(it).map((name) => String(it.at[name]));

function expectNumbers(found: Numbers, it: Case): void {
  const { gradients } = valueOf(chainwise.backpropagate(it.source, it.at));
  expect(found.value, it.source).toBeCloseToRelatively(valueOf(chainwise.evaluate(it.source, it.at)));
  for (const name of inputsOf(it))
    expect(found.gradients[name], `${it.source} by ${name}`).toBeCloseToRelatively(gradients[name]!);
}

expect.extend({
  toBeCloseToRelatively(found: number, wanted: number) {
    const pass = Math.abs(found - wanted) <= 1e-12 * Math.max(1, Math.abs(wanted));
    return { pass, message: () => `${found} instead of ${wanted}` };
  },
});
declare module "vitest" {
  interface Matchers<T> {
    toBeCloseToRelatively(wanted: number): T;
  }
}

for (const detail of ["definitions", "operations"] as const) {
  test(`JavaScript, ${detail}: the numbers of the engine`, () => {
    for (const it of cases) {
      const run = new Function(`${code(it, "javascript", detail).join("\n")}\nreturn gradients(${valuesOf(it)})`);
      expectNumbers(run() as Numbers, it);
    }
  });

  test(`Python, ${detail}: the numbers of the engine`, () => {
    const script = cases
      .map((it) => [...code(it, "python", detail), `answers.append(gradients(${valuesOf(it)}))`].join("\n"))
      .join("\n");
    const answers = JSON.parse(
      execFileSync("python3", ["-"], { input: `answers = []\n${script}\nimport json\nprint(json.dumps(answers))` }) +
        "",
    ) as [number, Bindings][];
    answers.forEach(([value, gradients], i) => expectNumbers({ value, gradients }, cases[i]!));
  });

  test(`C++, ${detail}: the numbers of the engine`, { timeout: 120_000 }, () => {
    const folder = mkdtempSync(join(tmpdir(), "listing-"));
    const isFrame = (line: string) => line.startsWith("#include");
    const bodies = cases.map((it, i) => {
      const lines = code(it, "cpp", detail).filter((line) => !isFrame(line));
      return `namespace case_${i} {\n${lines.join("\n")}\n}`;
    });
    const calls = cases.map((it, i) => `show(case_${i}::gradients(${valuesOf(it)}));`);
    const includes = code(cases[0]!, "cpp", detail).filter(isFrame);
    writeFileSync(
      join(folder, "listing.cpp"),
      `${includes.join("\n")}
#include <cstdio>
${bodies.join("\n")}
void show(const std::pair<double, std::map<std::string, double>>& answer) {
  std::printf("%.17g", answer.first);
  for (const auto& [name, value] : answer.second) std::printf(" %s %.17g", name.c_str(), value);
  std::printf("\\n");
}
int main() { ${calls.join("\n")} }`,
    );
    execFileSync("g++", ["-std=c++17", "-O0", "-o", join(folder, "listing"), join(folder, "listing.cpp")]);
    const answers = String(execFileSync(join(folder, "listing")))
      .trim()
      .split("\n");
    expect(answers).toHaveLength(cases.length);
    answers.forEach((line, i) => {
      const [value, ...rest] = line.split(" ");
      const gradients: Bindings = {};
      for (let k = 0; k < rest.length; k += 2) gradients[rest[k]!] = Number(rest[k + 1]);
      expectNumbers({ value: Number(value), gradients }, cases[i]!);
    });
  });
}

test("each line is tied to a node of the graph, or belongs to the frame", () => {
  const nodes = new Set(valueOf(chainwise.graph(network)).nodes.map((node) => node.id));
  const { lines } = valueOf(chainwise.listing(network, "python"));
  for (const line of lines) if (line.node !== undefined) expect(nodes).toContain(line.node);
  expect(lines.filter((line) => line.node !== undefined).map((line) => line.pass)).toContain("backward");
});

test("unknown languages and options are errors", () => {
  expect(chainwise.listing("x", "basic" as "cpp")).toMatchObject({ ok: false, error: { code: "unknown-name" } });
  expect(chainwise.listing("x", "cpp", { colour: 1 } as object)).toMatchObject({
    ok: false,
    error: { code: "unknown-option" },
  });
});
