/**
 * `./dev soak [--minutes N]`: whether memory stays where it was. Chromium trains in the laboratory at full speed, with
 * edits, questions and undoing in each minute, while formulas are typed on a lesson's page, hundreds a minute. Once a
 * minute, after all garbage is collected, a line tells what is left; after the warm-up none of it may grow steadily.
 */
import { withSite } from "./site.mjs";

const given = process.argv.indexOf("--minutes");
const minutes = given < 0 ? 60 : Number(process.argv[given + 1]);
if (!(minutes >= 4)) throw new Error("Give at least 4 minutes: without a warm-up nothing can be told.");

/**
 * By so much may the last quarter of the samples lie above the quarter after the warm-up, which fills what is kept on
 * purpose: 60 moments of the run, 20 steps of undo with moments of theirs, 600 formulas that were drawn.
 * These change with what was shown last, and are most of all nodes: hence the room.
 */
const bounds = {
  "lab heap MB": 4,
  "lab buffers MB": 8,
  "lab wasm MB": 2,
  "lab nodes": 20_000,
  "lab listeners": 100,
  "worker heap MB": 2,
  "worker buffers MB": 4,
  "worker wasm MB": 2,
  "formula heap MB": 4,
  "formula wasm MB": 2,
  "formula nodes": 20_000,
  "formula listeners": 100,
};

/** Runs before all else on the page, and before the worker's own code: notes the memories that modules have. */
function noteMemories() {
  const all = (globalThis.memories = []);
  const instantiate = WebAssembly.instantiate;
  WebAssembly.instantiate = async (...given) => {
    const made = await instantiate(...given);
    for (const it of Object.values((made.instance ?? made).exports))
      if (it instanceof WebAssembly.Memory) all.push(new WeakRef(it));
    return made;
  };
  globalThis.bytesOfModules = () => all.reduce((sum, it) => sum + (it.deref()?.buffer.byteLength ?? 0), 0);
}
const note = `(${noteMemories})();`;
/** A worker is made from a Blob. */
const noteInWorkers = `
  const Original = Blob;
  window.Blob = class extends Original {
    constructor(parts, options) {
      super(/javascript/.test(options?.type ?? "") ? [${JSON.stringify(note)}, ...parts] : parts, options);
    }
  };`;

/** A page, and what the protocol of the browser's tools says about it and about its worker. */
async function watched(browser, address) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  page.on("pageerror", (error) => {
    throw error;
  });
  await page.addInitScript(note + noteInWorkers);
  await page.goto(address);
  const tools = await page.context().newCDPSession(page);
  const answers = new Map();
  let worker;
  tools.on("Target.attachedToTarget", ({ sessionId, targetInfo }) => {
    if (targetInfo.type === "worker") worker = sessionId;
  });
  tools.on("Target.receivedMessageFromTarget", ({ message }) => {
    const { id, result } = JSON.parse(message);
    answers.get(id)?.(result);
    answers.delete(id);
  });
  await tools.send("Target.setAutoAttach", { autoAttach: true, waitForDebuggerOnStart: false, flatten: false });
  let ids = 0;
  const inWorker = (method, params = {}) =>
    new Promise((done) => {
      answers.set(++ids, done);
      const message = JSON.stringify({ id: ids, method, params });
      void tools.send("Target.sendMessageToTarget", { sessionId: worker, message });
    });
  return { page, ofPage: (method, params) => tools.send(method, params), inWorker };
}

const mega = (bytes) => Math.round(bytes / 10_000) / 100;

async function measure(ask, name) {
  // Twice: what the first round lets go of may hold more.
  for (let round = 0; round < 2; round++) await ask("HeapProfiler.collectGarbage");
  const { usedSize, backingStorageSize = 0 } = await ask("Runtime.getHeapUsage");
  const { result } = await ask("Runtime.evaluate", { expression: "bytesOfModules()" });
  return {
    [`${name} heap MB`]: mega(usedSize),
    [`${name} buffers MB`]: mega(backingStorageSize),
    [`${name} wasm MB`]: mega(result.value),
  };
}

async function counted(ask, name) {
  const { nodes, jsEventListeners } = await ask("Memory.getDOMCounters");
  return { [`${name} nodes`]: nodes, [`${name} listeners`]: jsEventListeners };
}

const button = (page, name) => page.getByRole("button", { name, exact: true });

/** One round of what people do in the laboratory; all of it comes back to the same network. */
async function useLaboratory(page, milliseconds) {
  await page.getByRole("combobox", { name: "Speed" }).selectOption({ label: "As fast as it goes" });
  await button(page, "Play").click();
  await page.waitForTimeout(milliseconds);
  await button(page, "Pause").click();
  for (let edit = 0; edit < 3; edit++) {
    await button(page, "One node more in layer 1").click();
    await page.locator('lab-edges [data-parameter="0.0.1"]').dispatchEvent("click");
    await button(page, "One epoch").click();
    await button(page, "One node fewer in layer 1").click();
    await page.locator('lab-edges [data-parameter="1.0"]').dispatchEvent("click");
    await button(page, "One epoch").click();
    await page.getByRole("button", { name: /^Undo/ }).click();
    await page.getByRole("button", { name: /^Undo/ }).click();
  }
  await button(page, "Start again").click(); // slow motion does not go through 100,000 epochs
  await page.getByRole("combobox", { name: "Speed" }).selectOption("slow");
  await button(page, "One event").click();
  await page.getByRole("combobox", { name: "Speed" }).selectOption({ label: "One epoch a frame" });
}

/** So many steps of undo, each with a run that has as many moments as are kept; and formulas. */
async function warmUp(page) {
  for (let step = 0; step < 21; step++) {
    for (const parameter of ["0.0.1", "1.0"]) {
      await page.locator(`lab-edges [data-parameter="${parameter}"]`).dispatchEvent("click");
      await button(page, "One epoch").click();
    }
    await button(page, "Play").click();
    await page.waitForTimeout(1500);
    await button(page, "Start again").click();
  }
}

/** Runs in the page: types formulas one after the other, each unlike those before, some with mistakes. */
async function typeFormulas([count, from]) {
  const field = document.querySelector("chainwise-function textarea");
  const shapes = [
    (a, b) => `log(${a}+cos(${b}x))`,
    (a, b) => `(x^${b % 7}+${a})*exp(-x/${b})`,
    (a, b) => `u=sin(${a}x)\ny=u^2/(${b}+u)`,
    (a, b) => `tanh(${a}x+${b})^3*sqrt(x^2+1)`,
    (a, b) => `sin(${a}x)/(${b}+x`,
  ];
  for (let i = from; i < from + count; i++) {
    field.value = shapes[i % shapes.length](1 + (i % 89), 2 + (i % 97));
    field.dispatchEvent(new Event("input", { bubbles: true }));
    await new Promise((next) => requestAnimationFrame(() => setTimeout(next)));
  }
}

const middle = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

await withSite(async (browser, address) => {
  const lab = await watched(browser, `${address}#/lab`);
  const lesson = await watched(browser, `${address}#/lessons/chain-rule`);
  await lab.page.mouse.move(300, 300);
  await button(lab.page, "Add a layer").waitFor();
  await lesson.page.locator("chainwise-proof .verdict").first().waitFor();
  await warmUp(lab.page);
  const samples = [];
  const end = Date.now() + 60_000 * minutes;
  let formulas = 0;
  for (let minute = 1; Date.now() < end; minute++) {
    const until = Date.now() + 50_000;
    while (Date.now() < until) {
      const training = useLaboratory(lab.page, 10_000);
      let trains = true;
      void training.finally(() => (trains = false));
      do {
        await lesson.page.evaluate(typeFormulas, [50, formulas]);
        formulas += 50;
      } while (trains);
      await training;
    }
    const sample = {
      ...(await measure(lab.ofPage, "lab")),
      ...(await counted(lab.ofPage, "lab")),
      ...(await measure(lab.inWorker, "worker")),
      ...(await measure(lesson.ofPage, "formula")),
      ...(await counted(lesson.ofPage, "formula")),
    };
    samples.push(sample);
    if (minute === 1) console.log(`minute, formulas, ${Object.keys(bounds).join(", ")}`);
    console.log([minute, formulas, ...Object.keys(bounds).map((name) => sample[name])].join("  "));
  }
  const quarter = Math.max(1, Math.floor(samples.length / 4));
  const [early, late] = [samples.slice(quarter, 2 * quarter), samples.slice(-quarter)];
  let fails = false;
  console.log("\nGrowth from the quarter after the warm-up to the last one:");
  for (const [name, bound] of Object.entries(bounds)) {
    const [before, after] = [early, late].map((part) => middle(part.map((sample) => sample[name])));
    const grown = after - before;
    const over = grown > bound;
    fails ||= over;
    console.log(`${over ? "FAIL" : "ok  "}  ${name}: ${before} → ${after} (may grow by ${bound})`);
  }
  if (fails) process.exitCode = 1;
});
