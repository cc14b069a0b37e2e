import { expect, test } from "./support/test";

/** Formulas of x with values of ordinary size; the same ones in each run. */
function formulas(count: number): string[] {
  let state = 20;
  const below = (n: number): number => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor((state / 2147483648) * n);
  };
  const make = (depth: number): string => {
    if (depth === 0) return ["x", "x", "2", "0.5", "pi"][below(5)]!;
    const a = make(depth - 1 - below(depth));
    const b = make(depth - 1 - below(depth));
    const kinds = [`${a} + ${b}`, `(${a})*(${b})`, `${a} - (${b})`, `(${a})/(3 + cos(${b}))`, `(${a})^2`];
    const calls = ["sin", "cos", "tanh", "sigmoid", "softplus", "atan"].map((name) => `${name}(${a})`);
    return [...kinds, ...calls][below(11)]!;
  };
  const made = new Set<string>();
  while (made.size < count) {
    const formula = make(3);
    if (/x/.test(formula) && /[a-z+*/^-]/.test(formula.replace(/x/g, ""))) made.add(formula);
  }
  return [...made];
}

interface Node {
  name: string;
  value: string;
  gradient: string;
}

/** −1.5 · 10⁻⁷ as it stands on the page, in text or typeset. */
function read(text: string): number {
  const raised = text.replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹⁻]/g, (c) => "0123456789-"["⁰¹²³⁴⁵⁶⁷⁸⁹⁻".indexOf(c)]!);
  const [, mantissa = "NaN", exponent = "0"] =
    /(-?[\d.]+)(?:\s*[·⋅]\s*10(-?\d+))?$/.exec(raised.replace(/[−–]/g, "-").trim()) ?? [];
  return Number(`${mantissa}e${exponent}`);
}

test("100 random formulas and points: symbols, graph, numbers and code say the same", async ({ page, open }) => {
  test.setTimeout(180_000);
  await page.setViewportSize({ width: 1440, height: 1600 }); // what is off the screen catches up later
  await open("#/lessons/chain-rule");
  const views = page.locator("chainwise-four-views");
  await views.scrollIntoViewIfNeeded();
  await views.getByRole("button", { name: "JavaScript" }).click();
  await views.evaluate((element) => element.scrollIntoView({ block: "end" }));
  let compared = 0;
  for (const [index, formula] of formulas(100).entries()) {
    const x = Math.round(((index * Math.SQRT2) % 4) * 100) / 100 - 2;
    const shown = await page.evaluate(
      async ([text, at]) => {
        const lesson = document.querySelector("lesson-chain-rule")!;
        const field = document.querySelector<HTMLInputElement>(
          "chainwise-function textarea, chainwise-function input",
        )!;
        field.value = text;
        field.dispatchEvent(new InputEvent("input", { bubbles: true }));
        (lesson as unknown as { state: { set(change: object): void } }).state.set({ x: at });
        const frame = () => new Promise((done) => requestAnimationFrame(done));
        const root = document.querySelector("chainwise-four-views")!;
        for (let i = 0; i < 2 || root.querySelector("[aria-busy=true]"); i++) await frame();
        const all = (selector: string) => [...root.querySelectorAll<HTMLElement>(selector)];
        const words = (element: Element | null | undefined) => element?.textContent.trim() ?? "";
        return {
          symbols: all(".link-line").map((line) => ({
            name: line.dataset["node"] ?? "",
            value: words(line.querySelector("kit-formula .katex-html")),
            gradient: words(line.querySelector(".whole .katex-html")),
          })),
          graph: all(".graph-card").map((card) => ({
            name: card.dataset["node"] ?? "",
            value: words(card.querySelector(".value")),
            gradient: words(card.querySelector(".gradient")),
          })),
          numbers: all("chainwise-node-table tbody tr").map((row) => ({
            name: row.dataset["node"] ?? "",
            value: words(row.querySelectorAll("td")[0]),
            gradient: words(row.querySelectorAll("td")[2]),
          })),
          code: all(".listing .line").map((line) => line.textContent),
        };
      },
      [formula, x] as const,
    );
    if (shown.code.length === 0) continue; // too many links to draw: the page says so
    const names = shown.graph.map(({ name }) => name).filter((name) => name !== "x");
    const given = shown.graph.some(({ name }) => name === "x") ? "x" : "";
    // What the page shows as code, run as it stands, with everything that it computes handed out.
    const code = shown.code.join("\n");
    const kept = [...names, ...(given ? ["x"] : [])].map((name) => `${name}: [${name}, d_${name}]`).join(", ");
    const source = `${code.slice(0, code.lastIndexOf("return"))} return { ${kept} }; }`;
    const run = new Function(`${source}; return gradients(${given ? x : ""});`) as () => Record<string, number[]>;
    const computed = run();
    const agree = (nodes: Node[], where: string) => {
      for (const { name, value, gradient } of nodes) {
        const [exact = NaN, slope = NaN] = computed[name] ?? [];
        const close = (text: string, number: number) =>
          Math.abs(read(text) - number) <= 6e-4 * Math.max(1, Math.abs(number));
        expect(close(value, exact), `${formula} at ${x}: ${name} = ${value} in ${where}, ${exact} by the code`).toBe(
          true,
        );
        expect(
          close(gradient, slope),
          `${formula} at ${x}: gradient of ${name} = ${gradient} in ${where}, ${slope}`,
        ).toBe(true);
        compared++;
      }
    };
    agree(shown.symbols, "symbols");
    agree(shown.graph, "graph");
    agree(shown.numbers, "numbers");
    expect(shown.symbols.map(({ name }) => name)).toEqual(names);
    expect(shown.numbers.length).toBe(shown.graph.length);
  }
  expect(compared).toBeGreaterThan(800);
});

test("what one points at lights up in all four views, by keyboard as well", async ({ page, open }) => {
  await open("#/lessons/chain-rule");
  const views = page.locator("chainwise-four-views");
  await views.scrollIntoViewIfNeeded();
  const lit = ["link-line.lit", "graph-card.lit", "numbers tr.lit", "listing .line.lit"];
  await views.locator(".link-line").first().focus();
  await page.keyboard.press("ArrowDown");
  for (const place of lit) await expect(views.locator(`.${place}`).first()).toHaveAttribute("data-node", "v2");
  await views.locator(".listing .line[data-node=v1]").first().hover();
  await views.locator(".link-line").nth(1).blur();
  await views.locator(".listing .line[data-node=v2]").first().hover();
  await views.locator(".listing .line[data-node=v1]").first().hover();
  for (const place of lit) await expect(views.locator(`.${place}`).first()).toHaveAttribute("data-node", "v1");
});
