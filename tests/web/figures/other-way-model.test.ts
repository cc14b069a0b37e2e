import { expect, test } from "vitest";
import { derivationLines } from "../../../web/figures/derivation-lines";
import { FunctionStudy } from "../../../web/figures/function-study";
import { OtherWay } from "../../../web/figures/other-way-model";
import { testEngine } from "../support/engine";

/** Function, the way, its derivative by hand, a point. */
const kWhole = [
  ["(x^2+1)/(x-1)", "quotient-as-product", (x: number) => 2 * x * (x - 1) ** -1 - (x * x + 1) * (x - 1) ** -2, 2.5],
  ["sin(x)^2", "power-as-product", (x: number) => 2 * Math.sin(x) * Math.cos(x), 0.7],
  ["x^x", "power-as-exp", (x: number) => x ** x * (Math.log(x) + 1), 1.8],
  ["sqrt(1+x^2)", "root-as-power", (x: number) => x / Math.hypot(1, x), -1.3],
  ["1/(1+x^2)", "quotient", (x: number) => (-2 * x) / (1 + x * x) ** 2, 0.4],
] as const;

for (const [source, rule, slope, x] of kWhole) {
  test(`${source}: ${rule} is offered, and leads to an equal answer`, async () => {
    const study = new FunctionStudy(await testEngine(), source, { x });
    const [step] = study.derivation?.steps ?? [];
    if (!step) throw new Error("no steps");
    expect(step.alternatives).toContain(rule);
    const way = new OtherWay(study, { step, whole: true }, rule);
    expect(way.study.derivation?.steps[0]?.rule).toBe(rule);
    expect(way.agreement?.verdict).toBe("equal");
    for (const value of way.agreement?.values ?? []) expect(value).toBeCloseTo(slope(x), 10);
    study.change({ x: x + 0.1 });
    way.follow();
    expect(way.agreement?.values[1]).toBeCloseTo(slope(x + 0.1), 10);
  });
}

test("a part of a function is derived under a name of its own", async () => {
  const study = new FunctionStudy(await testEngine(), "sin(x^2)*p", { x: 3 });
  const line = derivationLines(study).flatMap((each) => [each, ...each.lines, ...each.lines.flatMap((it) => it.lines)]);
  const power = line.find(({ ways }) => ways.includes("power-as-product"));
  if (!power) throw new Error("no other way for the power");
  const way = new OtherWay(study, { step: power.step, whole: false }, "power-as-product");
  expect(way.study.name).toBe("q"); // p is taken
  expect(derivationLines(way.study).every(({ left }) => !left.includes("h"))).toBe(true);
  expect(way.agreement).toMatchObject({ verdict: "equal", values: [6, 6] });
});

test("no line says what the line before it said", async () => {
  const study = new FunctionStudy(await testEngine(), "(x^2+1)/(x-1)");
  const [step] = study.derivation?.steps ?? [];
  if (!step) throw new Error("no steps");
  const { study: other } = new OtherWay(study, { step, whole: true }, "quotient-as-product");
  expect(derivationLines(other).map(({ rule }) => rule)).toEqual(["quotient-as-product", "product", "simplify"]);
});
