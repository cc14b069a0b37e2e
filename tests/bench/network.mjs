// The networks of the training bench, and how Chainwise runs them; in Node, from the npm package.
//
//     node tests/bench/network.mjs [rounds]        Chainwise alone, after ./dev build
//
// T1 to T4 are those of network_cases.h. training.mjs sets other packages beside them in one interleaved run.
import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";

export const cases = [
  {
    name: "T1",
    inputSize: 2,
    units: [4, 2, 1],
    hidden: "tanh",
    output: "tanh",
    loss: "squared",
    examples: 250,
    batch: 10,
  },
  {
    name: "T2",
    inputSize: 7,
    units: [8, 8, 8, 8, 8, 8, 1],
    hidden: "tanh",
    output: "tanh",
    loss: "squared",
    examples: 500,
    batch: 10,
  },
  {
    name: "T3",
    inputSize: 2,
    units: [64, 64, 1],
    hidden: "relu",
    output: "sigmoid",
    loss: "squared",
    examples: 1000,
    batch: 32,
  },
  {
    name: "T4",
    inputSize: 64,
    units: [128, 64, 10],
    hidden: "relu",
    output: "softmax",
    loss: "softmax-cross-entropy",
    examples: 1797,
    batch: 64,
  },
];

/** Uniform inputs; targets -1 and 1, or one class of several. The same for every package that is compared. */
export function dataOf({ inputSize, units, examples }) {
  let state = 1;
  const random = () => (state = (state * 48271) % 2147483647) / 2147483647;
  const outputs = units.at(-1);
  const inputs = Float64Array.from({ length: examples * inputSize }, () => 2 * random() - 1);
  const targets = new Float64Array(examples * outputs);
  for (let e = 0; e < examples; e++) {
    if (outputs === 1) targets[e] = random() < 0.5 ? -1 : 1;
    else targets[e * outputs + Math.floor(random() * outputs)] = 1;
  }
  return { inputs, targets };
}

function valueOf(result) {
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

/** `train(milliseconds)` answers examples per second, `heatMap()` milliseconds for 100x100 points. */
export function chainwiseRunner(chainwise, it) {
  const layers = it.units.map((units, i) => ({ units, activation: i + 1 < it.units.length ? it.hidden : it.output }));
  const network = valueOf(
    chainwise.network({
      inputSize: it.inputSize,
      layers,
      loss: it.loss,
      batchSize: it.batch,
      initializer: { name: "xavier-uniform", seed: 1 },
      optimizer: { name: "gradient-descent", learningRate: 0.01 },
    }),
  );
  valueOf(network.setData(dataOf(it)));
  return {
    train(milliseconds) {
      const start = performance.now();
      let examples = 0;
      while (performance.now() - start < milliseconds) examples += valueOf(network.train({ epochs: 10 })).examples;
      return (examples / (performance.now() - start)) * 1000;
    },
    heatMap() {
      const start = performance.now();
      valueOf(network.surface({ from: [-1, -1], to: [1, 1], columns: 100, rows: 100 }));
      return performance.now() - start;
    },
  };
}

export function median(numbers) {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
}

async function main(rounds) {
  const folder = new URL("../../dist/package/", import.meta.url);
  const { loadChainwise } = await import(new URL("index.js", folder).href);
  const chainwise = await loadChainwise({ wasmBinary: await readFile(new URL("chainwise.wasm", folder)) });
  const runs = cases.map((it) => ({ it, runner: chainwiseRunner(chainwise, it), speeds: [], maps: [] }));
  for (const { runner } of runs) runner.train(200); // until the engine's optimizing compiler is done
  for (let round = 0; round < rounds; round++)
    for (const { runner, speeds, maps } of runs) {
      speeds.push(runner.train(100));
      maps.push(Math.min(...Array.from({ length: 10 }, () => runner.heatMap())));
    }
  console.log("| network | examples per second: min, median, max | heat map 100x100, ms |\n| --- | --- | --- |");
  for (const { it, speeds, maps } of runs) {
    const shown = [Math.min(...speeds), median(speeds), Math.max(...speeds)].map((s) => `${Math.round(s / 1000)}k`);
    console.log(
      `| ${it.name} ${it.inputSize}-${it.units.join("-")} | ${shown.join(", ")} | ${median(maps).toFixed(2)} |`,
    );
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await main(Number(process.argv[2] ?? 5));
