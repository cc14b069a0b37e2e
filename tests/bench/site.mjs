/**
 * dist/site, served, and a Chromium to look at it; both end with what is done.
 *
 *     await withSite(async (browser, address) => console.log(browser.version(), address));
 */
import { spawn } from "node:child_process";
import { chromium } from "@playwright/test";

export async function withSite(look) {
  const server = spawn(process.execPath, ["tools/serve.mjs", "dist/site"]);
  const address = await new Promise((found) =>
    server.stdout.once("data", (line) =>
      found(
        String(line)
          .replace(/^.* at /, "")
          .trim(),
      ),
    ),
  );
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox"],
  });
  try {
    await look(browser, address);
  } finally {
    await browser.close();
    server.kill();
  }
}
