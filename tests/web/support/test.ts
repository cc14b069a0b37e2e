/**
 * `test` for every browser test: opens a page of Chainwise in the delivered form of the project, and fails whatever
 * writes an error to the console, throws, or asks another origin for anything.
 *
 *     import { expect, test } from "./support/test";
 *     test("the chain rule opens", async ({ page, open }) => {
 *       await open("#/lessons/chain-rule");
 *       await expect(page.getByLabel("Your function")).toHaveValue("log(2+cos(x))");
 *     });
 */
import { spawn } from "node:child_process";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { test as base, type Page } from "@playwright/test";

export { expect } from "@playwright/test";

export interface Options {
  /**
   * `site`: dist/site over http, in a sub-folder, under a strict policy; `pseudo`: the same in the made language;
   * `file`: dist/chainwise.html from the disk.
   */
  form: "site" | "pseudo" | "file";
}

interface Fixtures {
  /** Opens a link such as `#/lessons/chain-rule?x=2`, or `?embed=1#/...`; an empty one is the front page. */
  open: (link?: string) => Promise<void>;
}

interface WorkerFixtures {
  /** Where the page lies, without a link. */
  address: string;
}

export const test = base.extend<Fixtures, WorkerFixtures & Options>({
  form: ["site", { option: true, scope: "worker" }],

  address: [
    async ({ form }, use) => {
      if (form === "file") return use(pathToFileURL(resolve("dist/chainwise.html")).href);
      const server = spawn(process.execPath, [
        "tools/serve.mjs",
        `dist/${form}`,
        "--under",
        "/courses/nets",
        "--strict",
      ]);
      const address = await new Promise<string>((found, failed) => {
        server.stdout.once("data", (line: Buffer) =>
          found(
            String(line)
              .replace(/^.* at /, "")
              .trim(),
          ),
        );
        server.once("exit", () => failed(new Error(`the server for dist/${form} did not start`)));
      });
      await use(address);
      server.kill();
    },
    { scope: "worker" },
  ],

  page: async ({ page, address }, use) => {
    const complaints = watch(page, address);
    await use(page);
    if (complaints.length > 0) throw new Error(`The page must stay silent and at home:\n${complaints.join("\n")}`);
  },

  open: async ({ page, address }, use) => {
    await use(async (link = "") => {
      await page.goto(address + link);
    });
  },
});

/** Collects what no page of ours may do. */
function watch(page: Page, address: string): string[] {
  const complaints: string[] = [];
  const home = new URL(address);
  page.on("pageerror", (error) => complaints.push(`uncaught: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(`console: ${message.text()}`);
  });
  page.on("request", (request) => {
    const url = new URL(request.url());
    const own =
      url.protocol === "data:" ||
      url.protocol === "blob:" ||
      (url.protocol === home.protocol && url.host === home.host);
    if (!own) complaints.push(`request to another origin: ${request.url()}`);
  });
  page.on("requestfailed", (request) => complaints.push(`request failed: ${request.url()}`));
  return complaints;
}
