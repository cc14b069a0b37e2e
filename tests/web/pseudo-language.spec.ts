/**
 * The page in the made language (web/locale/pseudo), which is longer than English and runs from right to left: nothing
 * stays English, nothing is cut, nothing breaks.
 */
import { course } from "../../web/lessons/course";
import { readPage } from "./support/read-page";
import { expect, test } from "./support/test";
import { scrollThrough, startAxe, violations } from "./support/visit";

test.use({ form: "pseudo" });

for (const link of ["", ...course.map(({ path }) => `#${path}`), "#/glossary"]) {
  test(`${link || "front page"}: nothing untranslated, cut or turned round; axe finds nothing`, async ({
    page,
    open,
  }) => {
    await page.emulateMedia({ reducedMotion: "reduce" });
    await open(link);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.locator("html")).toHaveAttribute("dir", "rtl");
    await page.mouse.move(5, 5);
    // Narrow, where a long word has the least room, and wide, where things stand side by side.
    for (const width of [360, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      await scrollThrough(page);
      expect.soft(await page.evaluate(readPage), `${width} wide`).toEqual({ untranslated: [], cut: [], turned: [] });
      expect.soft(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
    await startAxe(page);
    expect(await violations(page, { without: ["color-contrast"], except: [".katex"] })).toEqual([]);
  });
}

test("menu, keys, the glossary as a dialog: nothing untranslated or cut", async ({ page, open }) => {
  await page.setViewportSize({ width: 360, height: 900 });
  await open("#/glossary");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  for (const key of ["m", "?", "g"]) {
    await page.keyboard.press(key);
    await expect(page.getByRole("dialog").getByRole("heading", { level: 3 }).first()).toBeVisible();
    expect(await page.evaluate(readPage), key).toEqual({ untranslated: [], cut: [], turned: [] });
    await page.keyboard.press("Escape");
  }
});
