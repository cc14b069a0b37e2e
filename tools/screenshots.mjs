/**
 * Pictures of a page, to look at: `node tools/screenshots.mjs '#/lessons/chain-rule' OUT [--address URL] [--whole]`
 * writes OUT/360-light.png, 360-dark.png, 1440-light.png, 1440-dark.png, and prints what the page complained about.
 * Without an address it takes dist/chainwise.html; --whole takes the whole length of the page.
 */
import { mkdirSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { chromium } from "@playwright/test";

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    address: { type: "string", default: pathToFileURL(resolve("dist/chainwise.html")).href },
    whole: { type: "boolean", default: false },
  },
});
const [link = "", folder = "build/screenshots"] = positionals;
mkdirSync(folder, { recursive: true });

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox"],
});
for (const width of [360, 1440]) {
  for (const colorScheme of ["light", "dark"]) {
    const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme, reducedMotion: "reduce" });
    page.on("pageerror", (error) => console.log(`${width} ${colorScheme}: uncaught ${error.stack ?? error.message}`));
    page.on("console", (message) => console.log(`${width} ${colorScheme}: ${message.type()} ${message.text()}`));
    await page.goto(options.address + link);
    await page.waitForLoadState("networkidle");
    await page.waitForTimeout(500);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    if (wide > width) console.log(`${width} ${colorScheme}: the page is ${wide} wide and scrolls sideways`);
    await page.screenshot({ path: `${folder}/${width}-${colorScheme}.png`, fullPage: options.whole });
    await page.close();
  }
}
await browser.close();
