/** Makes a training run for a figure; hands the bytes of the module to its worker. */
import { Training } from "../engine/training";
import { sharedBytes } from "./shared-engine";

export function makeTraining(): Training {
  return new Training(() => sharedBytes().catch(() => undefined));
}
