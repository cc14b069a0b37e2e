import { course } from "../../../web/lessons/course";
import { expect, test } from "../support/test";

test("front page: leads into the course", async ({ page, open }) => {
  await open();
  await expect(page).toHaveTitle(/Chainwise/);
  await expect(page.locator('a[href*="#/lessons/chain-rule"]').first()).toBeVisible();
});

test("every page, read to its end: each of its figures is drawn", async ({ page, open }) => {
  test.setTimeout(120_000);
  await open();
  for (const { id, path } of course) {
    await page.evaluate((link) => (location.hash = link), path);
    await expect(page.locator(`lesson-${id} h1, ${id}-page h1`)).toBeVisible();
    // Down the page as a reader goes, until what is fetched on the way has come and been drawn.
    await expect(async () => {
      const undrawn = await page.evaluate(async () => {
        for (let y = 0; y < document.documentElement.scrollHeight; y += 500) {
          scrollTo(0, y);
          await new Promise((done) => setTimeout(done, 30));
        }
        return [...document.querySelectorAll("main *")]
          .filter(({ localName, childElementCount }) => localName.startsWith("chainwise-") && childElementCount === 0)
          .map(({ localName }) => localName);
      });
      expect(undrawn, path).toEqual([]);
    }).toPass({ timeout: 20_000 });
  }
});
