import { brotliCompressSync } from "node:zlib";
import { course } from "../../web/lessons/course";
import { expect, test } from "./support/test";

/** What a host sends that compresses as hosts do; fonts are compressed already. */
function sent(body: Buffer, type: string): number {
  if (type.startsWith("font/")) return body.length;
  return brotliCompressSync(body).length;
}

/** In KB, everything together: page, styles, code, wasm, fonts. A lesson opened by its link brings its figures. */
const budget = 300;

const lessons = course.map(({ path }) => `#${path}`);

for (const link of ["", ...lessons]) {
  test(`${link || "front page"}: the first load is at most ${budget} KB, compressed`, async ({ page, open }) => {
    const parts: Promise<[string, number]>[] = [];
    page.on("response", (response) => {
      if (response.url().startsWith("blob:")) return;
      const type = response.headers()["content-type"] ?? "";
      const name = new URL(response.url()).pathname;
      parts.push(response.body().then((body) => [name, sent(body, type)]));
    });
    // The wasm is asked for last, and on a busy machine the network can be idle before it is.
    const engine = page.waitForResponse(/\.wasm$/);
    await open(link);
    await engine;
    await page.waitForLoadState("networkidle");
    const sizes = await Promise.all(parts);
    const sum = sizes.reduce((total, [, size]) => total + size, 0);
    console.log(`${link || "front page"}: ${(sum / 1024).toFixed(1)} KB, ${sizes.length} files`);
    expect(sum / 1024, sizes.map(([name, size]) => `${size} ${name}`).join("\n")).toBeLessThan(budget);
  });
}
