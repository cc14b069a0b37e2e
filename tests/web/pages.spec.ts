/**
 * What holds for every page: it opens within the budget, it says what it said when somebody last read it aloud
 * (tests/web/spoken), axe finds nothing, nothing scrolls sideways. One visit for all of it, since opening a page takes
 * longer than looking at it.
 *
 * After a change that is meant: `npx playwright test pages --project chromium --update-snapshots`, and read what differs.
 */
import { brotliCompressSync } from "node:zlib";
import { course } from "../../web/lessons/course";
import { expect, test } from "./support/test";
import { allArrived, scrollThrough, startAxe, violations, whatItSays } from "./support/visit";

/** In KB, everything together: page, styles, code, wasm, fonts. A lesson opened by its link brings its figures. */
const budget = 300;

/** Light and dark differ in colours, wide and narrow in where things stand: two of the four have both. */
const screens = [
  { colorScheme: "light", width: 1440 },
  { colorScheme: "dark", width: 360 },
] as const;

/** What a host sends that compresses as hosts do; fonts are compressed already. */
function sent(body: Buffer, type: string): number {
  return type.startsWith("font/") ? body.length : brotliCompressSync(body).length;
}

const pages = [{ id: "front-page", link: "" }, ...course.map(({ id, path }) => ({ id, link: `#${path}` }))];

for (const { id, link } of pages) {
  test(`${id}: opens within ${budget} KB; says what it said; axe finds nothing; nothing scrolls sideways`, async ({
    page,
    open,
  }) => {
    test.setTimeout(150_000); // axe looks at each of the thousand formulas of a long lesson, twice
    const parts: Promise<[string, number]>[] = [];
    page.on("response", (response) => {
      if (response.url().startsWith("blob:")) return;
      const type = response.headers()["content-type"] ?? "";
      const name = new URL(response.url()).pathname;
      parts.push(response.body().then((body) => [name, sent(body, type)]));
    });
    await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
    // The wasm is asked for last, and on a busy machine the network can be idle before it is.
    const engine = page.waitForResponse(/\.wasm$/);
    await open(link);
    await engine;
    await allArrived(page);
    const sizes = await Promise.all(parts.slice());
    const sum = sizes.reduce((total, [, size]) => total + size, 0);
    console.log(`${id}: ${(sum / 1024).toFixed(1)} KB, ${sizes.length} files`);
    expect(sum / 1024, sizes.map(([name, size]) => `${size} ${name}`).join("\n")).toBeLessThan(budget);

    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await startAxe(page);
    // What comes with the first touch: terms and symbols that can be pressed.
    await page.mouse.move(5, 5);
    for (const { colorScheme, width } of screens) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await page.setViewportSize({ width, height: 900 });
      await scrollThrough(page);
      if (width === 1440) expect.soft(await whatItSays(page)).toMatchSnapshot(`${id}.yml`);
      expect(await violations(page), `${colorScheme}, ${width} wide`).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
  });
}

test("glossary, as a page and as a dialog, menu, keys: axe finds nothing, nothing scrolls sideways", async ({
  page,
  open,
}) => {
  await page.setViewportSize({ width: 360, height: 900 });
  await open("#/glossary");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  expect.soft(await whatItSays(page)).toMatchSnapshot("glossary.yml");
  await startAxe(page);
  expect(await violations(page)).toEqual([]);
  for (const key of ["g", "m", "?"]) {
    await page.keyboard.press(key);
    const dialog = page.getByRole("dialog");
    await expect(dialog.getByRole("heading", { level: 3 }).first()).toBeVisible();
    expect(await violations(page), key).toEqual([]);
    expect(await dialog.evaluate((box) => box.scrollWidth - box.clientWidth)).toBeLessThanOrEqual(0);
    await page.keyboard.press("Escape");
  }
});

test("an unknown page: axe finds nothing, and it leads back", async ({ page, open }) => {
  await open("#/nowhere");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await startAxe(page);
  expect(await violations(page)).toEqual([]);
  await expect(page.locator('main a[href="#/"]')).toBeVisible();
});
