/**
 * `./dev bench page [seconds]`: the laboratory in Chromium while a network of 7-8-8-8-8-8-8-1 learns. How long the
 * screen waits for a picture, what is left of the speed that the engine has in Node, and, where there are no workers,
 * how long the page is held up at once. A machine that does something else beside spoils all three.
 */
import { loadavg } from "node:os";
import { withSite } from "./site.mjs";

const seconds = Number(process.argv[2] ?? 8);
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

async function frames(browser, address, speed) {
  const page = await opened(browser, address, { speed });
  const [before, from] = [await number(page, "epoch"), performance.now()];
  const all = await distances(page);
  const perSecond =
    (examples * (await number(page, "epoch")) - examples * before) / ((performance.now() - from) / 1000);
  await page.close();
  const at = (share) => all[Math.min(all.length - 1, Math.floor(share * all.length))].toFixed(1);
  console.log(
    `${speed}: ${all.length} pictures in ${seconds} s; median ${at(0.5)}, 95 % ${at(0.95)}, 99 % ${at(0.99)}, longest ${at(1)} ms`,
  );
  return perSecond;
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
  const at = (share) => held[Math.min(held.length - 1, Math.floor(share * held.length))].toFixed(1);
  console.log(`No workers: ${held.length} slices; median ${at(0.5)}, 99 % ${at(0.99)}, longest ${at(1)} ms (goal: 8)`);
}

await withSite(async (browser, address) => {
  console.log(
    `The laboratory in Chromium ${browser.version()}; load of the machine before: ${loadavg()[0].toFixed(1)}\n`,
  );
  const node = await inNode();
  await frames(browser, address, "One epoch a frame");
  const worker = await frames(browser, address, "As fast as it goes");
  const [page, alone] = [worker, node].map((speed) => Math.round(speed).toLocaleString("en"));
  console.log(`Worker: ${page} examples a second, Node: ${alone}; ${((100 * worker) / node).toFixed(0)} % (goal: 90)`);
  await slices(browser, address);
});
