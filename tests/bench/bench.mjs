/**
 * `./dev bench [rounds]`: the speed of the npm package beside its peers, as tables of min / median / max over
 * interleaved rounds. A shared machine is noisy: only ratios from one run count, and under 1.4 they say nothing.
 */
import { cpus } from "node:os";
import { differentiation } from "./differentiation.mjs";
import { training } from "./training.mjs";

const count = Number(process.argv[2] ?? 5);
const { loadChainwise } = await import("../../dist/package/index.js");
const chainwise = await loadChainwise();

console.log(`Node ${process.version}, ${cpus()[0]?.model}, ${count} rounds\n`);
console.log(`${await training(chainwise, count)}\n`);
console.log(differentiation(chainwise, count));
