import { expect, test } from "vitest";
import { trainingBits } from "../support/training-bits";
import { chainwise, readJson } from "./engine";

test.each(Object.entries(readJson<Record<string, string>>("training_bits.json")))(
  "1,000 batches of %s → the same bits as everywhere",
  (optimizer, bits) => expect(trainingBits(chainwise, optimizer)).toBe(bits),
);
