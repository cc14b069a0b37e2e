import { describe, expect, test } from "vitest";
import { derivationLines } from "../../../web/figures/derivation-lines";
import { FunctionStudy } from "../../../web/figures/function-study";
import { testEngine } from "../support/engine";

const study = async (text: string, x = 0.7) => new FunctionStudy(await testEngine(), text, { x });

describe("chain", () => {
  test.each<[string, string]>([
    ["log(2+cos(x))", "x u h"],
    ["sin(cos(x^2))", "x v u h"],
    ["x^2*sin(x)", "x h"],
    ["x", "x h"],
    ["3", "x h"],
    ["u = x^2\ny = sin(u)", "x u y"],
    ["z = 2*x + 1\na = sigmoid(z)\nJ = (a - 1)^2/2", "x z a J"],
    ["a = x^2\nb = a*x\nJ = sin(b)", "x J"],
  ])("%j → %s", async (text, names) => {
    const { chain } = await study(text);
    expect(chain.links.map((link) => link.name).join(" ")).toBe(names);
  });

  test.each([
    "log(2+cos(x))",
    "sin(cos(x^2))",
    "exp(-x^2/2)",
    "sqrt(1+x^2)",
    "sigmoid(3x-1)",
    "x^2 sin(x)",
    "(x+sin(x^2))/(1+x)",
    "tanh(log(1+x^2))^3",
    "2^sin(x)",
    "z = 2*x + 1\na = sigmoid(z)\nJ = (a - 1)^2/2",
  ])("%j: the slopes of the links multiply to the derivative", async (text) => {
    for (const x of [-1.3, 0.2, 0.7, 2]) {
      const { chain, proof, slope } = await study(text, x);
      expect(proof?.agree).toBe(true);
      expect(chain.slope).toBeCloseTo(slope, 11);
      expect(chain.links.at(-1)?.value).toBe((await study(text, x)).value);
    }
  });
});

describe("derivation lines", () => {
  test("log(2+cos(x)): the seven lines of the running example", async () => {
    const lines = derivationLines(await study("log(2+cos(x))"));
    expect(lines.map(({ number, rule }) => `${number} ${rule}`)).toEqual([
      "1 name-inner",
      "2 chain-links",
      "3 table",
      "4 sum",
      "5 multiply",
      "6 put-back",
      "7 simplify",
    ]);
    expect(lines.map(({ left }) => left)).toEqual([
      "h",
      "\\frac{dh}{dx}",
      "\\frac{dh}{du}",
      "\\frac{du}{dx}",
      "\\frac{dh}{dx}",
      "\\frac{dh}{dx}",
      "\\frac{dh}{dx}",
    ]);
    expect(lines[1]?.right).toBe("\\frac{dh}{du} \\cdot \\frac{du}{dx}");
    expect(lines[3]?.right).toBe("0-\\sin x = -\\sin x");
    expect(lines[3]?.lines.map((line) => line.number)).toEqual(["4.1", "4.2", "4.3", "4.4"]);
  });

  test("x^2*sin(x): the first line says the rule for the whole", async () => {
    const [first] = derivationLines(await study("x^2*sin(x)"));
    expect(first?.rule).toBe("product");
  });

  test("a line about the whole has the value of the derivative", async () => {
    for (const text of ["log(2+cos(x))", "x^2*sin(x)", "sin(cos(x^2))", "(x+sin(x^2))/(1+x)", "x^x"]) {
      const it = await study(text, 1.3);
      const last = derivationLines(it).at(-1);
      expect(it.evaluate(last?.value?.text ?? "", it.at)).toBeCloseTo(it.slope, 10);
    }
  });
});

describe("study", () => {
  test("a mistake keeps the last function", async () => {
    const it = await study("x^3", 2);
    it.change({ text: "x^3+" });
    expect(it.error?.position).toBe(3);
    expect([it.text, it.source, it.slope]).toEqual(["x^3+", "x^3", 12]);
    it.change({ text: "x^2" });
    expect([it.error, it.slope]).toEqual([undefined, 4]);
  });

  test("a study that starts with a mistake shows the usual function", async () => {
    const it = await study("log(");
    expect(it.error).toBeDefined();
    expect(it.source).toBe("log(2+cos(x))");
  });

  test("the variable: the wished one, else x, else the first name", async () => {
    const it = await study("w*x+b");
    it.change({ variable: "b" });
    expect(it.variable).toBe("b");
    it.change({ variable: "q" });
    expect(it.variable).toBe("x");
    it.change({ text: "t^2" });
    expect(it.variable).toBe("t");
  });

  test("other names keep their values", async () => {
    const it = await study("w*x+b", 2);
    it.change({ others: { w: 3, b: -1 } });
    expect([it.value, it.slope]).toEqual([5, 3]);
  });

  test("where the function has no value it has no slope, whatever the formula of the slope says", async () => {
    const it = await study("log(x)", -1);
    expect([it.value, it.slope]).toEqual([Number.NaN, Number.NaN]);
    const { samples } = it.slopeCurve(-2, 2);
    const y = Array.from(samples.y);
    expect(y.filter((_, i) => (samples.x[i] ?? 0) < 0).every(Number.isNaN)).toBe(true);
    expect(y.filter((_, i) => (samples.x[i] ?? 0) > 0).every(Number.isFinite)).toBe(true);
  });

  test("subscribers hear each change until they leave", async () => {
    const it = await study("x");
    let heard = 0;
    const leave = it.subscribe(() => ++heard);
    it.change({ x: 3 });
    leave();
    it.change({ x: 4 });
    expect(heard).toBe(1);
  });
});
