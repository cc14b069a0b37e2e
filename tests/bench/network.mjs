// The networks of the training bench, and how Chainwise runs them. T1 to T4 are those of network_cases.h.

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

/** The inputs of a heat map, [100 * 100][inputSize]: x1, x2, and what the playgrounds make of them; then waves. */
export function gridOf({ inputSize }) {
  const place = (i) => -1 + (2 * i) / 99;
  return Float64Array.from({ length: 10_000 * inputSize }, (_, i) => {
    const [point, feature] = [Math.floor(i / inputSize), i % inputSize];
    const [x, y] = [place(point % 100), place(Math.floor(point / 100))];
    return [x, y, x * x, y * y, x * y, Math.sin(x), Math.sin(y)][feature] ?? Math.sin(feature * x);
  });
}

function valueOf(result) {
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

/** `train(milliseconds)` answers examples per second; `heatMap()` computes 100x100 points. */
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
  const grid = gridOf(it);
  return {
    train(milliseconds) {
      const start = performance.now();
      let examples = 0;
      while (performance.now() - start < milliseconds) examples += valueOf(network.train({ epochs: 10 })).examples;
      return (examples / (performance.now() - start)) * 1000;
    },
    heatMap:
      it.inputSize === 2
        ? () => valueOf(network.surface({ from: [-1, -1], to: [1, 1], columns: 100, rows: 100 }))
        : () => valueOf(network.predict(grid)),
  };
}
