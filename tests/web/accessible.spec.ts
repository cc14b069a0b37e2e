import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, test } from "./support/test";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

interface Violation {
  id: string;
  help: string;
  nodes: { target: unknown[] }[];
}

const pages = {
  "front page": "",
  "the chain rule": "#/lessons/chain-rule",
  "a very small network": "#/lessons/small-network",
  "optimisers and initialisation": "#/lessons/optimisers",
  "a lesson to come": "#/lessons/gradient-descent",
  "an unknown page": "#/nowhere",
};

for (const [name, link] of Object.entries(pages)) {
  for (const colorScheme of ["light", "dark"] as const) {
    for (const width of [360, 1440]) {
      test(`${name}, ${colorScheme}, ${width} wide: axe finds nothing, and nothing scrolls sideways`, async ({
        page,
        open,
      }) => {
        await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
        await page.setViewportSize({ width, height: 900 });
        await open(link);
        await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
        await page.waitForLoadState("networkidle");
        await page.evaluate(axe);
        const violations = await page.evaluate<Violation[]>(
          `axe.run(document, { resultTypes: ["violations"] }).then((result) => result.violations)`,
        );
        const found = violations.map(
          ({ id, help, nodes }) =>
            `${id}: ${help} (${nodes
              .map((n) => n.target.join(" "))
              .slice(0, 4)
              .join("; ")})`,
        );
        expect(found).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      });
    }
  }
}
