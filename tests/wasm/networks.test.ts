/** PyTorch's losses and gradients, from the package: the network, and its program on the graph. */
import { expect, test } from "vitest";
import { chainwise, makeNetwork, readJson, valueOf } from "./engine";

interface Oracle {
  id: string;
  sizes: number[];
  activations: string[];
  loss_name: "mse" | "bce" | "softmax_ce";
  batch: number;
  weights: number[][][];
  biases: number[][];
  inputs: number[][];
  targets: number[][];
  loss: number;
  grad_weights: number[][][];
  grad_biases: number[][];
}

const { nets } = readJson<{ nets: Oracle[] }>("backprop.json");
const losses = { mse: "squared", bce: "binary-cross-entropy", softmax_ce: "softmax-cross-entropy" };

function make(net: Oracle) {
  const outputs = net.sizes.at(-1)!;
  const network = makeNetwork({
    inputSize: net.sizes[0]!,
    layers: net.sizes.slice(1).map((units, i) => ({
      units,
      activation:
        net.loss_name === "softmax_ce" && i === net.sizes.length - 2
          ? "softmax"
          : net.activations[i]!.replace("_", "-"),
    })),
    loss: losses[net.loss_name],
    parameters: {
      weights: net.weights.map((layer) => Float64Array.from(layer.flat())),
      biases: net.biases.map((layer) => Float64Array.from(layer)),
    },
  });
  // The table's mse and bce are means over the outputs as well; ours are sums.
  return { network, share: net.loss_name === "softmax_ce" ? 1 : 1 / outputs };
}

const tolerance = (wanted: number[]) => 1e-12 * Math.max(1e-3, ...wanted.map(Math.abs));

function expectClose(actual: Float64Array | number[], wanted: number[], what: string) {
  expect(actual.length).toBe(wanted.length);
  wanted.forEach((value, i) =>
    expect(Math.abs(actual[i]! - value), `${what} ${i}`).toBeLessThanOrEqual(tolerance(wanted)),
  );
}

test("there are 36 networks", () => expect(nets).toHaveLength(36));

test.each(nets.map((net) => [`${net.id} ${net.sizes.join("-")} ${net.loss_name}`, net] as const))(
  "%s",
  (_name, net) => {
    const { network, share } = make(net);
    const inputs = Float64Array.from(net.inputs.flat());
    const targets = Float64Array.from(net.targets.flat());
    const { loss, weights, biases } = valueOf(network.gradients(inputs, targets));
    expect(Math.abs(loss * share - net.loss)).toBeLessThanOrEqual(1e-12 * Math.max(1e-3, Math.abs(net.loss)));
    net.grad_weights.forEach((layer, i) =>
      expectClose(
        weights[i]!.map((g) => g * share),
        layer.flat(),
        `weights ${i}`,
      ),
    );
    net.grad_biases.forEach((layer, i) =>
      expectClose(
        biases[i]!.map((g) => g * share),
        layer,
        `biases ${i}`,
      ),
    );

    // Each example as a program on the graph: the mean of its gradients is the batch's.
    const sums: Record<string, number> = {};
    net.inputs.forEach((example, e) => {
      const program = valueOf(network.program(Float64Array.from(example), Float64Array.from(net.targets[e]!)));
      const trace = valueOf(chainwise.backpropagate(program.source, program.at, { output: program.output }));
      for (const [name, gradient] of Object.entries(trace.gradients)) {
        sums[name] = (sums[name] ?? 0) + (gradient * share) / net.batch;
      }
    });
    const parameters = Object.entries(sums).filter(([name]) => /^[wb]\d/.test(name));
    const first = parameters.find(([name]) => /^w1(_1_1)?$/.test(name));
    expect(first, Object.keys(sums).join(" ")).toBeDefined();
    expect(Math.abs(first![1] - net.grad_weights[0]![0]![0]!)).toBeLessThanOrEqual(
      tolerance(net.grad_weights[0]!.flat()),
    );
    network.dispose();
  },
);
