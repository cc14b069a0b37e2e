/**
 * 1,000 batches from one seed as one number, which stands for the bits of every loss and weight. The same training as
 * in tests/core/network/network_test.cpp: each engine has to come to the numbers of tests/data/training_bits.json.
 *
 *     trainingBits(engine, "adam")   // "7c973cce16213d9b"
 *
 * The function is sent to browsers as text, so it uses nothing from outside.
 */
import type { Chainwise, Result } from "../../web/engine/api";

export function trainingBits(engine: Chainwise, optimizer: string): string {
  const valueOf = <T>(result: Result<T>): T => {
    if (!result.ok) throw new Error(result.error.message);
    return result.value;
  };
  let hash = 0xcbf29ce484222325n; // FNV-1a
  const add = (value: number): void => {
    const bits = new BigUint64Array(Float64Array.of(value).buffer)[0] ?? 0n;
    for (let i = 0n; i < 64n; i += 8n) {
      hash = BigInt.asUintN(64, (hash ^ ((bits >> i) & 0xffn)) * 0x100000001b3n);
    }
  };
  const network = valueOf(
    engine.network({
      inputSize: 2,
      layers: [
        { units: 4, activation: "tanh" },
        { units: 2, activation: "tanh" },
        { units: 1, activation: "sigmoid" },
      ],
      loss: "binary-cross-entropy",
      batchSize: 7,
      shuffleSeed: 5,
      initializer: { name: "xavier-uniform", seed: 9 },
      optimizer: { name: optimizer, learningRate: 0.05 },
    }),
  );
  valueOf(network.setData(valueOf(engine.dataset({ name: "circles", count: 100, noise: 0.05, seed: 3 }))));
  for (let i = 0; i < 100; i++) add(valueOf(network.train({ batches: 10 })).trainLoss);
  for (const weights of network.parameters().weights) weights.forEach(add);
  network.dispose();
  return hash.toString(16).padStart(16, "0");
}
