/** Training and heat maps: Chainwise beside brain.js, convnetjs and TensorFlow.js on WebAssembly. */
import { createRequire } from "node:module";
import { cases, chainwiseRunner, dataOf, gridOf } from "./network.mjs";
import { milliseconds, rounds, summary, table } from "./rounds.mjs";

const require = createRequire(import.meta.url);

/** Rows of a [examples][size] array. */
const rowsOf = (values, size) =>
  Array.from({ length: values.length / size }, (_, row) => [...values.subarray(row * size, (row + 1) * size)]);

/** Runs `epoch` for a while; answers examples per second. */
function speed(examples, milliseconds, epoch) {
  const start = performance.now();
  let epochs = 0;
  do {
    epoch();
    epochs += 1;
  } while (performance.now() - start < milliseconds);
  return ((epochs * examples) / (performance.now() - start)) * 1000;
}

/** brain.js has one activation for all layers and updates after each example; it knows no softmax. */
function brainRunner(it) {
  if (it.hidden !== "tanh") return undefined;
  const { NeuralNetwork } = require("brain.js");
  const { inputs, targets } = dataOf(it);
  const network = new NeuralNetwork({
    inputSize: it.inputSize,
    hiddenLayers: it.units.slice(0, -1),
    outputSize: it.units.at(-1),
    activation: "tanh",
    learningRate: 0.01,
  });
  const data = rowsOf(inputs, it.inputSize).map((input, i) => ({
    input: Float32Array.from(input),
    output: Float32Array.from(rowsOf(targets, it.units.at(-1))[i]),
  }));
  network.train(data.slice(0, 2), { iterations: 1 });
  const points = rowsOf(gridOf(it), it.inputSize).map((point) => Float32Array.from(point));
  return {
    heatMap: () => points.forEach((point) => network.runInput(point)),
    train: (milliseconds) =>
      speed(it.examples, milliseconds, () => {
        for (const { input, output } of data) network.trainPattern({ input, output });
      }),
  };
}

function convnetRunner(it) {
  const { Net, Trainer, Vol } = require("convnetjs");
  const { inputs, targets } = dataOf(it);
  const outputs = it.units.at(-1);
  const network = new Net();
  const activation = it.hidden;
  network.makeLayers([
    { type: "input", out_sx: 1, out_sy: 1, out_depth: it.inputSize },
    ...it.units.slice(0, -1).map((units) => ({ type: "fc", num_neurons: units, activation })),
    outputs === 1 ? { type: "regression", num_neurons: 1 } : { type: "softmax", num_classes: outputs },
  ]);
  const trainer = new Trainer(network, { method: "sgd", learning_rate: 0.01, batch_size: it.batch });
  const volumes = rowsOf(inputs, it.inputSize).map((row) => new Vol(row));
  const points = rowsOf(gridOf(it), it.inputSize).map((point) => new Vol(point));
  const wanted = rowsOf(targets, outputs).map((row) => (outputs === 1 ? row : row.indexOf(1)));
  return {
    heatMap: () => points.forEach((point) => network.forward(point)),
    train: (milliseconds) =>
      speed(it.examples, milliseconds, () => volumes.forEach((volume, i) => trainer.train(volume, wanted[i]))),
  };
}

function tensorflowRunner(tf, it) {
  const { inputs, targets } = dataOf(it);
  const outputs = it.units.at(-1);
  const model = tf.sequential();
  it.units.forEach((units, i) => {
    const last = i + 1 === it.units.length;
    model.add(
      tf.layers.dense({
        units,
        activation: last ? it.output : it.hidden,
        ...(i === 0 ? { inputShape: [it.inputSize] } : {}),
      }),
    );
  });
  const optimizer = tf.train.sgd(0.01);
  const xs = tf.tensor2d(Float32Array.from(inputs), [it.examples, it.inputSize]);
  const ys = tf.tensor2d(Float32Array.from(targets), [it.examples, outputs]);
  const loss = (x, y) => {
    const predicted = model.apply(x);
    return it.loss === "squared"
      ? tf.losses.meanSquaredError(y, predicted)
      : tf.metrics.categoricalCrossentropy(y, predicted).mean();
  };
  const epoch = () => {
    for (let from = 0; from + it.batch <= it.examples; from += it.batch) {
      tf.tidy(() => {
        const x = xs.slice([from, 0], [it.batch, it.inputSize]);
        const y = ys.slice([from, 0], [it.batch, outputs]);
        optimizer.minimize(() => loss(x, y));
      });
    }
  };
  const points = tf.tensor2d(Float32Array.from(gridOf(it)), [10_000, it.inputSize]);
  return {
    heatMap: () => tf.tidy(() => model.predict(points, { batchSize: 10_000 }).dataSync()),
    train: (milliseconds) => speed(it.examples, milliseconds, epoch),
  };
}

export async function training(chainwise, count) {
  const tf = require("@tensorflow/tfjs");
  require("@tensorflow/tfjs-backend-wasm");
  await tf.setBackend("wasm");
  await tf.ready();

  const head = ["Chainwise", "brain.js", "convnetjs", "tfjs-wasm (float32)"];
  const rows = [];
  const maps = [];
  for (const it of cases) {
    const runners = [chainwiseRunner(chainwise, it), brainRunner(it), convnetRunner(it), tensorflowRunner(tf, it)];
    const taking = runners.flatMap((runner, i) => (runner ? [{ name: head[i], runner }] : []));
    for (const { runner } of taking) runner.train(300);
    const results = rounds(
      count,
      taking.map(({ name, runner }) => ({ name, run: () => runner.train(300) })),
    );
    const name = `${it.name} ${it.inputSize}-${it.units.join("-")}`;
    rows.push([name, ...head.map((peer) => summary(results.get(peer) ?? "-"))]);
    for (const { runner } of taking) runner.heatMap();
    const times = rounds(
      count,
      taking.map(({ name, runner }) => ({ name, run: () => milliseconds(() => runner.heatMap()) })),
    );
    maps.push([name, ...head.map((peer) => summary(times.get(peer) ?? "-"))]);
  }
  return [table(["training, examples per second", ...head], rows), table(["heat map 100x100, ms", ...head], maps)].join(
    "\n\n",
  );
}
