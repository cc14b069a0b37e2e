/** Looking at a whole page: to its end, as a screen reader has it, and with axe. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, type Page } from "@playwright/test";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What is fetched when one comes near it belongs to the page, too. */
export async function scrollThrough(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let y = 0; y < document.documentElement.scrollHeight; y += 600) {
      scrollTo(0, y);
      await new Promise((done) => setTimeout(done, 30));
    }
  });
  await allArrived(page);
}

/** Nothing new has come for a while. (`networkidle` waits for ever for a script of a worker that was ended meanwhile.) */
export async function allArrived(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const count = (): number => performance.getEntriesByType("resource").length;
    for (let seen = -1; seen !== count();) {
      seen = count();
      await new Promise((done) => setTimeout(done, 500));
    }
  });
}

/** How often the page is asked what it says before it has to have come to rest. */
const kMostLooks = 12;

/** The accessibility tree as text, once all figures have said what they show. */
export async function whatItSays(page: Page): Promise<string> {
  for (const picture of await page.locator("figure canvas").all()) {
    await picture.scrollIntoViewIfNeeded(); // a network is set up where somebody sees it
    await expect(picture).toHaveAttribute("aria-label", /\d/);
  }
  // Formulas are on the page before what is read aloud of them.
  await expect(page.locator(".katex:not(:has(math), [aria-hidden=true] *)")).toHaveCount(0);
  let before = "";
  for (let look = 0; look < kMostLooks; look++) {
    const now = await page.locator("body").ariaSnapshot();
    if (now === before) return `${now}\n`;
    before = now;
    await page.waitForTimeout(150);
  }
  throw new Error("The page goes on changing what it says");
}

interface Violation {
  id: string;
  help: string;
  nodes: { target: unknown[] }[];
}

export async function startAxe(page: Page): Promise<void> {
  await page.evaluate(axe);
}

/** What axe finds. `without` leaves out rules, `except` parts of the page: those that another test has asked about. */
export async function violations(
  page: Page,
  { without = [], except = [] }: { without?: readonly string[]; except?: readonly string[] } = {},
): Promise<string[]> {
  const rules = Object.fromEntries(without.map((id) => [id, { enabled: false }]));
  const options = JSON.stringify({ resultTypes: ["violations"], rules });
  const place = JSON.stringify({ include: [["html"]], exclude: except.map((selector) => [selector]) });
  const found = await page.evaluate<Violation[]>(`axe.run(${place}, ${options}).then((result) => result.violations)`);
  return found.map(({ id, help, nodes }) => {
    const places = nodes.slice(0, 4).map(({ target }) => target.join(" "));
    return `${id}: ${help} (${places.join("; ")})`;
  });
}
