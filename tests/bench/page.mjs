/**
 * `./dev bench page [seconds] [rounds]`: the laboratory in Chromium while a network of 7-8-8-8-8-8-8-1 learns. How long
 * the screen waits for a picture, beside an empty page with a busy worker, in turns; what is left of the speed that the
 * engine has in Node; and, where there are no workers, how long the page is held up at once. Then how long the first
 * lesson takes until its first figure can be used, on a processor of a quarter of the speed. A machine that does
 * something else beside spoils all of them.
 */
import { loadavg } from "node:os";
import { summary, table } from "./rounds.mjs";
import { withSite } from "./site.mjs";

const seconds = Number(process.argv[2] ?? 8);
const count = Number(process.argv[3] ?? 3);
const features = ["x1", "x2", "x1x1", "x2x2", "x1x2", "sinx1", "sinx2"];
const layers = Array.from({ length: 6 }, () => "tanh8").join(".");
const link = `#/lab?features=${features.join(".")}&layers=${layers}&count=250&test=20&batch=10&rate=0.01`;
const examples = 200; // of the 250 points, 20 % are set apart

/** The same network on points of the same number, and nothing beside. */
async function inNode() {
  const { loadChainwise } = await import("../../dist/package/index.js");
  const engine = await loadChainwise();
  const network = engine.network({
    inputSize: features.length,
    layers: [
      ...Array.from({ length: 6 }, () => ({ units: 8, activation: "tanh" })),
      { units: 1, activation: "sigmoid" },
    ],
    loss: "binary-cross-entropy",
    optimizer: { name: "gradient-descent", learningRate: 0.01 },
    batchSize: 10,
  }).value;
  const some = (count) => Float64Array.from({ length: count }, (_, i) => Math.sin(i * i));
  const test = { inputs: some(50 * features.length), targets: new Float64Array(50) };
  const inputs = some(examples * features.length);
  network.setData({ inputs, targets: new Float64Array(examples), inputSize: features.length, targetSize: 1 }, test);
  let batches = 0;
  let start = performance.now();
  const until = start + 1000 * seconds;
  for (let warm = false; performance.now() < until; batches += 100) {
    network.train({ batches: 100 });
    if (!warm && performance.now() > until - 750 * seconds) [warm, batches, start] = [true, -100, performance.now()];
  }
  return (10 * 1000 * batches) / (performance.now() - start);
}

const number = (page, name) =>
  page.locator(`lab-page [data-number=${name}]`).evaluate((element) => Number(element.dataset.value));

async function opened(browser, address, { speed, noWorkers = false }) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  if (noWorkers) {
    await page.addInitScript("window.Worker = class { constructor() { throw new Error('not here'); } }");
    await page.addInitScript(watchSlices);
  }
  await page.goto(address + link);
  await page.locator("lab-page [data-number=epoch][data-value]").waitFor();
  await page.getByRole("combobox", { name: "Speed" }).selectOption({ label: speed });
  await page.getByRole("button", { name: "Play", exact: true }).click();
  await page.waitForTimeout(3000);
  return page;
}

/** Distances between the pictures of the screen, in milliseconds, from the shortest to the longest. */
const distances = (page) =>
  page.evaluate(
    (milliseconds) =>
      new Promise((done) => {
        const all = [];
        let last = performance.now();
        const end = last + milliseconds;
        const next = () => {
          const now = performance.now();
          all.push(now - last);
          last = now;
          if (now < end) requestAnimationFrame(next);
          else done(all.slice(1).sort((a, b) => a - b));
        };
        requestAnimationFrame(next);
      }),
    1000 * seconds,
  );

const at = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];

/** What the screen waits for pictures, and how many examples a second are learned from meanwhile. */
async function frames(browser, address, speed) {
  const page = await opened(browser, address, { speed });
  const [before, from] = [await number(page, "epoch"), performance.now()];
  const waits = await distances(page);
  const learned = examples * ((await number(page, "epoch")) - before);
  const perSecond = (1000 * learned) / (performance.now() - from);
  await page.close();
  return { "99 %": at(waits, 0.99), "95 %": at(waits, 0.95), longest: at(waits, 1), perSecond };
}

/** What a browser on this machine does to a page without any work. */
async function nothing(browser) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.evaluate("new Worker(URL.createObjectURL(new Blob(['for (;;) {}'])))");
  await page.waitForTimeout(1000);
  const waits = await distances(page);
  await page.close();
  return { "99 %": at(waits, 0.99), "95 %": at(waits, 0.95), longest: at(waits, 1) };
}

/**
 * Runs in the page: from each message that the page sends itself (web/engine/pieces.ts) to the next thing that it does.
 * What is painted in between is apart from it.
 */
function watchSlices() {
  const { get, set } = Object.getOwnPropertyDescriptor(MessagePort.prototype, "onmessage");
  let pictures = 0;
  const count = () => {
    pictures += 1;
    requestAnimationFrame(count);
  };
  requestAnimationFrame(count);
  window.slices = [];
  const answer = (listener) => (event) => {
    const [start, before] = [performance.now(), pictures];
    const { port1, port2 } = new MessageChannel();
    set.call(port1, () => {
      if (pictures === before) window.slices.push(performance.now() - start);
      port1.close();
    });
    port2.postMessage(null);
    listener(event);
  };
  Object.defineProperty(MessagePort.prototype, "onmessage", {
    get,
    set(listener) {
      set.call(this, answer(listener));
    },
  });
}

/** What the page does at a stretch where it trains by itself, in milliseconds; pictures and words are apart from it. */
async function slices(browser, address) {
  const page = await opened(browser, address, { speed: "As fast as it goes", noWorkers: true });
  await page.evaluate(() => (window.slices.length = 0));
  await page.waitForTimeout(1000 * seconds);
  const held = (await page.evaluate(() => window.slices)).sort((a, b) => a - b);
  await page.close();
  return { "99 %": at(held, 0.99), "95 %": at(held, 0.95), longest: at(held, 1) };
}

/** Runs in the page, before all else: notes when the handle of the first figure is on the screen, and can be dragged. */
function watchFirstFigure() {
  const look = () => {
    if (!document.querySelector("kit-plot .handle")) return requestAnimationFrame(look);
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => (window.usable = performance.now());
    port2.postMessage(null);
  };
  requestAnimationFrame(look);
}

async function start(browser, address) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  const tools = await context.newCDPSession(page);
  await tools.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  await page.addInitScript(watchFirstFigure);
  await page.goto(`${address}#/lessons/derivatives`);
  await page.waitForFunction(() => window.usable);
  const usable = await page.evaluate(() => window.usable);
  await context.close();
  return usable;
}

await withSite(async (browser, address) => {
  const load = loadavg()[0].toFixed(1);
  console.log(
    `The laboratory in Chromium ${browser.version()}, ${count} rounds; load of the machine before: ${load}\n`,
  );
  const full = "As fast as it goes";
  const measured = {
    "an empty page": () => nothing(browser),
    "one epoch a frame (goal: 99 % under 20)": () => frames(browser, address, "One epoch a frame"),
    "as fast as it goes (goal: 99 % under 20)": () => frames(browser, address, full),
    "no workers: slices (goal: 8 at most)": () => slices(browser, address),
  };
  const results = Object.fromEntries(Object.keys(measured).map((name) => [name, []]));
  const shares = [];
  const starts = [];
  for (let round = 0; round < count; round += 1) {
    const node = await inNode();
    for (const [name, measure] of Object.entries(measured)) results[name].push(await measure());
    starts.push(await start(browser, address));
    shares.push((100 * Object.values(results)[2].at(-1).perSecond) / node);
  }
  const columns = ["95 %", "99 %", "longest"];
  const rows = Object.entries(results).map(([name, all]) => [
    name,
    ...columns.map((column) => summary(all.map((it) => it[column]))),
  ]);
  console.log(table(["between two pictures, ms: min / median / max", ...columns], rows));
  console.log(`\nThe worker learns with ${summary(shares)} % of the speed in Node (goal: 90)`);
  console.log(`The first lesson can be used after ${summary(starts)} ms (goal: 1500)`);
});
