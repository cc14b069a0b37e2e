import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { course } from "../../web/lessons/course";
import { expect, test } from "./support/test";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

interface Violation {
  id: string;
  help: string;
  nodes: { target: unknown[] }[];
}

const links = ["", ...course.map(({ path }) => `#${path}`), "#/nowhere"];

/** Light and dark differ in colours, wide and narrow in where things stand: two of the four have both. */
const screens = [
  { colorScheme: "light", width: 1440 },
  { colorScheme: "dark", width: 360 },
] as const;

for (const link of links) {
  for (const { colorScheme, width } of screens) {
    test(`${link || "front page"}, ${colorScheme}, ${width} wide: axe finds nothing, and nothing scrolls sideways`, async ({
      page,
      open,
    }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await page.setViewportSize({ width, height: 900 });
      await open(link);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await page.waitForLoadState("networkidle");
      // What is fetched when one comes near it belongs to the page, too.
      await page.evaluate(async () => {
        for (let y = 0; y < document.documentElement.scrollHeight; y += 600) {
          scrollTo(0, y);
          await new Promise((done) => setTimeout(done, 30));
        }
      });
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
