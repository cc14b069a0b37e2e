/**
 * The browser tests: those in tests/web/everywhere run in each browser and on each delivered form, the others over
 * http in Chromium. (WebKitGTK, which Playwright cannot drive, is in tests/webkit.)
 */
import { defineConfig, type PlaywrightTestConfig } from "@playwright/test";
import type { Options } from "./tests/web/support/test.ts";

type Browser = NonNullable<PlaywrightTestConfig["use"]>;

const chromium: Browser = {
  browserName: "chromium",
  launchOptions: {
    executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-background-networking", "--disable-component-update"],
  },
};

const firefox: Browser = {
  browserName: "firefox",
  channel: "moz-firefox",
  launchOptions: {
    executablePath: process.env["FIREFOX"] ?? "/usr/bin/firefox-esr",
    // Firefox as people have it: a page from a file may read no other file.
    firefoxUserPrefs: { "security.fileuri.strict_origin_policy": true },
  },
};

export default defineConfig<Options>({
  testDir: "tests/web",
  testMatch: "**/*.spec.ts",
  outputDir: "test-results",
  snapshotPathTemplate: "tests/web/spoken/{arg}{ext}",
  forbidOnly: true,
  workers: 2,
  fullyParallel: true, // so that neither worker is left with a long file alone
  timeout: 120_000, // for what hangs; a busy machine is no failure
  expect: { timeout: 15_000 },
  projects: [
    { name: "chromium", use: { ...chromium, form: "site" } },
    { name: "chromium-file", testDir: "tests/web/everywhere", use: { ...chromium, form: "file" } },
    { name: "firefox", testDir: "tests/web/everywhere", use: { ...firefox, form: "site" } },
    { name: "firefox-file", testDir: "tests/web/everywhere", use: { ...firefox, form: "file" } },
  ],
});
