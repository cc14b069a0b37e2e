/** In Node, without a page: what a link leads to in each browser (tests/web/everywhere, tests/webkit). */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { TrainingSession } from "../../../web/engine/training-session";
import { setupFrom } from "../../../web/lab/setup";
import { makeState } from "../../../web/lab/state";
import { bitsOf, kEpochs } from "../../support/link-bits";
import { good, testEngine } from "../support/engine";

const goldens = JSON.parse(readFileSync("tests/data/link_bits.json", "utf8")) as Record<string, string>;

test.each(Object.entries(goldens))("%s, 50 epochs → the same parameters as everywhere", async (link, bits) => {
  const state = makeState();
  expect(state.read(link.replace("#/lab?", ""))).toEqual([]);
  const session = good(TrainingSession.open(await testEngine(), setupFrom(state.values)));
  session.advance({ batches: kEpochs * session.batchesPerEpoch });
  expect(bitsOf(good(session.frame({ columns: 2, rows: 2 })).parameters)).toBe(bits);
});
