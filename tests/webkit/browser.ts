/**
 * WebKitGTK, the engine of Safari, on dist/chainwise.html from the disk. Playwright does not drive it, WebKitWebDriver
 * does; `./dev test webkit` runs these tests on a virtual display.
 *
 *     const browser = await openChainwise("#/lessons/chain-rule");
 *     await browser.until("document.title.includes('chain rule')");
 *     expect(await browser.close()).toEqual([]);      // what the page complained about
 */
import { spawn, type ChildProcess } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Builder, Capabilities, type WebDriver } from "selenium-webdriver";

export interface Browser {
  driver: WebDriver;
  /** Runs the body of a JavaScript function on the page. */
  run: <T>(body: string, ...values: unknown[]) => Promise<T>;
  /** Waits until a JavaScript expression is true on the page. */
  until: (expression: string) => Promise<void>;
  /** Ends the browser; tells what the page complained about. */
  close: () => Promise<string[]>;
}

/** The driver has no access to the console, so the page gets an ear put in before anything else runs. */
const ear = `<script>
  window.complaints = [];
  addEventListener("error", (event) => complaints.push("uncaught: " + event.message));
  addEventListener("unhandledrejection", (event) => complaints.push("unhandled: " + event.reason));
  for (const level of ["error", "warn"]) console[level] = (...what) => complaints.push(level + ": " + what.join(" "));
</script>`;

export async function openChainwise(link = ""): Promise<Browser> {
  const folder = mkdtempSync(join(tmpdir(), "chainwise-"));
  const page = join(folder, "chainwise.html");
  writeFileSync(
    page,
    readFileSync("dist/chainwise.html", "utf8").replace("<head>", () => `<head>${ear}`),
  );

  const port = await freePort();
  const service = spawn("WebKitWebDriver", [`--port=${port}`], { stdio: "ignore" });
  const driver = await connect(`http://127.0.0.1:${port}`, service);
  await driver.get(pathToFileURL(page).href + link);
  return {
    driver,
    run: (body, ...values) => driver.executeScript(body, ...values),
    async until(expression) {
      await driver.wait(() => driver.executeScript<boolean>(`return Boolean(${expression})`), 20_000, expression);
    },
    async close() {
      const complaints = await driver.executeScript<string[]>("return window.complaints");
      await driver.quit();
      service.kill();
      rmSync(folder, { recursive: true });
      return complaints;
    },
  };
}

async function connect(address: string, service: ChildProcess): Promise<WebDriver> {
  const capabilities = new Capabilities({ browserName: "MiniBrowser" });
  capabilities.set("webkitgtk:browserOptions", { binary: miniBrowser(), args: ["--automation"] });
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await new Builder().usingServer(address).withCapabilities(capabilities).build();
    } catch (error) {
      // The service takes a moment until it listens.
      if (attempt === 20 || service.exitCode !== null) throw error;
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  }
}

/** Debian and Ubuntu keep the browser that WebKitWebDriver drives among the libraries. */
function miniBrowser(): string {
  const architecture = { x64: "x86_64", arm64: "aarch64" }[process.arch as string] ?? process.arch;
  const folder = `/usr/lib/${architecture}-linux-gnu`;
  const paths = ["4.1", "6.0", "4.0"].map((api) => `${folder}/webkit2gtk-${api}/MiniBrowser`);
  const found = paths.find((path) => existsSync(path));
  if (!found) throw new Error(`There is no MiniBrowser in ${folder}; it comes with the package webkit2gtk-driver.`);
  return found;
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
