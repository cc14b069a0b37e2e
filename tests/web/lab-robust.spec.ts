/** What the laboratory does with what is damaged, too large, or taken away: a sentence, nothing lost, and it goes on. */
import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./support/test";

const exact = async (page: Page, name: string): Promise<number> =>
  Number(await page.locator(`lab-page [data-number=${name}]`).getAttribute("data-value"));
const button = (page: Page, name: string): Locator => page.getByRole("button", { name, exact: true });
const said = (page: Page, sentence: RegExp) =>
  expect(page.getByRole("alert").filter({ hasText: sentence })).toBeVisible();

/** One epoch more is trained, from where it was. */
async function goesOn(page: Page): Promise<void> {
  const before = await exact(page, "epoch");
  await button(page, "One epoch").click();
  await expect.poll(() => exact(page, "epoch")).toBe(before + 1);
}

const damaged = {
  data: "evil",
  rule: "\u0001",
  own: `c${"*A1_1".repeat(500)}`,
  features: "x1.x1",
  noise: "-1",
  count: "1e9",
  test: "99",
  seed: "0",
  layers: "tanh0",
  loss: "x",
  optimizer: "x",
  rate: "1e9",
  batch: "0.5e-9",
  start: "x",
  l1: "-1",
  l2: "NaN",
  node: "9.99",
  point: "0",
  lock: "everything",
  hide: "constructor",
  goal: "1e9",
  w: "1.%",
  constructor: "1",
};

test("a damaged link, numbers out of range, files that are none: said what and where, and nothing is lost", async ({
  page,
  open,
}) => {
  await open(`#/lab?${new URLSearchParams(damaged).toString()}`);
  const notice = await page.getByText("could not be read").textContent();
  for (const key of Object.keys(damaged)) expect(notice).toContain(`“${key}”`);
  await goesOn(page);
  const loss = await exact(page, "loss");

  const type = async (field: Locator, value: string): Promise<void> => {
    await field.fill(value);
    await field.press("Enter");
  };
  await type(page.getByRole("spinbutton", { name: "Learning rate η" }), "1e9");
  await said(page, /from 0\.0001 to 1000\. It stays 0\.3/);
  await type(page.locator("tr[data-parameter=w1]").getByRole("textbox"), "1e308");
  await said(page, /from -1000000 to 1000000/);

  const give = (content: string | Buffer) => ({ name: "a", mimeType: "text/plain", buffer: Buffer.from(content) });
  await page.getByText("From a table (CSV)").click();
  const table = page.locator("lab-table input[type=file]");
  await table.setInputFiles(give(Buffer.alloc(10_500_000, "1,2\n")));
  await said(page, /10\.5 MB/);
  await table.setInputFiles(give("1,2\n1e300,4"));
  await said(page, /Row 2, column 1: “1e300” is too large/);
  await page.locator(".home").scrollIntoViewIfNeeded();
  const home = page.locator("chainwise-take-home input[type=file]");
  const network = { chainwise: 1, settings: "layers=tanh2", weights: [[1, 2, 3], [1, 2]], biases: [[0, 0], [0]] }; // prettier-ignore
  await home.setInputFiles(give(JSON.stringify(network)));
  await said(page, /do not fit its own settings/);
  await home.setInputFiles(give("[".repeat(900_000)));
  await said(page, /no JSON/);

  expect(await exact(page, "loss")).toBe(loss);
  // What was asked about is gone.
  await page.locator('[data-parameter="0.3"]').dispatchEvent("click");
  await expect(page.getByRole("heading", { name: "b of node 4 of layer 1" })).toBeVisible();
  await button(page, "One node fewer in layer 1").click();
  await expect(page.locator("lab-asked")).toContainText("no longer has this part");
  await goesOn(page);
});

test("the worker is ended while it opens, and again while it trains: another goes on, and that is said", async ({
  page,
  open,
}) => {
  await page.addInitScript(`
    window.workers = [];
    const Original = Worker;
    window.Worker = class extends Original {
      constructor(...all) { super(...all); window.workers.push(this); }
      postMessage(...all) {
        super.postMessage(...all);
        if (window.workers.length === 1) this.terminate();
      }
    };
  `);
  await open("#/lab");
  await button(page, "Play").click();
  await expect.poll(() => exact(page, "epoch")).toBeGreaterThan(10);
  expect(await page.evaluate("window.workers.length")).toBe(2);
  await page.evaluate("window.workers.at(-1).terminate()");
  await said(page, /Another one has gone on/);
  await button(page, "Pause").click();
  let last = 0; // of the frames that were on their way
  await expect.poll(async () => last === (last = await exact(page, "epoch"))).toBe(true);
  expect(last).toBeGreaterThan(10);
  await goesOn(page);
});

test("no workers, no room on the device, and the module breaks in the middle: it trains from where it was", async ({
  page,
  open,
}) => {
  await page.addInitScript(`
    window.Worker = class { constructor() { throw new Error("not here"); } };
    const full = () => { throw new DOMException("full", "QuotaExceededError"); };
    Storage.prototype.setItem = Storage.prototype.getItem = full;
    // From window.broken = true on, the next call that a module gets traps.
    const instantiate = WebAssembly.instantiate;
    WebAssembly.instantiate = async (...all) => {
      const made = await instantiate(...all);
      const exports = Object.fromEntries(Object.entries(made.instance.exports).map(([name, it]) => [name,
        typeof it !== "function" ? it : (...given) => {
          if (!window.broken) return it(...given);
          window.broken = false;
          throw new WebAssembly.RuntimeError("unreachable");
        }]));
      return { module: made.module, instance: { exports } };
    };
  `);
  await open("#/lab");
  await goesOn(page);
  await page.evaluate("window.broken = true");
  await button(page, "One epoch").click();
  await expect.poll(() => exact(page, "epoch")).toBe(2);
  await goesOn(page);
});
